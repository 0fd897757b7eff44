import { describe, expect, it } from 'vitest';
import {
  type CaseFile,
  type CloudEvent,
  caseFile,
  caseFiles,
  decide,
  evolve,
  nextSteps,
  openCase,
  overdueCases,
  parseEvents,
  type Rubric,
} from '../src/index.js';
import type { Json, JsonObject } from '../src/model/json.js';
import { CARDS, CHAIR, CLERK, command, INSPECTOR, rubricOf } from './decide-samples.js';

const rubric = rubricOf(CARDS);

function event(id: string, type: string, day: number, data: JsonObject, subject = 'A03'): CloudEvent {
  const time = `2026-07-${String(day).padStart(2, '0')}T12:00:00+08:00`;
  return { specversion: '1.0', id, source: '/district', type, subject, time, data };
}

const proposed = event('c1', 'card.proposed', 1, { colour: 'yellow', evidence: ['r'], actor: 'p1', role: 'inspector' });
const confirmed = event('c2', 'card.confirmed', 3, {
  ...{ proposal: 'c1', colour: 'yellow', points: -10, actor: 'p2', role: 'office' },
});

function fileOf(events: readonly CloudEvent[], by: Rubric = rubric): CaseFile {
  return events.reduce((file, one) => evolve(by, file, one), openCase(by, 'card', 'c1'));
}

function irregular({ irregularities }: CaseFile): readonly string[] {
  return irregularities.map(({ event: ref, problem }) => `${ref.split('#')[1]} ${problem.code}`);
}

function amended(...later: readonly JsonObject[]): Rubric {
  const editions = later.map(
    (edition, index): JsonObject => ({
      kind: 'rubric',
      edition: String(index + 2),
      parent: String(index + 1),
      effective: { from: `2026-07-0${index + 2}` },
      ...edition,
    }),
  );
  return rubricOf([CARDS, ...editions] as Json);
}

describe('what is recorded', () => {
  it('stands, and is listed, where no command could have brought it about', () => {
    const own = { ...confirmed, data: { ...confirmed.data, actor: 'p1', role: 'unit' } };
    const file = fileOf([proposed, own]);
    expect(file.state).toBe('confirmed');
    expect(irregular(file)).toEqual(['c2 wrong-role', 'c2 same-person']);
  });

  it('changes nothing where no step takes it in that state, or with those values', () => {
    const dear = { ...confirmed, data: { ...confirmed.data, points: -40 } };
    expect(irregular(fileOf([confirmed]))).toEqual(['c2 not-in-this-state']);
    const file = fileOf([proposed, dear]);
    expect([file.state, ...irregular(file)]).toEqual(['proposed', 'c2 not-in-this-state']);
  });

  it('is told to be late, forbidden or incomplete', () => {
    const late = event('c3', 'appeal.filed', 20, { proposal: 'c1', actor: 'p4', role: 'unit' });
    const worse = event('c4', 'appeal.decided', 21, {
      ...{ proposal: 'c1', outcome: 'varied', colour: 'black', actor: 'p3', role: 'committee' },
    });
    const bare = { ...proposed, data: { colour: 'yellow', actor: 'p1', role: 'inspector' } };
    expect(irregular(fileOf([bare, confirmed, late, worse]))).toEqual([
      'c1 not-given',
      'c3 too-late',
      'c4 not-allowed',
    ]);
  });

  it('is of no use to show that two people acted where it does not say who did', () => {
    const nobody = { ...proposed, data: { colour: 'yellow', evidence: ['r'] } };
    expect(irregular(fileOf([nobody, confirmed]))).toEqual(['c2 actor-unknown']);
    const decision = decide(rubric, fileOf([nobody]), command('confirm', CLERK, 3, 'c2'));
    expect(decision.ok ? [] : decision.problems.map(({ code }) => code)).toEqual(['actor-unknown']);
    expect(irregular(fileOf([proposed, { ...confirmed, data: { ...confirmed.data, actor: '' } }]))).toEqual([
      'c2 actor-unknown',
    ]);
  });

  it('is not let through by a rule of which nobody can tell whether it is kept', () => {
    const must = { named: { is: "recuse.person != 'p2'" } };
    const by = amended({ procedures: { card: { steps: { confirm: { must } } } } });
    const later = { ...proposed, time: '2026-07-02T12:00:00+08:00' };
    expect(irregular(fileOf([later, confirmed], by))).toEqual(['c2 not-known']);
  });

  it('becomes an irregularity where it belongs elsewhere, or is no event of the vocabulary', () => {
    const strange = event('x', 'card.rejected', 2, { proposal: 'c9' });
    const nonsense = event('y', 'card.rejected', 2, { proposal: 'c1', colours: 1 });
    const link = event('z', 'card.lifted', 4, { card: 'c9', dates: { on: '2026-07-04' } });
    const file = fileOf([proposed, strange, nonsense, link, confirmed]);
    expect(irregular(file)).toEqual(['x not-of-this-case', 'z not-of-this-case', 'y field-unknown']);
    expect(file.state).toBe('confirmed');
  });

  it('is kept once, and as it came first', () => {
    const file = fileOf([proposed, confirmed]);
    expect(evolve(rubric, file, confirmed)).toBe(file);
    expect(irregular(evolve(rubric, file, { ...confirmed, subject: 'A04' }))).toEqual(['c2 id-conflict']);
  });

  it('never happened where it is voided, and did where the voiding is', () => {
    const ruling = event('v1', 'meritlog.event.voided', 5, { id: 'c2', reason: 'error' });
    const back = event('v2', 'meritlog.event.voided', 6, { id: 'v1', reason: 'no error' });
    const taken = fileOf([proposed, confirmed, ruling]);
    expect([taken.state, taken.entries.length, ...irregular(taken)]).toEqual(['proposed', 1]);
    expect(fileOf([proposed, confirmed, ruling, back]).state).toBe('confirmed');
    const ledger = parseEvents(rubric, [proposed, confirmed, ruling, back]);
    expect(ledger.ok && caseFile(rubric, 'card', ledger.value, 'c1')).toEqual(
      fileOf([proposed, confirmed, ruling, back]),
    );
    const again = decide(rubric, taken, command('confirm', CLERK, 4, 'c5'));
    expect(again.ok).toBe(true);
  });

  it('of a future day must be voided before anything can be decided', () => {
    const future = event('c9', 'card.rejected', 30, { proposal: 'c1', reason: 'r', actor: 'p2', role: 'office' });
    const confirm = command('confirm', CLERK, 4, 'c5');
    const ahead = fileOf([{ ...proposed }, { ...future, data: { ...future.data, proposal: 'c1' } }]);
    const refused = decide(rubric, ahead, confirm);
    expect(refused.ok ? [] : refused.problems.map(({ code }) => code)).toContain('not-after');
    const ruling = event('v1', 'meritlog.event.voided', 31, { id: 'c9', reason: 'error' });
    expect(decide(rubric, evolve(rubric, ahead, ruling), confirm).ok).toBe(true);
  });
});

describe('the edition of a case', () => {
  const sooner = { procedures: { card: { steps: { confirm: { by: 'addDays(date(propose.time), 2)' } } } } };

  it('is that of the day it was opened, to its end', () => {
    const by = amended(sooner);
    expect(nextSteps(by, fileOf([proposed], by), '2026-07-09').find(({ step }) => step === 'confirm')?.by).toBe(
      '2026-07-11',
    );
    const later = { ...proposed, time: '2026-07-02T12:00:00+08:00' };
    expect(nextSteps(by, fileOf([later], by), '2026-07-09').find(({ step }) => step === 'confirm')?.by).toBe(
      '2026-07-04',
    );
  });

  it('is the next one that has the procedure, and none where the procedure has ended', () => {
    const ended = amended({ procedures: null });
    expect(fileOf([proposed, confirmed], ended).state).toBe('confirmed');
    const late = { ...proposed, time: '2026-07-02T12:00:00+08:00' };
    expect(irregular(fileOf([late], ended))).toEqual(['c1 not-in-force']);
    expect(nextSteps(ended, openCase(ended, 'card', 'c1'), '2026-07-03')).toEqual([]);
    const decision = decide(ended, openCase(ended, 'card', 'c1'), command('propose', INSPECTOR, 3, 'c1'));
    expect(decision.ok ? [] : decision.problems.map(({ code }) => code)).toEqual(['not-in-force']);
    const begun = rubricOf(
      [
        { ...CARDS, procedures: undefined },
        { kind: 'rubric', edition: '2', parent: '1', effective: { from: '2026-07-20' }, procedures: CARDS.procedures },
      ].map((edition) => JSON.parse(JSON.stringify(edition)) as Json),
    );
    expect(fileOf([proposed, confirmed], begun).state).toBe('confirmed');
  });
});

describe('a ledger', () => {
  const ledgerOf = (...events: readonly CloudEvent[]) => {
    const read = parseEvents(rubric, events);
    if (!read.ok) throw new Error(read.problems.map(({ message }) => message.en).join('\n'));
    return read.value;
  };

  it('has a file for each case, and shows the overdue ones by what had happened then', () => {
    const other = { ...proposed, id: 'd1', time: '2026-07-05T12:00:00+08:00' };
    const rejected = event('d2', 'card.rejected', 20, { proposal: 'd1', reason: 'r', actor: 'p2', role: 'office' });
    const ledger = ledgerOf(proposed, other, confirmed, rejected);
    expect(caseFiles(rubric, 'card', ledger).map(({ id, state }) => `${id} ${state}`)).toEqual([
      'c1 confirmed',
      'd1 rejected',
    ]);
    const overdue = (at: string) => overdueCases(rubric, 'card', ledger, at).map(({ file }) => file.id);
    expect([overdue('2026-07-15'), overdue('2026-07-16')]).toEqual([[], ['d1']]);
    expect(
      overdueCases(rubric, 'card', ledgerOf(proposed), '2026-07-12T00:00:00+08:00').map(({ steps }) => steps),
    ).toEqual([[expect.objectContaining({ step: 'confirm', by: '2026-07-11', status: 'overdue' })]]);
  });

  it('is asked for procedures and moments that there are', () => {
    expect(() => caseFiles(rubric, 'crad', ledgerOf())).toThrow('The rubric has no procedure "crad".');
    expect(() => nextSteps(rubric, openCase(rubric, 'card', 'c1'), 'soon')).toThrow('"soon" is no instant.');
  });
});

describe('a sentence', () => {
  it('says in both languages what is wrong and what to do next', () => {
    const told = (file: CaseFile, ...args: Parameters<typeof command>) => {
      const decision = decide(rubric, file, command(...args));
      return decision.ok
        ? []
        : decision.problems.flatMap(({ message, fix }) => [message.en, fix?.en, message.zh, fix?.zh]);
    };
    expect(told(fileOf([proposed]), 'lift', CHAIR, 3, 'c2', { at: '2026-07-03T12:00:00+08:00' })).toMatchSnapshot();
    expect(told(fileOf([proposed, confirmed]), 'file', CLERK, 30, 'c3')).toMatchSnapshot();
  });
});
