import type fc from 'fast-check';
import type { Json } from '../model/json.js';
import { topConditionFrom } from './condition.js';
import { type Name, type NameType, name } from './scope.js';
import { arbitraryTape, Tape } from './tape.js';

/** Something that a condition may read. */
export interface Fact {
  readonly name: string;
  readonly type: NameType;
  /** A list field. */
  readonly list?: boolean;
  /** Never unknown, so that it needs no guard. */
  readonly sure?: boolean;
  /** What its texts may be. */
  readonly choices?: readonly string[];
}

/** Condition trees over these facts, in which every fact that may be unknown stands behind a guard. */
export function arbitraryCondition(facts: readonly Fact[]): fc.Arbitrary<Json> {
  const names: readonly Name[] = facts.map(({ name: text, type, ...more }) => name(text, type, more));
  return arbitraryTape(40).map((values) => topConditionFrom(new Tape(values), { names, keys: [], hasEvent: true }));
}
