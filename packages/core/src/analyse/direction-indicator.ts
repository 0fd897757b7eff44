import { cmp, type Num } from '../model/num.js';
import type { IndicatorModel, MapStep } from '../model/rubric.js';
import { ANYWHERE, type Change, type Direction, reversed, together } from './direction.js';
import { limitDirection } from './direction-limit.js';
import { measureDirection } from './direction-measure.js';
import type { Span } from './number-set.js';

/** What a change does to an indicator, for whatever keys. */
export function indicatorDirection(model: IndicatorModel, change: Change): Direction {
  const { name, body, map, otherwise } = model;
  const own = body.kind === 'formula' ? change.of(body.is.expr, ANYWHERE) : measureDirection(name, body, change);
  const mapped = map.reduce(
    (it, step, index) => stepDirection(step, it, change, change.ranges.before(model, index)),
    own,
  );
  const instead = otherwise === undefined ? 'same' : change.of(otherwise.expr, ANYWHERE);
  return together([mapped, instead, ...change.acting(name).map((rule) => limitDirection(name, rule, change))]);
}

function stepDirection(step: MapStep, it: Direction, change: Change, before: Span): Direction {
  if (it === 'same' && step.kind !== 'formula') return 'same';
  switch (step.kind) {
    case 'formula':
      // What becomes known is mapped then, whether or not the step reads it.
      return it === 'any' ? 'any' : change.of(step.is.expr, { types: [], it });
    case 'round':
      return it;
    case 'steps': {
      const [first] = step.steps;
      const isOpen =
        step.below === undefined &&
        !(first !== undefined && before.low !== undefined && cmp(before.low, first.from) >= 0);
      const values = [...(step.below === undefined ? [] : [step.below]), ...step.steps.map(({ value }) => value)];
      return isOpen ? 'any' : along(values, it);
    }
    case 'linear':
      return along(
        step.points.map(({ y }) => y),
        it,
      );
    case 'rank':
      return 'any';
  }
}

/** Values that only rise keep the direction, those that only fall turn it. */
function along(values: readonly Num[], it: Direction): Direction {
  const steps = values.slice(1).map((value, index) => cmp(value, values[index] ?? value));
  if (steps.every((step) => step >= 0)) return it;
  return steps.every((step) => step <= 0) ? reversed(it) : 'any';
}
