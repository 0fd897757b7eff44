import { canonical, type Json, outcomeDocument, parseEvents, parseRubric, ruleHits, tryReplay } from '@meritlog/core';
import { arbitraryCase, type Case } from '@meritlog/core/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { referenceHits, referenceOutcome } from '../src/index.js';

const TIMES = Number(process.env.MERITLOG_RUNS ?? '1');
const SEED = Number(process.env.MERITLOG_SEED ?? (TIMES === 1 ? 20_260_301 : Date.now() % 2 ** 31));

test('I9: the compiled conditions and json-rules-engine agree on every rule and event', {
  timeout: 120_000 * TIMES,
}, async () => {
  let tried = 0;
  let held = 0;
  await everyCase(30, async ({ rubric, ledger, lens, outcome }) => {
    const ours = ruleHits(outcome);
    tried += ours.length;
    held += ours.filter(({ holds }) => holds).length;
    const theirs = await referenceHits(rubric.model, ledger, lens);
    expect(ours.map(nameOf).sort()).toEqual(theirs.map(nameOf).sort());
  });
  console.log(`I9 (seed ${SEED}): ${tried} conditions tried, ${held} held`);
  expect(held).toBeGreaterThan(0);
});

test('I10: the reference evaluator agrees with the fast one, outcome by outcome', {
  timeout: 120_000 * TIMES,
}, async () => {
  let cases = 0;
  await everyCase(60, async ({ rubric, ledger, lens, outcome }) => {
    cases += 1;
    const { standings = [], subjects = {}, findings = [] } = outcomeDocument(outcome);
    const theirs = await referenceOutcome(rubric.model, ledger, lens);
    expect(plain({ standings, subjects, findings: withoutMessages(findings) })).toEqual(
      plain({ standings: theirs.standings, subjects: theirs.subjects, findings: withoutMessages(theirs.findings) }),
    );
  });
  console.log(`I10 (seed ${SEED}): ${cases} outcomes compared`);
});

type Judge = (one: {
  readonly rubric: Rubric;
  readonly ledger: Ledger;
  readonly lens: Case['lens'];
  readonly outcome: Outcome;
}) => Promise<void>;
type Rubric = Extract<ReturnType<typeof parseRubric>, { ok: true }>['value'];
type Ledger = Extract<ReturnType<typeof parseEvents>, { ok: true }>['value'];
type Outcome = Parameters<typeof outcomeDocument>[0];

/** Lenses that suppose another rubric or other events are core's own business; the reference takes what comes out. */
async function everyCase(runs: number, judge: Judge): Promise<void> {
  await fc.assert(
    fc.asyncProperty(arbitraryCase(), async ({ rubric: documents, events, lens: { suppose, ...lens } }) => {
      const rubric = gone(parseRubric(documents));
      const ledger = gone(parseEvents(rubric, events));
      const looked = suppose?.void === undefined ? lens : { ...lens, suppose: { void: suppose.void } };
      await judge({ rubric, ledger, lens: looked, outcome: gone(tryReplay(ledger, rubric, looked)) });
    }),
    { numRuns: Math.ceil(runs * TIMES), seed: SEED },
  );
}

function gone<T>(
  result:
    | { readonly ok: true; readonly value: T }
    | { readonly ok: false; readonly problems: readonly { readonly message: { readonly en: string } }[] },
): T {
  if (result.ok) return result.value;
  throw new Error(result.problems.map(({ message }) => message.en).join('\n'));
}

function nameOf({
  rule,
  trigger,
  member,
  edition,
  holds,
}: {
  readonly rule: string;
  readonly trigger: string;
  readonly member: string | null;
  readonly edition: string;
  readonly holds: boolean;
}): string {
  return canonical([rule, trigger, member, edition, holds]);
}

function withoutMessages(findings: unknown): Json {
  return plain(findings, (key, value) => (key === 'message' ? undefined : value));
}

function plain(value: unknown, change?: (key: string, value: unknown) => unknown): Json {
  return JSON.parse(JSON.stringify(value, change));
}
