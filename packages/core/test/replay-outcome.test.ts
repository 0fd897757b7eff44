import { describe, expect, test } from 'vitest';
import { outcomeDocument } from '../src/index.js';
import { event, judged, rubric, scores } from './faults/small-rubric.js';

const points = { per: ['pupil'], of: { kind: 'events', type: 'scored', value: 'points' }, reduce: 'sum' };
const peers = { each: ['group'], of: 'pupil', in: { event: 'joined' } };
const ranking = { among: 'peers', by: [{ is: 'total' }] };
const by = rubric({
  cohorts: { peers },
  indicators: { total: points, secret: { ...points, hidden: true }, whole: { per: ['group'], is: '1' } },
  standings: { ranking, shadow: { ...ranking, hidden: true } },
});
const joined = (who: string) => event(`j-${who}`, 'joined', who, '01-01', { group: 'g' });
const events = [joined('bob'), joined('ann'), ...scores({ ann: 1, bob: 2 })];

describe('An outcome', () => {
  test('shows what is not hidden, of indicators that are about subjects', () => {
    const outcome = judged(by, events);
    expect(outcome.standings.map(({ id }) => id)).toEqual(['ranking']);
    expect(Object.keys(outcome.subjects.ann?.indicators ?? {})).toEqual(['total']);
  });

  test('lists every subject of a live event, in order', () => {
    expect(Object.keys(judged(by, events).subjects)).toEqual(['ann', 'bob']);
    expect(Object.keys(judged(by, events, { asOf: '2026-01-01' }).subjects)).toEqual(['ann', 'bob']);
    expect(Object.keys(judged(by, events, { asOf: '2025-12-31' }).subjects)).toEqual([]);
  });

  test('as a document has the digests of the ledger, of the editions and of itself', () => {
    const digestsOf = (list: typeof events) => outcomeDocument(judged(by, list)).digests as Record<string, string>;
    const one = digestsOf(events);
    const noted = digestsOf(events.map((each) => ({ ...each, data: { ...each.data } })));
    const renamed = digestsOf(events.map((each) => ({ ...each, id: `x-${each.id}` })));
    const changed = digestsOf(events.slice(0, 3));
    expect(noted).toEqual(one);
    expect([renamed.ledger === one.ledger, renamed.outcome === one.outcome]).toEqual([false, true]);
    expect([changed.ledger === one.ledger, changed.outcome === one.outcome]).toEqual([false, false]);
    expect(one.editions).toEqual({ '1': by.model.editions[0]?.digest });
  });

  test('has its findings by code, subject and facts, whatever order they were found in', () => {
    const told = (id: string, who: string) => event(id, 'told', who, '03-09', { note: id });
    const { findings } = judged(by, [...events, told('z', 'ann'), told('a', 'bob'), told('b', 'ann')]);
    expect(findings.map(({ subject, facts }) => [subject, facts.id])).toEqual([
      ['ann', 'b'],
      ['ann', 'z'],
      ['bob', 'a'],
    ]);
  });

  test('has findings of events that are active still', () => {
    const close = {
      name: 'close',
      basis: '1',
      on: 'scored',
      where: { note: { present: true } },
      event: { type: 'end', params: { event: 'note', as: 'closed' } },
    };
    const closing = event('c', 'scored', 'ann', '03-10', { note: 't' });
    const found = (...more: readonly ReturnType<typeof event>[]) =>
      judged(rubric({ rules: [close] }), [event('t', 'told', 'ann', '03-09'), ...more]).findings.length;
    expect([found(), found(closing)]).toEqual([1, 0]);
  });
});
