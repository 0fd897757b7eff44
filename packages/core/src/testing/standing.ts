import type { Json, JsonObject } from '../model/json.js';
import { type ChainPlace, chainFrom, simple } from './chain.js';
import { cohortsOf } from './cohorts.js';
import { type Declared, type Draft, reading, type StandingHead, withStanding } from './draft.js';
import { flagFormula } from './formula.js';
import { TIES } from './map-steps.js';
import { keyScope, type Scope } from './scope.js';
import type { Tape } from './tape.js';
import { typeOfKey } from './vocabulary.js';

/** A ranking among the members of a cohort, with bands and awards. */
export function standingFrom(tape: Tape, index: number, draft: Draft): Declared<StandingHead> {
  const units = cohortsOf(draft.cohorts, ['unit']);
  const cohort = tape.pick([...units, ...units, ...cohortsOf(draft.cohorts, ['item'])]);
  const keys = [cohort.of, ...cohort.each];
  const scope = reading(draft, keyScope(keys, typeOfKey));
  const bands = tape.once(3) ? [] : bandsFrom(tape, scope);
  const head: StandingHead = { name: `s${index}`, keys, bands: bands.map(({ id }) => id) };
  const table = reading(draft, keyScope(cohort.each, typeOfKey));
  const chain: ChainPlace = { tape, scope, table, draft };
  const by = chainFrom(chain, 'k');
  const isDated = by.some(({ dated }) => dated);
  const document: JsonObject = {
    among: cohort.name,
    ...(isDated || tape.once(2) ? { total: simple(tape, scope) } : {}),
    ...(tape.once(3) ? {} : { ties: tape.pick(TIES) }),
    ...(tape.once(4) ? { unranked: { where: flagFormula(tape, scope, 1), label: 'newcomer' } } : {}),
    by: by.map(({ document: key }) => key),
    ...(bands.length === 0 ? {} : { bands: bands.map((band) => band.document) }),
    ...(tape.once(2) ? { awards: awardsFrom({ ...chain, scope: withStanding(scope, head) }) } : {}),
    ...(tape.once(10) ? { hidden: true } : {}),
  };
  return { head, document };
}

interface Band {
  readonly id: string;
  readonly document: JsonObject;
}

/** Limits fall, and only the last band may do without any condition. */
function bandsFrom(tape: Tape, scope: Scope): readonly Band[] {
  const ids = ['top', 'middle', 'low'].slice(0, 1 + tape.next(3));
  const limits: readonly Json[] = [5, 1, -2];
  return ids.map((id, index) => {
    const quota = tape.once(2) ? { quota: quotaFrom(tape), ...edgeFrom(tape) } : {};
    const where = tape.once(4) ? { where: flagFormula(tape, scope, 1) } : {};
    const isPlain = !('quota' in quota) && !('where' in where);
    const from = (isPlain && index < ids.length - 1) || tape.once(3) ? { from: limits[index] ?? 0 } : {};
    const plus = tape.once(6) ? { plus: flagFormula(tape, scope, 1) } : {};
    return { id, document: { id, ...from, ...where, ...quota, ...plus } };
  });
}

function quotaFrom(tape: Tape): Json {
  return tape.pick<Json>([1, 2, 'max(1, floor(0.25 * size))', '0.5 * size', 'size - 2', 0]);
}

function edgeFrom(tape: Tape): JsonObject {
  const edge = tape.pick(['', 'decide', 'extend', 'skip']);
  return edge === '' ? {} : { edge };
}

function awardsFrom(place: ChainPlace): Json {
  const { tape, scope } = place;
  const ids = ['model', 'progress'].slice(0, 1 + tape.next(2));
  return ids.map((id, index) => ({
    id,
    ...(tape.once(2) ? { where: flagFormula(tape, scope, 1) } : {}),
    ...(tape.once(3) ? { by: chainFrom(place, 'a').map(({ document }) => document) } : {}),
    ...(tape.once(4) ? {} : { quota: quotaFrom(tape), ...edgeFrom(tape) }),
    ...(index === 1 && tape.once(2) ? { exclusive: ['model'] } : {}),
  }));
}
