import {
  type CloudEvent,
  type Json,
  type JsonObject,
  type Lens,
  outcomeDocument,
  parseEvents,
  parseRubric,
  tryReplay,
} from '@meritlog/core';
import { expect } from 'vitest';
import { referenceOutcome } from '../src/index.js';

/** What both evaluators make of a rubric in UTC and its events: the values of indicators by subject. They must agree. */
export async function both(
  parts: { readonly [part: string]: Json },
  events: readonly CloudEvent[],
  lens: Lens = {},
): Promise<(subject: string, indicator: string) => Json | undefined> {
  const rubric = gone(parseRubric(JSON.stringify({ ...HEAD, ...parts })));
  const ledger = gone(parseEvents(rubric, events));
  const { standings = [], subjects = {}, findings = [] } = outcomeDocument(gone(tryReplay(ledger, rubric, lens)));
  const theirs = await referenceOutcome(rubric.model, ledger, lens);
  const told = (all: unknown) => plain(all, (key, value) => (key === 'message' ? undefined : value));
  expect(plain({ standings, subjects })).toEqual(plain({ standings: theirs.standings, subjects: theirs.subjects }));
  expect(told(findings)).toEqual(told(theirs.findings));
  return (subject, indicator) => theirs.subjects[subject]?.indicators[indicator]?.value;
}

const HEAD: JsonObject = {
  kind: 'rubric',
  id: 'primitives',
  edition: '1',
  effective: { from: '2020-01-01' },
  zone: { name: 'UTC', offsets: [{ offset: '+00:00' }] },
};

function gone<T>(
  result:
    | { readonly ok: true; readonly value: T }
    | {
        readonly ok: false;
        readonly problems: readonly { readonly pointer: string; readonly message: { readonly en: string } }[];
      },
): T {
  if (result.ok) return result.value;
  throw new Error(result.problems.map(({ pointer, message }) => `${pointer}: ${message.en}`).join('\n'));
}

function plain(value: unknown, change?: (key: string, value: unknown) => unknown): Json {
  return JSON.parse(JSON.stringify(value, change));
}
