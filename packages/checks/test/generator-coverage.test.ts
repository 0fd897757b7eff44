import {
  canonical,
  type Json,
  outcomeDocument,
  parseEvents,
  parseRubric,
  rubricJsonSchema,
  tryReplay,
} from '@meritlog/core';
import { arbitraryCase, type Case } from '@meritlog/core/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type SchemaNode, spelledOut } from '../src/schema-node.js';
import { offered, type Use, usesOf } from '../src/schema-use.js';

// The laws are tried on generated rubrics: what is never generated, or never matters, is tried by none of them.

const schema = spelledOut(rubricJsonSchema() as SchemaNode);
/**
 * Procedures, on which no outcome hangs and which have laws of their own; words that only people read; what is there to
 * be checked or refused; examples; what has the same shape as something else (a measure inside a measure, common fields,
 * keys of awards and among the tied); and the word that is meant where none stands.
 */
const BESIDE = [
  /^\/(roles|procedures)\b/,
  /\/(title|basis|unit|\$schema)\b/,
  /^\/kind|polarity|\/priority$|\/bands\/below$|\/examples\b|items: text$/,
  /\/of\/value\/(take|reduce|missing|need)/,
  /\/(awards\/by|by\/by|then)\//,
  /^\/vocabulary\/common\/\*/,
];
const ALL = offered(schema).filter((one) => !BESIDE.some((part) => part.test(one)));
const WORDS = ALL.filter((one) => one.includes(': '));
const CASES = 300;
/** How often a word is tried before it counts as one that never matters. */
const TRIES = 60;
/** The kind of a field or a key is read by all that reads it, so it cannot be exchanged or removed alone. */
const READ = /^\/(keys|vocabulary)\//;

test('the generated rubrics use every property and word of the schema, and each word changes some outcome', {
  timeout: 240_000,
}, () => {
  const unseen = new Set(ALL);
  const idle = new Map(WORDS.filter((word) => !READ.test(word)).map((word) => [word, TRIES]));
  for (const one of fc.sample(arbitraryCase(), { numRuns: CASES, seed: 20_261_124 })) {
    const [document] = one.rubric;
    const all = usesOf(document, schema);
    for (const { what } of all) unseen.delete(what);
    const uses = all.filter(({ what }) => idle.has(what));
    const before = uses.length === 0 ? undefined : outcomeOf(one);
    if (before === undefined) continue;
    for (const use of firstOfEach(uses)) {
      const left = idle.get(use.what);
      if (left === undefined || left === 0) continue;
      if (changed(one, use).some((other) => [before, undefined].indexOf(outcomeOf(other)) < 0)) idle.delete(use.what);
      else idle.set(use.what, left - 1);
    }
    if (idle.size + unseen.size === 0) break;
  }
  expect({ unseen: [...unseen], idle: [...idle.keys()].filter((word) => !unseen.has(word)) }).toEqual({
    unseen: [],
    idle: [],
  });
});

function firstOfEach(uses: readonly Use[]): readonly Use[] {
  return [...new Map(uses.map((use) => [use.what, use])).values()];
}

/** The case with another word in the place, and without what the word stands in, from the inside out. */
function changed(one: Case, { what, path }: Use): readonly Case[] {
  const [first, ...later] = one.rubric;
  const [slot = '', word = ''] = what.split(': ');
  const others = WORDS.filter((other) => other.startsWith(`${slot}: `) && other !== `${slot}: ${word}`);
  const replaced = others.map((other) => replacedAt(first, path, other.slice(slot.length + 2)));
  const removed = path.map((_, index) => removedAt(first, path.slice(0, path.length - index)));
  return [...replaced, ...removed].map((document) => ({ ...one, rubric: [document, ...later] as Case['rubric'] }));
}

type Step = string | number;

function replacedAt(value: unknown, [step, ...rest]: readonly Step[], word: string): unknown {
  if (step === undefined) return word;
  if (Array.isArray(value)) return value.map((item, index) => (index === step ? replacedAt(item, rest, word) : item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, name === step ? replacedAt(part, rest, word) : part]),
  );
}

function removedAt(value: unknown, [step, ...rest]: readonly Step[]): unknown {
  const inner = (part: unknown): unknown => removedAt(part, rest);
  if (Array.isArray(value))
    return rest.length === 0
      ? value.filter((_, index) => index !== step)
      : value.map((item, index) => (index === step ? inner(item) : item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]) => {
      if (name !== step) return [[name, part]];
      return rest.length === 0 ? [] : [[name, inner(part)]];
    }),
  );
}

/** What people would see, as one text; undefined where the rubric is none. */
function outcomeOf({ rubric: documents, events, lens }: Case): string | undefined {
  const rubric = parseRubric(documents);
  if (!rubric.ok) return undefined;
  const ledger = parseEvents(rubric.value, events);
  if (!ledger.ok) return undefined;
  const outcome = tryReplay(ledger.value, rubric.value, lens);
  if (!outcome.ok) return undefined;
  const { digests: _, ...shown } = outcomeDocument(outcome.value);
  return canonical(JSON.parse(JSON.stringify(shown)) as Json);
}
