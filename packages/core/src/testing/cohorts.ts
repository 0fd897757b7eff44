import type { JsonObject } from '../model/json.js';
import type { Tape } from './tape.js';

export interface CohortHead {
  readonly name: string;
  readonly each: readonly string[];
  readonly of: string;
}

export interface Cohorts {
  readonly documents: JsonObject;
  readonly heads: readonly CohortHead[];
}

/** Units of a year, of a group in a year, and of all times; and the items of a year. */
export function cohortsFrom(tape: Tape): Cohorts {
  const filter = tape.pick<JsonObject>([
    {},
    {},
    { where: 'coalesce(strength, 1) > 0' },
    { where: { group: ['a', 'b'] } },
  ]);
  const joined: JsonObject = { event: 'unit.joined', ...filter };
  const heads: readonly CohortHead[] = [
    { name: 'peers', each: ['period'], of: 'unit' },
    { name: 'mates', each: ['group', 'period'], of: 'unit' },
    { name: 'everyone', each: [], of: 'unit' },
    { name: 'things', each: ['period'], of: 'item' },
  ];
  const documents = heads.map(({ name, each, of }) => [
    name,
    { each: [...each], of, in: of === 'item' ? { event: 'work.done' } : joined },
  ]);
  return { documents: Object.fromEntries(documents), heads };
}

/** Those whose members a scope with these keys names. */
export function cohortsOf(heads: readonly CohortHead[], keys: readonly string[]): readonly CohortHead[] {
  return heads.filter(({ of }) => keys.includes(of));
}
