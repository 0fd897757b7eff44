import type { RuleModel } from '../model/rubric.js';
import { conditionExpr } from './condition-expr.js';
import { type Change, type Direction, type Place, reversed, together } from './direction.js';

/** What a change does to the triggers of a rule. */
interface Triggering {
  readonly place: Place;
  /** Of those that were there: whether it comes to hold, or comes to hold no more. */
  readonly holds: Direction;
  readonly isMore: boolean;
}

export function triggering(rule: RuleModel, change: Change): Triggering {
  const types = rule.on.kind === 'events' ? rule.on.types : [];
  const fates = types.map((type) => change.fate(type));
  const place: Place = { types, it: 'same' };
  const picks =
    rule.appliesBy === undefined || rule.appliesBy === 'lenient' ? 'same' : change.of(rule.appliesBy.expr, place);
  const isFixed = !fates.includes('any') && picks === 'same';
  return { place, holds: isFixed ? holding(rule, place, change) : 'any', isMore: fates.includes('more') };
}

/** Its own condition, and those of the rules that go before it. */
function holding(rule: RuleModel, place: Place, change: Change): Direction {
  const own = change.of(conditionExpr(rule.when), place);
  const before = change.before(rule).map((other) => {
    const others = change.before(other);
    const truth = change.of(conditionExpr(other.when), place);
    const deeper = others.map((deep) => change.of(conditionExpr(deep.when), place));
    return deeper.every((direction) => direction === 'same') ? reversed(truth) : 'any';
  });
  return together([own, ...before]);
}
