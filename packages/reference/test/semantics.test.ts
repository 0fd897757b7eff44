import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Json, type Lens, parseEvents, parseRubric } from '@meritlog/core';
import { expect, test } from 'vitest';
import { referenceOutcome } from '../src/index.js';

const goldens = path.resolve(import.meta.dirname, '../../core/test/semantics/1');

test.each(readdirSync(goldens))('The reference evaluator, too, comes to what the golden %s has', async (name) => {
  const [rubricText = '', events = '', lensText = '', outcome = ''] = ['rubric', 'events', 'lens', 'outcome'].map(
    (part) => readFileSync(path.join(goldens, name, `${part}.${part === 'events' ? 'jsonl' : 'json'}`), 'utf8'),
  );
  const rubric = parseRubric(rubricText);
  if (!rubric.ok) throw new Error('a golden is right');
  const ledger = parseEvents(rubric.value, events);
  if (!ledger.ok) throw new Error('a golden is right');
  const lens: Lens = JSON.parse(lensText);
  const theirs = await referenceOutcome(rubric.value.model, ledger.value, lens);
  const { standings, subjects, findings } = JSON.parse(outcome);
  expect(plain(theirs)).toEqual({ standings, subjects, findings: plain(findings) });
});

/** Sentences are core's own. */
function plain(value: unknown): Json {
  return JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === 'message' ? undefined : inner)));
}
