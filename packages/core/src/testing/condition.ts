import type { Json, JsonObject } from '../model/json.js';
import { NUMERALS, WORDS, wordsFor } from './formula.js';
import type { Name, Scope } from './scope.js';
import type { Tape } from './tape.js';

/** A tree of conditions in which every fact that may be unknown stands behind a guard. */
function conditionFrom(tape: Tape, scope: Scope, depth = 2): Json {
  const kind = depth <= 0 ? 0 : tape.next(6);
  const inner = (): Json => conditionFrom(tape, scope, depth - 1);
  if (kind === 3) return { all: tape.times(1, 3, inner) };
  if (kind === 4) return { any: tape.times(1, 3, inner) };
  if (kind === 5) return { not: inner() };
  return guarded(tape, scope);
}

/** A tree for the top of a rule, where a plain test may not stand alone. */
export function topConditionFrom(tape: Tape, scope: Scope): Json {
  const tree = conditionFrom(tape, scope);
  const isTest = typeof tree === 'object' && tree !== null && 'fact' in tree;
  return isTest ? { all: [tree] } : tree;
}

/** One test of a fact, behind the guards that it needs. */
function guarded(tape: Tape, scope: Scope): Json {
  const facts = factsOf(scope);
  const fact = tape.pick(facts);
  if (tape.once(8)) return presence(fact, tape.pick(['present', 'absent']));
  const other = fact.list ? undefined : sameType(tape, fact, facts);
  const unsure = [fact, ...(other === undefined ? [] : [other])].filter(({ sure }) => !sure);
  const test = testOf(tape, fact, other);
  if (unsure.length === 0) return test;
  if (tape.once(3)) return { any: [...unsure.map((each) => presence(each, 'absent')), test] };
  return { all: [...unsure.map((each) => presence(each, 'present')), test] };
}

/** Names that stand alone; a call with arguments is no fact. */
function factsOf(scope: Scope): readonly Name[] {
  const seen = new Set<string>();
  const plain = scope.names.filter(({ text }) => /^[A-Za-z_][A-Za-z0-9_]*(?:\.(?:rank|band))?$/.test(text));
  return plain.filter(({ text }) => !seen.has(text) && seen.add(text) !== undefined);
}

function presence({ text }: Name, operator: string): JsonObject {
  return { fact: text, operator, value: true };
}

function sameType(tape: Tape, fact: Name, facts: readonly Name[]): Name | undefined {
  const alike = facts.filter(
    ({ type, text, list, choices }) => !list && type === fact.type && text !== fact.text && choices.length === 0,
  );
  return alike.length > 0 && fact.choices.length === 0 && tape.once(5) ? tape.pick(alike) : undefined;
}

const ORDERED: readonly string[] = ['greaterThan', 'greaterThanInclusive', 'lessThan', 'lessThanInclusive'];
const ALIKE: readonly string[] = ['equal', 'notEqual'];

function testOf(tape: Tape, fact: Name, other: Name | undefined): JsonObject {
  const { text, type } = fact;
  if (fact.list)
    return { fact: text, operator: tape.pick(['contains', 'doesNotContain']), value: literalOf(tape, fact) };
  const isOrdered = type !== 'text' && type !== 'flag';
  const operators = isOrdered ? [...ORDERED, ...ALIKE] : ALIKE;
  if (other !== undefined) return { fact: text, operator: tape.pick(operators), value: { fact: other.text } };
  const operator = tape.pick(type === 'flag' ? ALIKE : [...operators, 'in', 'notIn']);
  const isList = operator === 'in' || operator === 'notIn';
  return {
    fact: text,
    operator,
    value: isList ? tape.times(1, 3, () => literalOf(tape, fact)) : literalOf(tape, fact),
  };
}

/** A literal beside a name: of its type, and one of its choices where it has any. */
function literalOf(tape: Tape, fact: Name): Json {
  switch (fact.type) {
    case 'number':
      return Number(tape.pick(NUMERALS));
    case 'text':
      return tape.pick(fact.list ? WORDS : wordsFor(fact));
    case 'flag':
      return tape.once(2);
    case 'date':
      return tape.pick(['2026-05-01', '2026-03-02', '2026-12-31']);
    case 'instant':
      return tape.pick(['2026-05-01T08:00:00+08:00', '2026-03-02T00:00:00Z']);
  }
}

/** The short form: plain tests by name, all of which must hold. Only facts that are always known, unless they are guarded elsewhere. */
export function shortWhereFrom(tape: Tape, scope: Scope, onlySure: boolean): JsonObject | undefined {
  const usable = factsOf(scope).filter(({ sure, list, text }) => !list && (sure || !onlySure) && !text.includes('.'));
  if (usable.length === 0) return undefined;
  return Object.fromEntries(tape.times(1, 2, () => shortTest(tape, tape.pick(usable))));
}

function shortTest(tape: Tape, fact: Name): [string, Json] {
  const literal = literalOf(tape, fact);
  const isOrdered = fact.type !== 'text' && fact.type !== 'flag';
  const forms: readonly Json[] = [literal, [literal, literalOf(tape, fact)], { notEqual: literal }, { present: true }];
  const more: readonly Json[] = isOrdered ? [{ greaterThan: literal }, { lessThanInclusive: literal }] : [];
  const form = tape.pick([...forms, ...more]);
  return [fact.text, fact.type === 'flag' && Array.isArray(form) ? literal : form];
}
