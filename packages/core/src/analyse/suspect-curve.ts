import type { Sight } from '../model/analysis.js';
import { isJsonArray } from '../model/json.js';
import { lt, printNum } from '../model/num.js';
import { child } from '../model/problem.js';
import type { IndicatorModel, MapStep } from '../model/rubric.js';
import { documentAt } from './document-at.js';
import { overlayAt } from './overlay-at.js';
import type { Suspect } from './suspect.js';
import type { World } from './world.js';

/** Steps that begin somewhere, and say nothing of what lies below. */
export function suspectCurves(world: World): readonly Suspect[] {
  return [...world.edition.indicators.values()].flatMap((indicator) =>
    indicator.otherwise === undefined
      ? indicator.map.flatMap((step, index) => openBelow(world, indicator, step, index))
      : [],
  );
}

function openBelow(world: World, indicator: IndicatorModel, step: MapStep, index: number): readonly Suspect[] {
  if (step.kind !== 'steps' || step.below !== undefined) return [];
  const [first] = step.steps;
  const { low } = world.ranges.before(indicator, index);
  if (first === undefined || (low !== undefined && !lt(low, first.from))) return [];
  const map = child(child('/indicators', indicator.name), 'map');
  const pointer = isJsonArray(documentAt(world.edition.document, map)) ? child(map, index) : map;
  const rubric = overlayAt(world.edition.document, child(pointer, 'below'), 0);
  const sight: Sight = { kind: 'differs', of: '', name: '', subject: '', isLost: true, one: null, other: null };
  return [
    {
      code: 'curve-gap',
      pointer,
      names: [indicator.name],
      facts: { indicator: indicator.name, from: printNum(first.from) },
      witnesses: function* () {
        const { lens } = world;
        for (const events of world.storiesAbout({ owner: { kind: 'indicator', name: indicator.name }, types: [] })) {
          yield { events, lens, against: { events, lens: { ...lens, suppose: { rubric } } }, sight };
        }
      },
    },
  ];
}
