import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parseEvents, parseRubric, replay, rubricCoverage } from '../../src/index.js';

const example = path.resolve(import.meta.dirname, '../../../../examples/four-institutions');
const text = readFileSync(path.join(example, 'events.jsonl'), 'utf8');
const rubric = parseRubric(readFileSync(path.join(example, 'rubric.json'), 'utf8'));
if (!rubric.ok) throw new Error('the rubric of the four institutions is refused');
const ledger = parseEvents(rubric.value, text);
if (!ledger.ok) throw new Error('the events of the four institutions are refused');

test('The coverage of the four institutions counts what one can count by hand', { timeout: 240_000 }, () => {
  const coverage = rubricCoverage(rubric.value, ledger.value);
  const outcome = replay(ledger.value, rubric.value);
  const events = outcome.session.events.map(({ event }) => event);
  const ofType = (type: string) => events.filter((event) => event.type === type);
  const rule = (name: string) => coverage.rules.find((one) => one.rule === name);

  // Types that no rule issues: their events are those that stand.
  const { rules } = rubric.value.model.editions[0] ?? {};
  const issued = new Set(
    [...(rules?.values() ?? [])].flatMap(({ effect }) => (effect.kind === 'issue' ? [effect.type] : [])),
  );
  let compared = 0;
  for (const { on, name, effect } of rules?.values() ?? []) {
    if (on.kind !== 'events' || effect.kind === 'void' || on.types.some((type) => issued.has(type))) continue;
    expect([name, rule(name)?.triggers]).toEqual([name, on.types.flatMap(ofType).length]);
    compared += 1;
  }
  expect(compared).toBeGreaterThan(20);

  const petitions = ofType('matter.overdue').filter(({ data }) => data?.kind === 'petition');
  const matters = new Set(petitions.map(({ subject, data }) => `${subject} ${data?.matter} ${data?.due}`));
  expect(rule('petition-overdue')?.fired).toBe(matters.size);
  const [ranking] = outcome.standings;
  const bands = coverage.standings[0]?.bands.map(({ id, times }) => [id, times]);
  expect(bands).toEqual(
    ['excellent', 'good', 'fair', 'poor'].map((id) => [id, ranking?.rows.filter(({ band }) => band === id).length]),
  );
  const severe = new Set(ofType('incident.established').map(({ data }) => data?.severity));
  const { choices = [] } = coverage.types.find(({ type }) => type === 'incident.established') ?? {};
  expect(
    choices
      .filter(({ field, seen }) => field === 'severity' && seen > 0)
      .map(({ choice }) => choice)
      .sort(),
  ).toEqual([...severe].sort());
  const cards = Object.values(outcome.subjects).flatMap((file) => file.cards);
  expect(rule('yellow-notice')?.fired).toBe(
    cards.filter(({ colour, state }) => colour === 'yellow' && state !== 'refused' && state !== 'revoked').length,
  );
  const ends = [...outcome.session.reader.columns.endedAt.values()];
  expect(rule('lapse')?.fired).toBe(ends.filter(({ as }) => as === 'lapsed').length);
});
