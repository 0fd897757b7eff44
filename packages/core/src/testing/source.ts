import { isJsonObject, type Json, type JsonObject } from '../model/json.js';
import { shortWhereFrom } from './condition.js';
import { type Draft, reading } from './draft.js';
import { eventScope } from './event-scope.js';
import { flagFormula, formulaOf, numberFormula } from './formula.js';
import type { IndicatorHead } from './indicator-head.js';
import { reduceFrom } from './reduce.js';
import { keyScope, type NameType, name, namesOf, type Scope, withNames } from './scope.js';
import { missingFrom, needFrom, takeFrom, weightFrom } from './take.js';
import type { Tape } from './tape.js';
import { type TypeHead, typeOfKey } from './vocabulary.js';

/** A measure as it is written, and the type of what it yields. */
export interface Measure {
  readonly document: JsonObject;
  readonly type: NameType;
  /** Keys that some of its events carry. */
  readonly carries: readonly string[];
}

const REDUCES: readonly string[] = [
  'sum',
  'count',
  'mean',
  'median',
  'min',
  'max',
  'latest',
  'first',
  'decay',
  'power',
];
const WEIGHTED: readonly string[] = ['sum', 'mean', 'power'];
const NUMBER_REDUCES: readonly string[] = REDUCES.filter((word) => word !== 'count');

/** Events of one type, or two, that agree with the keys in scope. */
export function eventsMeasure(tape: Tape, draft: Draft, keys: readonly string[]): Measure {
  const heads = typesFrom(tape, draft.vocabulary.types);
  const scope = keyScope(keys, typeOfKey);
  const members = reading(draft, eventScope(heads, scope));
  const reduce = tape.pick(REDUCES);
  const type: NameType =
    reduce === 'latest' || reduce === 'first' ? tape.pick(['number', 'text', 'date', 'flag']) : 'number';
  const value: JsonObject = reduce === 'count' ? {} : { value: formulaOf(type, tape, members, tape.next(3)) };
  const of: JsonObject = {
    kind: 'events',
    type: heads.length === 1 ? (heads[0]?.type ?? '') : heads.map((head) => head.type),
    ...whereFrom(tape, members),
    ...value,
    ...weightOf(tape, reduce, members),
  };
  return {
    document: {
      of,
      ...takeFrom(tape, scope, members, {
        window: true,
        where: true,
        order: type !== 'text' && type !== 'flag',
        reduce,
        picks: picksFor(draft, keys),
      }),
      reduce: reduceFrom(tape, reduce, reading(draft, scope)),
      ...missingFrom(tape, type === 'number'),
      ...needFrom(tape),
    },
    type,
    carries: (heads[0]?.keys ?? []).filter((key) => heads.every((head) => head.keys.includes(key))),
  };
}

function typesFrom(tape: Tape, types: readonly TypeHead[]): readonly TypeHead[] {
  const cards = types.filter(({ type }) => type === 'card.shown');
  const first = tape.pick([...types.slice(0, 2), ...cards, ...types]);
  if (!tape.once(5)) return [first];
  const second = tape.pick(types);
  return second === first ? [first] : [first, second];
}

function whereFrom(tape: Tape, scope: Scope): JsonObject {
  if (!tape.once(3)) return {};
  const short = tape.once(2) ? shortWhereFrom(tape, scope, false) : undefined;
  return { where: short ?? flagFormula(tape, scope, 1) };
}

function weightOf(tape: Tape, reduce: string, scope: Scope): JsonObject {
  if (!WEIGHTED.includes(reduce) || !tape.once(2)) return {};
  return {
    weight: weightFrom(
      tape,
      namesOf(scope, 'number')
        .slice(0, 2)
        .map(({ text }) => text),
    ),
  };
}

/** Indicators that pick an event and can be read where these keys are bound. */
function picksFor(draft: Draft, keys: readonly string[]): readonly string[] {
  return draft.indicators
    .filter(({ picks, per }) => picks && per.every((key) => keys.includes(key)))
    .map((head) => head.name);
}

/** Points that rules give. */
export function givenMeasure(tape: Tape, draft: Draft, keys: readonly string[]): Measure {
  const scope = keyScope(keys, typeOfKey);
  const reduce = tape.pick(['sum', 'sum', ...REDUCES]);
  return {
    document: {
      of: { kind: 'given' },
      ...takeFrom(tape, scope, scope, {
        window: false,
        where: false,
        order: true,
        reduce,
        picks: picksFor(draft, keys),
      }),
      reduce: reduceFrom(tape, reduce, scope),
      ...missingFrom(tape),
    },
    type: 'number',
    carries: [],
  };
}

/** One member for each value of a further key: a formula, or a measure in the scope of that value. */
export function eachMeasure(
  tape: Tape,
  draft: Draft,
  keys: readonly string[],
  key: string,
  passes: readonly string[],
): Measure {
  const scope = keyScope(keys, typeOfKey);
  const inner = [...keys, key];
  const around = passes.map((passed) => name(`outer.${passed}`, typeOfKey(passed)));
  const members = withNames(reading(draft, keyScope(inner, typeOfKey)), ...around, ...around);
  const nested = tape.once(2) ? carrierMeasure(tape, draft, inner, key) : undefined;
  const reads = draft.indicators.filter(
    (head) =>
      head.type === 'number' &&
      head.per.includes(key) &&
      head.with.length === 0 &&
      head.per.every((each) => inner.includes(each)),
  );
  const read = reads.length === 0 ? undefined : tape.pick(reads);
  const value: Json =
    nested ??
    (read === undefined
      ? numberFormula(tape, members, 1)
      : tape.pick([read.name, `(${read.name} + ${numberFormula(tape, members, 1)})`]));
  const isOpen = (nested !== undefined || read?.carries.includes(key) === true) && tape.once(2);
  const reduce = tape.pick(NUMBER_REDUCES);
  const of: JsonObject = {
    kind: 'each',
    key,
    ...(isOpen ? {} : { in: domainFrom(tape, draft, scope, key) }),
    ...whereFrom(tape, members),
    value,
    ...weightOf(tape, reduce, members),
  };
  const document = {
    of,
    ...takeFrom(tape, scope, members, { window: true, where: true, order: true, reduce, picks: [] }),
    reduce: reduceFrom(tape, reduce, reading(draft, scope)),
    ...missingFrom(tape),
    ...needFrom(tape),
  };
  return { document, type: 'number', carries: [] };
}

/** A nested measure of events that carry the key, so that the key's values can be found in them. */
function carrierMeasure(tape: Tape, draft: Draft, keys: readonly string[], key: string): JsonObject {
  const carriers = draft.vocabulary.types.filter((head) => head.keys.includes(key));
  const { document, type } = eventsMeasure(
    tape,
    { ...draft, vocabulary: { ...draft.vocabulary, types: carriers } },
    keys,
  );
  const { need, ...rest } = document;
  if (type === 'number') return need === undefined ? rest : document;
  return { ...rest, of: { kind: 'events', type: isJsonObject(rest.of) ? (rest.of.type ?? '') : '' }, reduce: 'count' };
}

function domainFrom(tape: Tape, draft: Draft, scope: Scope, key: string): JsonObject {
  const carriers = draft.vocabulary.types.filter((head) => head.keys.includes(key));
  const cohorts = draft.cohorts.filter((cohort) => cohort.of === key);
  const carrier = tape.pick(carriers);
  const ranges = () => rangeFrom(tape, reading(draft, scope));
  const options: readonly (() => JsonObject)[] = [
    () => ({ kind: 'values', values: key === 'period' ? [2026, 2027] : ['y', 'x', 'u1'] }),
    () => ({ kind: 'events', type: carrier.type, ...whereFrom(tape, reading(draft, eventScope([carrier], scope))) }),
    ...(key === 'period' ? [ranges, ranges, ranges] : []),
    ...(key === 'item' ? [() => ({ kind: 'events', type: 'work.done', list: 'tags' })] : []),
    ...cohorts.map((cohort) => () => ({ kind: 'cohort', cohort: cohort.name })),
  ];
  return tape.pick(options)();
}

/** Years around those that occur: some, one, none, or a bound that an indicator gives. */
function rangeFrom(tape: Tape, scope: Scope): JsonObject {
  const [read = '2026'] = namesOf(scope, 'number').map(({ text }) => text);
  const from = tape.pick<Json>(['2025', 2026, '2025.5', `2026 + (${read})`]);
  return { kind: 'range', from, to: tape.pick<Json>([2027, '2026.5', 2025, `2027 - (${read})`]) };
}

/** Earlier indicators as parts, with weights or full marks that add up. */
export function partsMeasure(
  tape: Tape,
  parts: readonly IndicatorHead[],
): Measure & { readonly full: number | undefined } {
  const [first, ...others] = parts;
  const chosen = [...(first === undefined ? [] : [first]), ...others.filter(() => tape.once(2))];
  const reduce = tape.pick(NUMBER_REDUCES);
  const weighted =
    WEIGHTED.includes(reduce) && tape.once(2) ? weightsFor(tape, chosen) : chosen.map(({ name: part }): Json => part);
  const fulls = chosen.flatMap(({ full }) => full ?? []);
  const full =
    reduce === 'sum' && weighted.every((part) => typeof part === 'string') && fulls.length > 0
      ? fulls.reduce((sum, each) => sum + each, 0)
      : undefined;
  const document = {
    of: { kind: 'parts', parts: weighted },
    ...takeFrom(tape, keyScope([], typeOfKey), keyScope([], typeOfKey), {
      window: false,
      where: false,
      order: true,
      reduce,
      picks: [],
    }),
    reduce: reduceFrom(tape, reduce, keyScope([], typeOfKey)),
    ...missingFrom(tape),
    ...needFrom(tape),
  };
  return { document, type: 'number', carries: [], full };
}

/** Weights of hundredths that add up to 100. */
function weightsFor(tape: Tape, parts: readonly IndicatorHead[]): readonly Json[] {
  let left = 100;
  return parts.map(({ name: indicator }, index) => {
    const weight = index === parts.length - 1 ? left : Math.min(left, tape.pick([50, 25, 10, 0]));
    left -= weight;
    return { indicator, weight };
  });
}
