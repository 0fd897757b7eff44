import { describe, expect, it } from 'vitest';
import {
  type CaseFile,
  type Command,
  caseFile,
  decide,
  evolve,
  nextSteps,
  openCase,
  parseEvents,
} from '../src/index.js';
import { CARDS, CHAIR, CLERK, command, INSPECTOR, rubricOf, UNIT } from './decide-samples.js';

const rubric = rubricOf(CARDS);

const proposal = command('propose', INSPECTOR, 1, 'c1', {
  subject: 'A03',
  data: { colour: 'yellow', evidence: ['report 7'] },
});

/** The file after commands that are all taken. */
function after(...commands: readonly Command[]): CaseFile {
  return commands.reduce(
    (file, next) => {
      const decision = decide(rubric, file, next);
      if (!decision.ok) throw new Error(decision.problems.map(({ message }) => message.en).join('\n'));
      return decision.events.reduce((so, event) => evolve(rubric, so, event), file);
    },
    openCase(rubric, 'card', 'c1'),
  );
}

function codes(file: CaseFile, next: Command): readonly string[] {
  const decision = decide(rubric, file, next);
  return decision.ok ? [] : decision.problems.map(({ code, pointer }) => `${code} ${pointer}`);
}

describe('a card', () => {
  it('is proposed with the case, the actor and the role written by the procedure', () => {
    const decision = decide(rubric, openCase(rubric, 'card', 'c1'), proposal);
    expect(decision).toMatchObject({
      ok: true,
      events: [
        {
          specversion: '1.0',
          id: 'c1',
          source: '/district',
          type: 'card.proposed',
          subject: 'A03',
          time: '2026-07-01T12:00:00+08:00',
          data: { colour: 'yellow', evidence: ['report 7'], actor: 'p1', role: 'inspector' },
        },
      ],
    });
    expect(after(proposal).state).toBe('proposed');
  });

  it('is confirmed by another, with the fields that the step sets', () => {
    const file = after(proposal, command('confirm', CLERK, 3, 'c2'));
    expect(file.state).toBe('confirmed');
    expect(file.entries[1]?.event.event).toMatchObject({
      subject: 'A03',
      data: { proposal: 'c1', actor: 'p2', role: 'office', colour: 'yellow', points: -10 },
    });
    expect(file.entries[1]).toMatchObject({ by: '2026-07-11', late: false });
  });

  it('is marked as late where a duty was overdue', () => {
    expect(after(proposal, command('confirm', CLERK, 12, 'c2')).entries[1]).toMatchObject({ late: true });
  });

  it('is lifted by an event that names the confirmation, and not the case', () => {
    const file = after(proposal, command('confirm', CLERK, 3, 'c2'), command('lift', CLERK, 9, 'c3'));
    expect(file.state).toBe('lifted');
    expect(file.entries[2]?.event.data).toEqual({
      actor: 'p2',
      role: 'office',
      card: 'c2',
      dates: { on: '2026-07-09' },
    });
  });

  it('is made of the recorded events alone, wherever they stand in the ledger', () => {
    const file = after(proposal, command('confirm', CLERK, 3, 'c2'), command('lift', CLERK, 9, 'c3'));
    const others = [command('propose', INSPECTOR, 2, 'd1', { ...proposal, id: 'd1' })].flatMap((next) => {
      const decision = decide(rubric, openCase(rubric, 'card', 'd1'), next);
      return decision.ok ? decision.events : [];
    });
    const ledger = parseEvents(rubric, [...others, ...file.events.map(({ event }) => event).reverse()]);
    expect(ledger.ok && caseFile(rubric, 'card', ledger.value, 'c1')).toEqual(file);
  });
});

describe('a command is refused', () => {
  it('from who has not the role', () => {
    expect(codes(after(proposal), command('confirm', UNIT, 3, 'c2'))).toEqual(['wrong-role /by/roles', 'recused /by']);
  });

  it('from who took a step that must be taken by another', () => {
    const both = { actor: 'p1', roles: ['office'] };
    expect(codes(after(proposal), command('confirm', both, 3, 'c2'))).toEqual(['same-person /by/actor']);
  });

  it('from who belongs to the unit concerned, or was named as recused', () => {
    const member = { actor: 'p9', roles: ['office'], memberOf: ['A03'] };
    expect(codes(after(proposal), command('confirm', member, 3, 'c2'))).toEqual(['recused /by']);
    const named = after(proposal, command('recuse', CLERK, 2, 'r1', { data: { person: 'p2' } }));
    expect(named.state).toBe('proposed');
    expect(codes(named, command('confirm', CLERK, 3, 'c2'))).toEqual(['recused /by']);
    expect(codes(openCase(rubric, 'card', 'c1'), { ...proposal, by: { ...INSPECTOR, memberOf: ['A03'] } })).toEqual([
      'recused /by',
    ]);
  });

  it('from who is not the one that it is for', () => {
    const file = after(proposal, command('confirm', CLERK, 3, 'c2'));
    expect(codes(file, command('file', { ...UNIT, memberOf: ['A04'] }, 5, 'c3'))).toEqual(['not-concerned /by']);
    expect(codes(file, command('file', UNIT, 5, 'c3'))).toEqual([]);
  });

  it('when a right has lapsed: the last day is still in time', () => {
    const file = after(proposal, command('confirm', CLERK, 3, 'c2'));
    expect(codes(file, command('file', UNIT, 8, 'c3', { at: '2026-07-08T23:59:59.999+08:00' }))).toEqual([]);
    expect(codes(file, command('file', UNIT, 9, 'c3', { at: '2026-07-09T00:00:00+08:00' }))).toEqual(['too-late /at']);
  });

  it('in a state in which the step is not possible', () => {
    expect(codes(openCase(rubric, 'card', 'c1'), command('confirm', CLERK, 3, 'c2'))).toContain(
      'not-in-this-state /step',
    );
    expect(codes(after(proposal), { ...proposal, id: 'c1', at: '2026-07-02T12:00:00+08:00' })).toEqual([
      'id-taken /id',
      'not-in-this-state /step',
    ]);
  });

  it('where something is missing, and where the vocabulary does not take it', () => {
    const bare = { ...proposal, data: { colour: 'yellow', evidence: [] } };
    expect(codes(openCase(rubric, 'card', 'c1'), bare)).toEqual(['not-given /data/evidence']);
    expect(codes(openCase(rubric, 'card', 'c1'), { ...proposal, data: { colour: 'green' } })).toEqual([
      'field-choice /data/colour',
    ]);
  });

  it('where a rule is broken', () => {
    const black = after({ ...proposal, data: { colour: 'black', evidence: ['r'] } });
    expect(codes(black, command('confirm', CLERK, 3, 'c2'))).toEqual(['not-allowed /data']);
    expect(codes(black, command('confirm', CHAIR, 3, 'c2'))).toEqual([]);
  });

  it('where an appeal would end worse', () => {
    const file = after(proposal, command('confirm', CLERK, 3, 'c2'), command('file', UNIT, 5, 'c3'));
    const decided = (colour: string) => command('decide', CHAIR, 9, 'c4', { data: { outcome: 'varied', colour } });
    expect(codes(file, decided('black'))).toEqual(['not-allowed /data']);
    expect(codes(file, decided('yellow'))).toEqual([]);
  });

  it('where it writes what the procedure writes, or names another case or subject', () => {
    const file = after(proposal);
    const confirm = (data: Command['data'], more: Partial<Command> = {}) =>
      codes(file, command('confirm', CLERK, 3, 'c2', { ...more, data: data ?? {} }));
    expect(confirm({ actor: 'p7' })).toEqual(['field-fixed /data/actor']);
    expect(confirm({ points: -5 })).toEqual(['field-fixed /data/points']);
    expect(confirm({ points: '-10.0', proposal: 'c1' })).toEqual([]);
    expect(confirm({ proposal: 'c9' })).toEqual(['other-case /data/proposal']);
    expect(confirm({}, { subject: 'A04' })).toEqual(['other-case /subject']);
    expect(codes(openCase(rubric, 'card', 'c9'), proposal)).toEqual(['other-case /id']);
  });

  it('where nobody takes it, or a field is given that the step leaves unknown', () => {
    expect(codes(after(proposal), command('confirm', { ...CLERK, actor: '' }, 3, 'c2'))).toEqual([
      'actor-unknown /by/actor',
    ]);
    const steps = { propose: { fields: { colour: 'file.id' } } };
    const open = rubricOf([
      CARDS,
      { kind: 'rubric', edition: '2', parent: '1', effective: { from: '2026-07-01' }, procedures: { card: { steps } } },
    ]);
    const decision = decide(open, openCase(open, 'card', 'c1'), proposal);
    expect(decision.ok ? [] : decision.problems.map(({ code }) => code)).toEqual(['field-fixed']);
  });

  it('where it would stand before what is there already', () => {
    const file = after(proposal);
    expect(codes(file, command('confirm', CLERK, 1, 'b2'))).toEqual(['not-after /at']);
    expect(codes(file, command('confirm', CLERK, 1, 'b2', { sequence: '1' }))).toEqual([]);
  });

  it('where it cannot be read', () => {
    expect(codes(after(proposal), { ...command('confirm', CLERK, 3, 'c2'), at: 'noon' })).toEqual(['bad-time /at']);
    expect(codes(after(proposal), command('confrim', CLERK, 3, 'c2'))).toEqual(['step-unknown /step']);
  });
});

describe('what is next', () => {
  it('is each step of the state, with who and until when', () => {
    expect(
      nextSteps(rubric, after(proposal), '2026-07-20').map(({ step, roles, not, by, status }) => ({
        step,
        roles,
        not,
        by,
        status,
      })),
    ).toEqual([
      { step: 'recuse', roles: ['office', 'committee'], not: [], by: undefined, status: 'open' },
      { step: 'confirm', roles: ['office', 'committee'], not: ['p1', 'A03'], by: '2026-07-11', status: 'overdue' },
      { step: 'reject', roles: ['office'], not: ['p1'], by: undefined, status: 'open' },
    ]);
    const confirmed = after(proposal, command('confirm', CLERK, 3, 'c2'));
    expect(nextSteps(rubric, confirmed, '2026-07-09').find(({ step }) => step === 'file')).toMatchObject({
      ...{ only: ['A03'], by: '2026-07-08', status: 'lapsed', title: { en: 'Appeal', zh: '申诉' } },
    });
  });
});
