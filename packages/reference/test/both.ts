import {
  type CloudEvent,
  type Json,
  type JsonObject,
  type Lens,
  type Outcome,
  outcomeDocument,
  parseEvents,
  parseRubric,
  type Result,
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
  const { subjects } = await agreed({ ...HEAD, ...parts }, events, lens);
  return (subject, indicator) => subjects[subject]?.indicators[indicator]?.value;
}

/** The outcome that both evaluators come to. Throws where the rubric or the ledger has problems, or where they disagree. */
export async function agreed(document: Json, events: readonly object[], lens: Lens): Promise<Outcome> {
  const rubric = right(parseRubric(document));
  const ledger = right(parseEvents(rubric, events));
  const outcome = right(tryReplay(ledger, rubric, lens));
  const { standings = [], subjects = {}, findings = [] } = outcomeDocument(outcome);
  const theirs = await referenceOutcome(rubric.model, ledger, lens);
  const other = { standings: theirs.standings, subjects: theirs.subjects, findings: theirs.findings };
  expect(told({ standings, subjects, findings })).toEqual(told(other));
  return outcome;
}

const HEAD: JsonObject = {
  kind: 'rubric',
  id: 'primitives',
  edition: '1',
  effective: { from: '2020-01-01' },
  zone: { name: 'UTC', offsets: [{ offset: '+00:00' }] },
};

function right<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.problems.map(({ pointer, message }) => `${pointer}: ${message.en}`).join('\n'));
}

/** Without the sentences of findings, which the reference does not write. */
function told(body: object): Json {
  return JSON.parse(JSON.stringify(body, (key, value: unknown) => (key === 'message' ? undefined : value)));
}
