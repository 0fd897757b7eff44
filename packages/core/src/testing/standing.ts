import type { Json, JsonObject } from '../model/json.js';
import { type ChainPlace, chainFrom, simple, thenFrom } from './chain.js';
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
  const table = reading(draft, keyScope(cohort.each, typeOfKey));
  const chain: ChainPlace = { tape, scope, table, draft };
  const bands = tape.once(3) ? [] : bandsFrom(chain);
  const own: StandingHead = { name: `s${index}`, keys, bands: bands.map(({ id }) => id), awards: [] };
  const by = chainFrom(chain, 'k');
  const awards = tape.once(2) ? awardsFrom(chain, own) : [];
  const head: StandingHead = { ...own, awards: awards.map(({ id }) => id).filter((id) => !id.includes('-')) };
  const isDated = by.some(({ dated }) => dated);
  const document: JsonObject = {
    among: cohort.name,
    ...(isDated || tape.once(2) ? { total: simple(tape, scope) } : {}),
    ...(tape.once(3) ? {} : { ties: tape.pick(TIES) }),
    ...(tape.once(4) ? { unranked: unrankedFrom(tape, scope) } : {}),
    by: by.map(({ document: key }) => key),
    ...(bands.length === 0 ? {} : { bands: bands.map((band) => band.document) }),
    ...(awards.length === 0 ? {} : { awards: awards.map(({ document }) => document) }),
    ...(tape.once(10) ? { hidden: true } : {}),
  };
  return { head, document };
}

interface Band {
  readonly id: string;
  readonly document: JsonObject;
}

/** Limits fall, and only the last band may do without any condition. */
function bandsFrom(place: ChainPlace): readonly Band[] {
  const { tape, scope } = place;
  const ids = ['top', 'middle', 'low'].slice(0, 1 + tape.next(3));
  const limits: readonly Json[] = [5, 1, -2];
  return ids.map((id, index) => {
    const quota = tape.once(2) ? { quota: quotaFrom(tape), ...edgeFrom(place, EDGES) } : {};
    const where = tape.once(4) ? { where: flagFormula(tape, scope, 1) } : {};
    const isPlain = !('quota' in quota) && !('where' in where);
    const from = (isPlain && index < ids.length - 1) || tape.once(3) ? { from: limits[index] ?? 0 } : {};
    const plus = tape.once(6) ? { plus: flagFormula(tape, scope, 1) } : {};
    return { id, document: { id, ...from, ...where, ...quota, ...plus } };
  });
}

function quotaFrom(tape: Tape): Json {
  return tape.pick<Json>([
    1,
    2,
    'max(1, floor(0.25 * size))',
    '0.5 * size',
    'size - 2',
    0,
    '3 - taken',
    'size - taken - 1',
  ]);
}

const EDGES: readonly string[] = ['', 'decide', 'extend', 'skip', 'next-key'];

function edgeFrom(place: ChainPlace, edges: readonly string[]): JsonObject {
  const edge = place.tape.pick(edges);
  if (edge === '') return {};
  if (edge !== 'next-key') return { edge };
  const then = thenFrom(place);
  return { edge, then };
}

function unrankedFrom(tape: Tape, scope: Scope): Json {
  const one = (label: string): JsonObject => ({ where: flagFormula(tape, scope, 1), label });
  return tape.once(2) ? [one('guest'), one('newcomer')] : one('newcomer');
}

interface Award {
  readonly id: string;
  readonly document: JsonObject;
}

/** Each may read the ranks and bands of its standing, and the awards before it. */
function awardsFrom(place: ChainPlace, head: StandingHead): readonly Award[] {
  const { tape } = place;
  const ids = ['model', tape.once(4) ? 'best-of-all' : 'progress', 'prize'].slice(0, 1 + tape.next(3));
  return ids.map((id, index) => {
    const before = ids.slice(0, index).filter((other) => !other.includes('-'));
    const own = { ...place, scope: withStanding(place.scope, { ...head, awards: before }), inBlocks: place.scope };
    const document: JsonObject = {
      id,
      ...(tape.once(2) ? { where: flagFormula(tape, own.scope, 1) } : {}),
      ...(tape.once(3) ? { by: chainFrom(own, 'a').map(({ document: key }) => key) } : {}),
      ...(tape.once(4) ? {} : { quota: quotaFrom(tape), ...edgeFrom(own, [...EDGES, 'split', 'split']) }),
      ...(index > 0 && tape.once(2) ? { exclusive: [tape.pick(ids.slice(0, index))] } : {}),
    };
    return { id, document };
  });
}
