import { readFileSync } from 'node:fs';
import path from 'node:path';
import { outcomeDocument, parseEvents, parseRubric, replay, rubricJsonSchema, runExamples } from '@meritlog/core';
import { referenceOutcome } from '@meritlog/reference';
import { describe, expect, test } from 'vitest';
import { baseRubric, primitiveExamples } from '../src/primitives-page.js';
import { root } from '../src/repository.js';
import { type SchemaNode, spelledOut } from '../src/schema-node.js';
import { offered, usesOf } from '../src/schema-use.js';

const examples = primitiveExamples();
const schema = spelledOut(rubricJsonSchema() as SchemaNode);

describe.each(examples.map((example) => [example.title, example] as const))('%s', (_, { rubric: document, codes }) => {
  test('comes to what its examples say', () => {
    const rubric = gone(parseRubric(JSON.stringify(document)));
    const results = runExamples(rubric);
    expect(results.length).toBeGreaterThan(0);
    expect(results.filter(({ ok }) => !ok)).toEqual([]);
  });

  test('comes to the same by the reference evaluator', async () => {
    const rubric = gone(parseRubric(JSON.stringify(document)));
    for (const { events, asOf } of written(document)) {
      const ledger = gone(parseEvents(rubric, events.map(whole)));
      const lens = asOf === undefined ? {} : { asOf };
      const { standings = [], subjects = {} } = outcomeDocument(replay(ledger, rubric, lens));
      const theirs = await referenceOutcome(rubric.model, ledger, lens);
      expect(plain({ standings, subjects })).toEqual(plain({ standings: theirs.standings, subjects: theirs.subjects }));
    }
  });

  test('names problems and findings that there are', () => {
    const reference = readFileSync(path.join(root, 'docs/reference.md'), 'utf8');
    expect(codes.filter((code) => !reference.includes(`| \`${code}\` |`))).toEqual([]);
  });
});

test('every property of a rubric, and every word that may stand in it, is at work in an example', () => {
  const all = offered(schema).filter((one) => !NOT_SHOWN.some((part) => part.test(one)));
  const documents = [baseRubric(), ...examples.map(({ own }) => own)];
  const seen = new Set(documents.flatMap((document) => usesOf(document, schema).map(({ what }) => what)));
  expect(all.filter((one) => !seen.has(one))).toEqual([]);
});

/** Headings of a document, what is there to be refused, the attributes of events in examples, and what has the same shape elsewhere. */
const NOT_SHOWN = [
  /^\/(\$schema|title|basis|parent)/,
  /\/priority$/,
  /\/examples\/(title|events\/)/,
  /\/title\/(en|zh)$/,
  /\/(awards\/by|by\/by|then)\/(items|sort|reverse|depth|pad|if|among|by|unknown|order|title|name|is)/,
  /\/of\/value\/(take|reduce|missing|need)/,
  /^\/vocabulary\/common\/\*/,
];

interface Written {
  readonly events: readonly object[];
  readonly asOf?: string;
}

/** Every list of events in a rubric's examples. */
function written(value: unknown): readonly Written[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('events' in value && Array.isArray(value.events)) return [value as Written];
  return Object.values(value).flatMap(written);
}

function whole(event: object, index: number): object {
  const { time, ...rest } = event as { readonly time: string };
  const instant = time.length === 10 ? `${time}T00:00:00+00:00` : time;
  return { specversion: '1.0', id: `e${index + 1}`, source: '/example', ...rest, time: instant };
}

function gone<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly object[] },
): T {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.problems, null, 1));
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
