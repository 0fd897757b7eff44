import type { RuleModel } from '../model/rubric.js';
import { type Change, type Direction, type Place, reversed, together } from './direction.js';
import { triggering } from './direction-rule.js';

/** A limit that comes to hold cuts or raises; how far must be known. */
export function limitDirection(name: string, rule: RuleModel, change: Change): Direction {
  const { effect } = rule;
  if (effect.kind !== 'limit' || effect.indicator !== name) return 'same';
  const { place, holds, isMore } = triggering(rule, change);
  const firing = together([isMore ? 'up' : 'same', holds]);
  return together([
    bound(effect.max?.expr, 'down', firing, place, change),
    bound(effect.min?.expr, 'up', firing, place, change),
  ]);
}

function bound(
  expr: Parameters<Change['of']>[0] | undefined,
  cuts: 'up' | 'down',
  firing: Direction,
  place: Place,
  change: Change,
): Direction {
  if (expr === undefined) return 'same';
  const own = change.of(expr, place);
  if (firing === 'same') return own;
  if (firing === 'any' || !change.isSure(expr, place)) return 'any';
  return together([own, firing === 'up' ? cuts : reversed(cuts)]);
}
