import fc from 'fast-check';
import type { CloudEvent } from '../model/event.js';
import type { Json, JsonObject } from '../model/json.js';
import type { Lens } from '../model/lens.js';
import { SEMANTICS } from '../model/semantics.js';
import { calendarsFrom } from './calendars.js';
import { type CohortHead, cohortsFrom } from './cohorts.js';
import type { Draft } from './draft.js';
import { secondEdition } from './edition.js';
import { eventsFrom } from './events.js';
import { indicatorFrom } from './indicator.js';
import type { IndicatorHead } from './indicator-head.js';
import { lensFrom } from './lens.js';
import { namedConditions, ruleFrom, withExceptions } from './rule.js';
import { standingFrom } from './standing.js';
import { arbitraryTape, arbitraryTapes, Tape } from './tape.js';
import { KEYS, vocabularyFrom } from './vocabulary.js';

/** A rubric and a ledger that fits its vocabulary. */
export interface Scheme {
  /** One document for each edition, as `parseRubric` takes them. */
  readonly rubric: readonly JsonObject[];
  readonly events: readonly CloudEvent[];
}

export interface SchemeOptions {
  /** Most events besides those that bring the subjects in. */
  readonly events?: number;
  readonly rules?: number;
  readonly indicators?: number;
  /** Whether one subject may be read where another is judged; where not, each number and effect is about one alone. */
  readonly compares?: boolean;
}

/** Rubrics that parse, with ledgers that their door lets in; together they use the whole language. */
export function arbitraryScheme(options: SchemeOptions = {}): fc.Arbitrary<Scheme> {
  const { events = 40 } = options;
  return fc
    .record({ rubric: arbitraryRubric(options), subjects: arbitraryTape(40), events: arbitraryTapes(0, events, 24) })
    .map(({ rubric, subjects, events: tapes }) => ({ rubric, events: eventsFrom(rubric, subjects, tapes) }));
}

/** A scheme and a way of looking at it. */
export interface Case extends Scheme {
  readonly lens: Lens;
}

export function arbitraryCase(options: SchemeOptions = {}): fc.Arbitrary<Case> {
  return fc
    .record({ scheme: arbitraryScheme(options), lens: arbitraryTape(12) })
    .map(({ scheme, lens }) => ({ ...scheme, lens: lensFrom(new Tape(lens), scheme.rubric, scheme.events) }));
}

/** One rubric, of one edition or two. */
export function arbitraryRubric(options: SchemeOptions = {}): fc.Arbitrary<readonly JsonObject[]> {
  const { rules = 8, indicators = 8, compares = true } = options;
  return fc
    .record({
      frame: arbitraryTape(40),
      indicators: arbitraryTapes(Math.min(3, indicators), indicators, 60),
      standings: arbitraryTapes(0, compares ? 2 : 0, 80),
      after: arbitraryTapes(0, compares ? 1 : 0, 30),
      rules: arbitraryTapes(Math.min(4, rules), rules, 60),
      later: arbitraryTapes(0, 1, 30),
    })
    .map((tapes) => rubricFrom(tapes, compares));
}

interface RubricTapes {
  readonly frame: readonly number[];
  readonly indicators: readonly (readonly number[])[];
  readonly standings: readonly (readonly number[])[];
  readonly after: readonly (readonly number[])[];
  readonly rules: readonly (readonly number[])[];
  readonly later: readonly (readonly number[])[];
}

function rubricFrom(tapes: RubricTapes, compares: boolean): readonly JsonObject[] {
  const frame = new Tape(tapes.frame);
  const vocabulary = vocabularyFrom(frame);
  const cohorts = cohortsFrom(frame);
  const indicators: Record<string, Json> = { base: BASE };
  const standings: Record<string, Json> = {};
  let draft: Draft = {
    compares,
    vocabulary,
    cohorts: compares ? cohorts.heads : NONE,
    indicators: [BASE_HEAD],
    standings: [],
  };
  const declare = (all: readonly (readonly number[])[]): void => {
    for (const tape of all) {
      const { head, document } = indicatorFrom(new Tape(tape), draft.indicators.length - 1, draft);
      indicators[head.name] = document;
      draft = { ...draft, indicators: [...draft.indicators, head] };
    }
  };
  declare(tapes.indicators);
  tapes.standings.forEach((tape, index) => {
    const { head, document } = standingFrom(new Tape(tape), index, draft);
    standings[head.name] = document;
    draft = { ...draft, standings: [...draft.standings, head] };
  });
  declare(tapes.after);
  const rules = withExceptions(
    frame,
    tapes.rules.map((tape, index) => ruleFrom(new Tape(tape), index, draft)),
  );
  const first: JsonObject = {
    ...headOf(frame),
    calendars: calendarsFrom(frame),
    vocabulary: vocabulary.document,
    define: DEFINE,
    conditions: namedConditions(),
    tables: TABLES,
    cohorts: cohorts.documents,
    indicators,
    rules,
    ...(Object.keys(standings).length === 0 ? {} : { standings }),
  };
  const pruned = withoutUnused(first);
  return [pruned, ...tapes.later.map((tape) => secondEdition(new Tape(tape), pruned))];
}

const NONE: readonly CohortHead[] = [];

function headOf(frame: Tape): JsonObject {
  const later = { from: '2026-06-01T00:00:00Z', offset: '+09:00' };
  return {
    kind: 'rubric',
    id: 'generated',
    edition: '1',
    ...(frame.once(6) ? { semantics: SEMANTICS } : {}),
    effective: { from: '2026-01-01' },
    zone: { name: 'Asia/Shanghai', offsets: [{ offset: '+08:00' }, ...(frame.once(4) ? [later] : [])] },
    subject: 'unit',
    keys: KEYS,
    ...(frame.once(5) ? {} : { period: { key: 'period', ends: 'yearEnd(period)', ...lateFrom(frame) } }),
  };
}

function lateFrom(frame: Tape): JsonObject {
  const late = frame.pick(['', 'restate', 'ignore', 'carry', '']);
  return late === '' ? {} : { late };
}

/** Read by a computed field, so it reads nothing that reads that field. */
const BASE: JsonObject = { per: ['unit'], of: { kind: 'events', type: 'fault.found' }, reduce: 'count' };
const BASE_HEAD: IndicatorHead = {
  name: 'base',
  per: ['unit'],
  with: [],
  type: 'number',
  kind: 'events',
  full: undefined,
  picks: false,
  carries: ['unit', 'period'],
};

const DEFINE: JsonObject = { half: { with: ['whole'], is: 'whole / 2' } };

const TABLES: JsonObject = {
  gradeWorth: { by: ['grade'], rows: { a: '1.2', b: 1 } },
  steepness: { by: ['slope>='], rows: { '0': 1, '2.5': '0.5', '10': -3 }, else: 0 },
};

/** Without the tables, cohorts and definitions that nothing names. */
function withoutUnused(document: JsonObject): JsonObject {
  const kept: Record<string, Json> = { ...document };
  for (const part of ['conditions', 'cohorts', 'tables', 'define', 'calendars']) {
    const { [part]: named, ...rest } = kept;
    const text = JSON.stringify(rest);
    const used = Object.entries(named ?? {}).filter(([name]) => new RegExp(`\\b${name}\\b`).test(text));
    if (used.length === 0) delete kept[part];
    else kept[part] = Object.fromEntries(used);
  }
  return kept;
}
