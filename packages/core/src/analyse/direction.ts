import type { Expr } from '../model/expr.js';
import type { RuleModel, SourceModel } from '../model/rubric.js';
import type { Span } from './number-set.js';
import type { Ranges } from './ranges.js';
import { isNeverNegative, isNeverPositive } from './span.js';

/**
 * What a change does to a value: nothing, never anything downwards, never anything upwards, or nobody can say. Except for
 * the last, what was known stays known, and what was unknown stays unknown. For a condition, upwards is from false to true.
 */
export type Direction = 'same' | 'up' | 'down' | 'any';

/** What several changes together do. */
export function together(directions: readonly Direction[]): Direction {
  return directions.reduce<Direction>((a, b) => {
    if (a === 'same' || a === b) return b;
    return b === 'same' ? a : 'any';
  }, 'same');
}

export function reversed(direction: Direction): Direction {
  if (direction === 'up') return 'down';
  return direction === 'down' ? 'up' : direction;
}

/** What becomes of the direction when the value is multiplied by something that stays as it is. */
export function scaled(direction: Direction, by: Span): Direction {
  if (direction === 'same' || direction === 'any') return direction;
  if (isNeverNegative(by)) return direction;
  return isNeverPositive(by) ? reversed(direction) : 'any';
}

/** What one more summand does. */
export function oneMore(summand: Span): Direction {
  if (isNeverNegative(summand)) return 'up';
  return isNeverPositive(summand) ? 'down' : 'any';
}

/** Where an expression is read: the types of the event in scope, and what a change does to `it`. */
export interface Place {
  readonly types: readonly string[];
  readonly it: Direction;
  /** Where a table stays as it is: what is counted in it does, too. */
  readonly isCounted?: true;
}

export const ANYWHERE: Place = { types: [], it: 'same' };

/** What becomes of the events of a type: nothing, only more of them, or nobody can say. */
export type Fate = 'same' | 'more' | 'any';

/** What is known of a change, by those who ask what it does. */
export interface Change {
  readonly ranges: Ranges;
  /** Rules that hang together with this one by exceptions, itself left aside. */
  readonly before: (rule: RuleModel) => readonly RuleModel[];
  /** Rules that give points to an indicator, or limit it. */
  readonly acting: (indicator: string) => readonly RuleModel[];
  readonly fate: (type: string) => Fate;
  /** Whether the states of events of a type may be otherwise. */
  readonly isStateOpen: (type: string) => boolean;
  readonly field: (type: string, name: string) => Direction;
  readonly indicator: (name: string) => Direction;
  readonly standing: (name: string) => Direction;
  readonly of: (expr: Expr, place: Place) => Direction;
  readonly isSure: (expr: Expr, place: Place) => boolean;
  readonly areMembersSure: (of: SourceModel) => boolean;
  readonly isCohortStill: (cohort: string) => boolean;
  /** Whether the members that an indicator takes stay the same, and their values. */
  readonly areItemsStill: (indicator: string) => boolean;
}
