import type { Json, JsonObject } from '../model/json.js';
import { cohortsOf } from './cohorts.js';
import { type Declared, type Draft, reading } from './draft.js';
import { dateFormula, flagFormula, NUMERALS, numberFormula, textFormula } from './formula.js';
import type { IndicatorHead } from './indicator-head.js';
import { mapStepFrom } from './map-steps.js';
import { keyScope, type Name, type NameType, name, withNames } from './scope.js';
import { eachMeasure, eventsMeasure, givenMeasure, type Measure, partsMeasure } from './source.js';
import type { Tape } from './tape.js';
import { typeOfKey } from './vocabulary.js';

export type DeclaredIndicator = Declared<IndicatorHead>;

const PER: readonly (readonly string[])[] = [
  ['unit', 'period'],
  ['unit'],
  ['unit', 'period'],
  ['unit', 'period'],
  ['unit', 'period', 'item'],
  ['period'],
  ['item', 'period'],
  [],
];

/** One indicator that reads only those before it. */
export function indicatorFrom(tape: Tape, index: number, draft: Draft): DeclaredIndicator {
  const kind = tape.pick(['events', 'given', 'formula', 'each', 'parts', 'events', 'given'] as const);
  const own = draft.compares ? PER : PER.filter((keys) => keys.includes('unit'));
  const per = tape.pick(kind === 'given' ? own.slice(0, 6) : own);
  const body = bodyFrom(kind, tape, draft, per);
  const cohorts = cohortsOf(draft.cohorts, per).map((cohort) => cohort.name);
  const isNumber = body.type === 'number';
  const map: readonly Json[] =
    isNumber && tape.once(3)
      ? tape.times(1, 2, () => mapStepFrom(tape, reading(draft, keyScope(per, typeOfKey)), cohorts))
      : [];
  const full = body.kind === 'parts' ? body.full : isNumber && tape.once(4) ? 20 : undefined;
  const head: IndicatorHead = {
    name: `i${index}`,
    per,
    with: body.with,
    type: body.type,
    kind: body.kind,
    full,
    picks: body.kind === 'events' && ['latest', 'first'].includes(String(body.document.reduce)),
    carries: body.carries,
  };
  const document: JsonObject = {
    ...(tape.once(3) ? { title: { en: `Indicator ${index}`, zh: `指标${index}` }, code: `${index}.1` } : {}),
    ...(per.length === 0 ? {} : { per: [...per] }),
    ...(body.with.length === 0 ? {} : { with: [...body.with] }),
    ...(full === undefined ? {} : { full }),
    ...body.document,
    ...(map.length === 0 ? {} : { map: map.length === 1 ? (map[0] ?? 0) : map }),
    ...(isNumber && tape.once(2) ? { otherwise: tape.pick(NUMERALS) } : {}),
    ...(isNumber && tape.once(4) ? { bands: bandsFrom(tape) } : {}),
    ...(tape.once(8) ? { hidden: true } : {}),
  };
  return { head, document };
}

interface Body extends Measure {
  readonly kind: IndicatorHead['kind'];
  readonly with: readonly string[];
  readonly full: number | undefined;
}

function bodyFrom(kind: IndicatorHead['kind'], tape: Tape, draft: Draft, per: readonly string[]): Body {
  const base = { with: [], full: undefined };
  switch (kind) {
    case 'events':
      return { kind, ...base, ...eventsMeasure(tape, draft, per) };
    case 'given':
      return { kind, ...base, ...givenMeasure(tape, draft, per) };
    case 'each': {
      const free = ['item', 'unit', 'period'].filter((key) => !per.includes(key) && (draft.compares || key !== 'unit'));
      if (free.length === 0) return formulaBody(tape, draft, per);
      const key = tape.pick(free);
      const passes = tape.once(4) ? [key] : [];
      return { kind, ...base, with: passes, ...eachMeasure(tape, draft, per, key, passes) };
    }
    case 'parts': {
      const parts = draft.indicators.filter(
        (head) => head.type === 'number' && head.with.length === 0 && head.per.every((key) => per.includes(key)),
      );
      return parts.length === 0 ? formulaBody(tape, draft, per) : { kind, ...base, ...partsMeasure(tape, parts) };
    }
    case 'formula':
      return formulaBody(tape, draft, per);
  }
}

/** What a reader may pass beside the keys: a field of the event in which it reads. */
const PASSED: readonly Name[] = [
  name('due', 'date'),
  name('score', 'number'),
  name('level', 'text'),
  name('seen', 'instant'),
];

function formulaBody(tape: Tape, draft: Draft, per: readonly string[]): Body {
  const passes = tape.once(6) ? [tape.pick(PASSED)] : [];
  const scope = withNames(reading(draft, keyScope(per, typeOfKey)), ...passes, ...passes);
  const type: NameType = tape.pick(['number', 'number', 'number', 'flag', 'text', 'date']);
  const document = { is: isFrom(type, tape, scope) };
  return { kind: 'formula', with: passes.map(({ text }) => text), full: undefined, document, type, carries: [] };
}

function isFrom(type: NameType, tape: Tape, scope: ReturnType<typeof keyScope>): string {
  const depth = 1 + tape.next(3);
  if (type === 'flag') return flagFormula(tape, scope, depth);
  if (type === 'text') return textFormula(tape, scope, depth);
  return type === 'date' ? dateFormula(tape, scope, depth) : numberFormula(tape, scope, depth);
}

function bandsFrom(tape: Tape): Json {
  const high = { id: 'high', from: tape.pick<Json>([5, 10, '2.5']) };
  return tape.once(2) ? [high, { id: 'middle', from: 1, below: high.from }, { id: 'low' }] : [high, { id: 'low' }];
}
