import type { Json, JsonObject } from '../model/json.js';
import type { CohortHead } from './cohorts.js';
import { shortWhereFrom, topConditionFrom } from './condition.js';
import { type Draft, reading } from './draft.js';
import {
  consequenceFrom,
  type EffectPlace,
  type EffectWord,
  endFrom,
  giveFrom,
  issueFrom,
  limitFrom,
  voidFrom,
} from './effect.js';
import { eventScope } from './event-scope.js';
import { flagFormula } from './formula.js';
import type { IndicatorHead } from './indicator-head.js';
import { keyScope, type Name, type Scope, withNames } from './scope.js';
import type { Tape } from './tape.js';
import { type TypeHead, typeOfKey } from './vocabulary.js';

/** A rule as it is written, and what decides which other rules may stand against it. */
export interface RuleDraft {
  readonly document: JsonObject;
  readonly name: string;
  readonly on: string;
  /** How many indicators it may read. */
  readonly horizon: number;
  /** Tried at once and for its trigger alone. */
  readonly isPlain: boolean;
}

const WORDS: readonly EffectWord[] = [
  'limit',
  'give',
  'issue',
  'consequence',
  'give',
  'limit',
  'issue',
  'end',
  'consequence',
  'void',
];

/** One rule. Points and limits read only indicators before the one they act on; the others may read all. */
export function ruleFrom(tape: Tape, index: number, draft: Draft): RuleDraft {
  // Against the order of the alphabet, so that the order of the document and that of the names are told apart.
  const name = `r${9 - index}`;
  const word = tape.pick(WORDS);
  const target = word === 'give' ? pickGiven(tape, draft) : word === 'limit' ? pickNumber(tape, draft) : undefined;
  if (target !== undefined) return actingRule(tape, name, draft, target, word === 'give');
  if (word === 'consequence' && draft.standings.length > 0 && tape.once(2)) return standingRule(tape, name, draft);
  return passingRule(tape, name, draft, word === 'give' || word === 'limit' ? 'consequence' : word);
}

function pickGiven(tape: Tape, { indicators }: Draft): IndicatorHead | undefined {
  const given = indicators.filter(({ kind }) => kind === 'given');
  return given.length === 0 ? undefined : tape.pick(given);
}

/** Any number but those that computed fields read. */
function pickNumber(tape: Tape, { indicators }: Draft): IndicatorHead | undefined {
  const numbers = indicators.filter(({ name, type }) => type === 'number' && name !== 'base');
  const plain = numbers.filter(({ per }) => per.includes('unit') && per.length < 3);
  return numbers.length === 0 ? undefined : tape.pick([...plain, ...plain, ...numbers]);
}

function actingRule(tape: Tape, name: string, draft: Draft, target: IndicatorHead, gives: boolean): RuleDraft {
  const horizon = draft.indicators.indexOf(target);
  const below: Draft = { ...draft, indicators: draft.indicators.slice(0, horizon), standings: [] };
  const types = draft.vocabulary.types.filter(({ keys }) => !gives || target.per.every((key) => keys.includes(key)));
  const on = tape.pick([...types.slice(0, 3), ...types.slice(0, 2), ...types]);
  const scope = reading(below, eventScope([on]));
  const applies = tape.pick(gives ? ['', '', 'lenient', 'date(time)'] : ['', '', '', 'date(time)']);
  const document = {
    ...headOf(name, on.type),
    ...(gives || tape.once(3) ? whenFrom(tape, scope) : {}),
    ...(applies === '' ? {} : { appliesBy: applies }),
    event: gives ? giveFrom(tape, target.name, scope) : limitFrom(tape, target.name, scope),
  };
  return { document, name, on: on.type, horizon, isPlain: true };
}

function standingRule(tape: Tape, name: string, draft: Draft): RuleDraft {
  const standing = tape.pick(draft.standings);
  const scope = reading(draft, keyScope(standing.keys, typeOfKey));
  const document = { ...headOf(name, standing.name), ...whenFrom(tape, scope), event: consequenceFrom(tape, scope) };
  return { document, name, on: standing.name, horizon: draft.indicators.length, isPlain: false };
}

/** Later ones in this order may be issued by earlier ones. */
const ISSUED: readonly string[] = ['fault.found', 'card.shown', 'notice.given'];

function passingRule(
  tape: Tape,
  name: string,
  draft: Draft,
  word: 'issue' | 'end' | 'void' | 'consequence',
): RuleDraft {
  const types = draft.vocabulary.types.filter(({ type }) => word !== 'issue' || type !== 'notice.given');
  const on = tape.pick([...types.slice(0, 2), ...types]);
  const cohort =
    word !== 'void' && (on.type === 'period.reviewed' ? !tape.once(4) : tape.once(8)) ? fanOut(tape, draft) : undefined;
  const trigger = eventScope([on]);
  const scope = reading(draft, cohort === undefined ? trigger : withKeys(trigger, cohort));
  const delays = word === 'issue' || word === 'end';
  const at = delays && tape.once(3) ? { at: delayFrom(tape, on) } : {};
  const place: EffectPlace = {
    scope,
    indicators: draft.indicators,
    issues: issuesOf(on.type, scope),
    compares: draft.compares,
  };
  const document: JsonObject = {
    ...headOf(name, on.type),
    ...(cohort === undefined ? {} : { for: cohort.name }),
    ...at,
    ...whenFrom(tape, scope),
    event: effectFrom(word, tape, place),
  };
  return {
    document,
    name,
    on: on.type,
    horizon: draft.indicators.length,
    isPlain: cohort === undefined && Object.keys(at).length === 0,
  };
}

/** Cards and faults carry the unit, which their subject must name. */
function issuesOf(type: string, scope: Scope): readonly string[] {
  const later = ISSUED.slice(ISSUED.indexOf(type) + 1);
  return scope.keys.includes('period') ? later : later.filter((each) => each === 'notice.given');
}

function fanOut(tape: Tape, draft: Draft): CohortHead | undefined {
  const units = draft.cohorts.filter(({ of }) => of === 'unit');
  return units.length === 0 ? undefined : tape.pick(units);
}

function withKeys(scope: Scope, { of, each }: CohortHead): Scope {
  const keys = [of, ...each];
  const inner = keyScope(keys, typeOfKey).names.filter(
    ({ text }) => keys.includes(text) && !scope.names.some((own) => own.text === text),
  );
  return { ...withNames(scope, ...inner), keys: [...new Set([...scope.keys, ...keys])] };
}

function delayFrom(tape: Tape, on: TypeHead): string {
  const due = on.fields.some(({ text }: Name) => text === 'due') ? ['addDays(due, 16)', 'due'] : [];
  const late = on.fields.some(({ text }: Name) => text === 'seen') ? ['seen'] : [];
  return tape.pick([
    'addDays(date(time), 10)',
    'addMonths(date(time), 1)',
    ...due,
    ...late,
    "date('2026-07-01')",
    'endOf(date(time))',
  ]);
}

function effectFrom(word: 'issue' | 'end' | 'void' | 'consequence', tape: Tape, place: EffectPlace): JsonObject {
  switch (word) {
    case 'issue':
      return issueFrom(tape, place);
    case 'end':
      return endFrom(tape, place);
    case 'void':
      return voidFrom(tape, place);
    case 'consequence':
      return consequenceFrom(tape, place.scope);
  }
}

function headOf(name: string, on: string): JsonObject {
  return { name, basis: '1', on };
}

/** No condition, a tree, the short form, or both. A named condition stands for one about every event. */
function whenFrom(tape: Tape, scope: Scope): JsonObject {
  const kind = tape.pick(['none', 'tree', 'tree', 'none', 'tree', 'short', 'both', 'named']);
  const tree: Json =
    kind === 'named' && scope.hasEvent ? { all: [{ condition: NAMED }] } : topConditionFrom(tape, scope);
  const short =
    kind === 'short' || kind === 'both'
      ? tape.once(4)
        ? `coalesce(${flagFormula(tape, scope, 1)}, false)`
        : shortWhereFrom(tape, scope, true)
      : undefined;
  const hasTree = kind === 'tree' || kind === 'both' || kind === 'named' || (kind === 'short' && short === undefined);
  return { ...(short === undefined ? {} : { where: short }), ...(hasTree ? { conditions: tree } : {}) };
}

const NAMED = 'ordinary';

/** About what every event has. */
export function namedConditions(): JsonObject {
  const tests = [
    { fact: 'id', operator: 'notEqual', value: 'e3' },
    { not: { fact: 'state', operator: 'equal', value: 'lapsed' } },
  ];
  return { [NAMED]: { any: tests } };
}

/** `unless` names earlier rules and `overrides` later ones, so that they never go in a circle. */
export function withExceptions(tape: Tape, rules: readonly RuleDraft[]): readonly JsonObject[] {
  return rules.map((rule, index) => {
    const alike = (other: RuleDraft): boolean => other.on === rule.on && other.isPlain && rule.isPlain;
    const earlier = rules
      .slice(0, index)
      .filter((other) => alike(other) && other.horizon <= rule.horizon && tape.once(3));
    const later = rules
      .slice(index + 1)
      .filter((other) => alike(other) && rule.horizon <= other.horizon && tape.once(4));
    return {
      ...rule.document,
      ...(earlier.length === 0 ? {} : { unless: earlier.map(({ name }) => name) }),
      ...(later.length === 0 ? {} : { overrides: later.map(({ name }) => name) }),
    };
  });
}
