import type { JsonObject } from '../model/json.js';
import type { CohortHead } from './cohorts.js';
import { type IndicatorHead, withReadings } from './indicator-head.js';
import { name, type Scope, withNames } from './scope.js';
import type { Vocabulary } from './vocabulary.js';

/** What a rubric declares so far: the next thing reads only what stands before it, so that nothing goes in a circle. */
export interface Draft {
  /** Whether one subject may be read where another is judged. */
  readonly compares: boolean;
  readonly vocabulary: Vocabulary;
  readonly cohorts: readonly CohortHead[];
  readonly indicators: readonly IndicatorHead[];
  readonly standings: readonly StandingHead[];
}

export interface StandingHead {
  readonly name: string;
  readonly keys: readonly string[];
  readonly bands: readonly string[];
  /** Awards that can be read by their id. */
  readonly awards: readonly string[];
}

/** A named thing as it is written, and as others see it. */
export interface Declared<Head> {
  readonly head: Head;
  readonly document: JsonObject;
}

/** A scope with everything that the draft lets it read. */
export function reading(draft: Draft, scope: Scope): Scope {
  const all = draft.standings.reduce(withStanding, withReadings(scope, draft.indicators));
  // A key that the scope leaves open is read at one literal value: of the subject, that is another one.
  return draft.compares ? all : { ...all, names: all.names.filter(({ text }) => !/\('u\d/.test(text)) };
}

export function withStanding(scope: Scope, { name: standing, keys, bands, awards }: StandingHead): Scope {
  const [of = '', ...each] = keys;
  const size = name(`${standing}.size`, 'number');
  if (!scope.keys.includes(of)) {
    return each.length > 0 && each.every((key) => scope.keys.includes(key)) ? withNames(scope, size) : scope;
  }
  const band = bands.length === 0 ? [] : [name(`${standing}.band`, 'text', { choices: bands })];
  const places = ['rank', 'tied', ...awards].map((part) => name(`${standing}.${part}`, 'number'));
  return withNames(scope, ...places, size, ...band);
}
