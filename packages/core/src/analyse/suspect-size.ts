import type { Sight, Witness } from '../model/analysis.js';
import { within } from '../model/expr.js';
import { lt, printNum } from '../model/num.js';
import { child } from '../model/problem.js';
import type { IndicatorModel } from '../model/rubric.js';
import type { Suspect } from './suspect.js';
import type { World } from './world.js';

/** More leaves than a department can fill in with care. */
const MOST_LEAVES = 60;

/** Too much to fill in, and values that can go beyond their full mark. */
export function suspectSizes(world: World): readonly Suspect[] {
  return [
    ...leaves(world),
    ...[...world.edition.indicators.values()].flatMap((indicator) => aboveFull(world, indicator)),
  ];
}

function leaves(world: World): readonly Suspect[] {
  const { edition, stories, lens, feeds } = world;
  const shown = [...edition.indicators.values()].filter(({ hidden, per }) => !hidden && per.includes(edition.subject));
  const found = shown
    .map(({ name }) => name)
    .filter((name) => feeds.indicator(name).size > 0 && !readsShown(world, name, shown));
  if (found.length <= MOST_LEAVES) return [];
  const sight: Sight = { kind: 'values', subject: '', indicators: found };
  const types = [...new Set(found.flatMap((name) => [...feeds.indicator(name)]))];
  return [
    {
      code: 'too-many-leaves',
      pointer: '/indicators',
      names: found,
      facts: { count: found.length, limit: MOST_LEAVES },
      witnesses: function* (): Generator<Witness> {
        for (const events of stories.about(types)) yield { events, lens, sight };
      },
    },
  ];
}

/** Whether it is made of other values that are shown. */
function readsShown({ edition, slots }: World, name: string, shown: readonly IndicatorModel[]): boolean {
  const names = new Set(shown.map((indicator) => indicator.name));
  const body = edition.indicators.get(name)?.body;
  if (body?.kind === 'measure' && body.of.kind === 'parts') return true;
  return slots.some(
    ({ owner, expr }) =>
      owner.kind === 'indicator' &&
      owner.name === name &&
      within(expr).some((part) => part.kind === 'indicator' && names.has(part.name)),
  );
}

/** What is made of parts goes beyond its full mark only where they do. */
function aboveFull(world: World, { name, full, hidden, per, body }: IndicatorModel): readonly Suspect[] {
  const { edition, ranges, lens } = world;
  const { high } = ranges.indicator(name);
  const isWhole = body.kind === 'measure' && body.of.kind === 'parts';
  if (full === undefined || isWhole || hidden || !per.includes(edition.subject)) return [];
  if (high !== undefined && !lt(full, high)) return [];
  const sight: Sight = { kind: 'value-above', indicator: name, subject: '', limit: printNum(full), value: '' };
  return [
    {
      code: 'above-full',
      pointer: child(child('/indicators', name), 'full'),
      names: [name],
      facts: { indicator: name, full: printNum(full) },
      witnesses: function* (): Generator<Witness> {
        for (const events of world.storiesAbout({ owner: { kind: 'indicator', name }, types: [] })) {
          yield { events, lens, sight };
        }
      },
    },
  ];
}
