import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type CaseFile,
  type Claims,
  type Command,
  caseFile,
  caseFiles,
  decide,
  evolve,
  nextSteps,
  openCase,
  overdueCases,
  parseEvents,
  replay,
} from '../src/index.js';
import { rubricOf } from './decide-samples.js';

const folder = path.resolve(import.meta.dirname, '../../../examples/four-institutions');
const rubric = rubricOf(JSON.parse(readFileSync(path.join(folder, 'rubric.json'), 'utf8')));
const year = parseEvents(rubric, readFileSync(path.join(folder, 'events.jsonl'), 'utf8'));
if (!year.ok) throw new Error('the year does not fit its rubric');
const ledger = year.value;

const INSPECTOR: Claims = { actor: 'i-1', roles: ['inspectorate'], memberOf: ['B02'] };
const CLERK: Claims = { actor: 'o-1', roles: ['office'] };
const OTHER_CLERK: Claims = { actor: 'o-2', roles: ['office'] };
const MEMBER: Claims = { actor: 'c-1', roles: ['committee'] };
const UNIT: Claims = { actor: 'u-1', roles: ['unit'], memberOf: ['A05'] };

function command(step: string, by: Claims, day: string, id: string, more: Partial<Command> = {}): Command {
  return { step, by, at: `2026-${day}T10:00:00+08:00`, id, source: '/chengchuan/sizhi', ...more };
}

function after(file: CaseFile, ...commands: readonly Command[]): CaseFile {
  return commands.reduce((so, next) => {
    const decision = decide(rubric, so, next);
    if (!decision.ok) throw new Error(decision.problems.map(({ message }) => message.en).join('\n'));
    return decision.events.reduce((file_, event) => evolve(rubric, file_, event), so);
  }, file);
}

function codes(file: CaseFile, next: Command): readonly string[] {
  const decision = decide(rubric, file, next);
  return decision.ok ? [] : decision.problems.map(({ code }) => code);
}

const proposal = command('propose', INSPECTOR, '08-03', 'p', {
  subject: 'A05',
  data: { rule: 'Y5', colour: 'yellow', matter: 'A05-matter-media', evidence: ['report 12'] },
});
const card = after(openCase(rubric, 'card', 'p'), proposal, command('confirm', CLERK, '08-05', 'c'));
const notice = command('serve', CLERK, '08-06', 'n', {
  subject: 'A05',
  data: { object: 'c', receivedOn: '2026-08-06' },
});
const served = after(openCase(rubric, 'appeal', 'c'), notice);
const appeal = (by: Claims, day: string): Command =>
  command('file', by, day, 'a', { data: { period: 2026, against: 'yellow' } });

describe('a yellow card of the four institutions', () => {
  it('is confirmed by the office as it was proposed, and counts', () => {
    expect(card.state).toBe('confirmed');
    const events = [...ledger.events.map(({ event }) => event), ...card.events.map(({ event }) => event)];
    const longer = parseEvents(rubric, events);
    if (!longer.ok) throw new Error(longer.problems.map(({ message }) => message.en).join('\n'));
    const lens = { asOf: '2026-08-31' };
    const cards = (of: typeof ledger) => replay(of, rubric, lens).subjects.A05?.cards.map(({ id }) => id);
    expect(cards(longer.value)).toEqual([...(cards(ledger) ?? []), 'c']);
  });

  it('is not confirmed by the role that proposed it, nor by somebody of the unit, and a black one only by the committee', () => {
    const proposed = after(openCase(rubric, 'card', 'p'), proposal);
    expect(codes(proposed, command('confirm', INSPECTOR, '08-05', 'c'))).toEqual(['wrong-role', 'same-person']);
    expect(codes(proposed, command('confirm', { ...CLERK, memberOf: ['A05'] }, '08-05', 'c'))).toEqual(['recused']);
    const black = after(openCase(rubric, 'card', 'p'), {
      ...proposal,
      data: { ...proposal.data, colour: 'black', rule: 'B3' },
    });
    expect(codes(black, command('confirm', CLERK, '08-05', 'c'))).toEqual(['not-allowed']);
    expect(codes(black, command('confirm', MEMBER, '08-05', 'c'))).toEqual([]);
  });

  it('is appealed in time by the unit itself: seven working days from the receipt since the amendment, five before', () => {
    expect(nextSteps(rubric, served, '2026-08-06').find(({ step }) => step === 'file')?.by).toBe('2026-08-17');
    expect(codes(served, appeal(UNIT, '08-17'))).toEqual([]);
    expect(codes(served, appeal(UNIT, '08-18'))).toEqual(['too-late']);
    expect(codes(served, appeal({ ...UNIT, memberOf: ['A04'] }, '08-10'))).toEqual(['not-concerned']);
    expect(codes(served, appeal(CLERK, '08-10'))).toEqual(['wrong-role', 'not-concerned']);
    const june = { ...notice, at: '2026-06-10T10:00:00+08:00', data: { object: 'c', receivedOn: '2026-06-10' } };
    const before = after(openCase(rubric, 'appeal', 'c'), june);
    expect(nextSteps(rubric, before, '2026-06-10').find(({ step }) => step === 'file')?.by).toBe('2026-06-17');
  });

  it('is decided upon twice, by others the second time, and never comes out worse', () => {
    const reviewed = after(
      served,
      appeal(UNIT, '08-10'),
      command('admit', OTHER_CLERK, '08-11', 'ad', { data: { period: 2026 } }),
      command('review', OTHER_CLERK, '08-20', 'r', { data: { period: 2026, outcome: 'dismissed' } }),
      command('appeal', UNIT, '08-26', 'a2', { data: { period: 2026 } }),
    );
    const decision = (by: Claims, data: Command['data'], day = '09-10') =>
      command('decide', by, day, 'd', { data: { period: 2026, ...data } });
    expect(reviewed.state).toBe('appealed');
    expect(codes(reviewed, decision({ ...OTHER_CLERK, roles: ['committee'] }, { outcome: 'revoked' }))).toEqual([
      'same-person',
    ]);
    expect(codes(reviewed, decision(MEMBER, { outcome: 'varied', leaves: 'black' }))).toEqual(['not-allowed']);
    expect(codes(reviewed, decision(MEMBER, { outcome: 'varied' }))).toEqual(['not-allowed']);
    const decided = after(reviewed, decision(MEMBER, { outcome: 'revoked' }));
    expect(decided.state).toBe('decided');
    expect(decided.entries.at(-1)).toMatchObject({
      by: '2026-09-16',
      late: false,
      event: { data: { appeal: 'a2', level: 'appeal' } },
    });
    const revoked = after(card, command('revoke', MEMBER, '09-11', 'v', { data: { reason: 'appeal upheld' } }));
    expect([revoked.state, revoked.entries.at(-1)?.event.data.card]).toEqual(['revoked', 'c']);
  });

  it('is not given a second term to decide twice', () => {
    const appealed = after(
      served,
      appeal(UNIT, '08-10'),
      command('dismissAtOnce', OTHER_CLERK, '08-11', 'ad', { data: { period: 2026, reason: 'late' } }),
      command('appeal', UNIT, '08-12', 'a2', { data: { period: 2026 } }),
      command('prolong', MEMBER, '08-31', 'x', { data: { period: 2026, reason: 'experts heard' } }),
    );
    expect(nextSteps(rubric, appealed, '2026-09-03').find(({ step }) => step === 'decide')).toMatchObject({
      by: '2026-09-16',
    });
    expect(
      codes(appealed, command('prolong', MEMBER, '09-01', 'x2', { data: { period: 2026, reason: 'more' } })),
    ).toEqual(['not-allowed']);
  });
});

describe('the recorded year', () => {
  it('has no card, order or appeal that its procedure would not have let through', () => {
    const files = ['card', 'rectification', 'appeal'].flatMap((name) => caseFiles(rubric, name, ledger));
    expect(files.flatMap(({ irregularities }) => irregularities)).toEqual([]);
    const states = caseFiles(rubric, 'card', ledger).map(({ state }) => state);
    const count = (of: string) => states.filter((state) => state === of).length;
    expect([count('confirmed'), count('lifted'), count('rejected'), states.length]).toEqual([15, 1, 3, 19]);
    expect(caseFile(rubric, 'appeal', ledger, 'A06-card-Y3-Q3').state).toBe('reviewed');
  });

  it('has exactly those claims late that came after their due date, and shows them as overdue meanwhile', () => {
    const files = caseFiles(rubric, 'rectification', ledger);
    const late = files
      .filter(({ entries }) => entries.some((entry) => entry.step === 'claim' && entry.late))
      .map(({ id }) => id);
    const naive = new Set<string>();
    for (const { data, type, event } of ledger.events) {
      if (type !== 'completion.claimed') continue;
      const order = ledger.events.find((one) => one.event.id === data.order);
      const extended = ledger.events.find(
        (one) => one.type === 'rectification.extended' && one.data.order === data.order,
      );
      if (event.time.slice(0, 10) > String(extended?.data.newDue ?? order?.data.due)) naive.add(String(data.order));
    }
    expect(late.length).toBeGreaterThan(5);
    expect(new Set(late)).toEqual(naive);
    const overdue = overdueCases(rubric, 'rectification', ledger, '2026-03-20');
    expect(overdue.map(({ file, steps }) => `${file.id} ${steps.map(({ step, by }) => `${step} ${by}`)}`)).toEqual([
      'A07-order-01 claim 2026-03-11',
    ]);
  });
});
