import { describe, expect, test } from 'vitest';
import { type Lens, outcomeDocument, tryReplay } from '../src/index.js';
import { ledgerOf, parseEvents } from '../src/ledger.js';
import { event, judged, rubric, valueFor } from './faults/small-rubric.js';

const figure = { per: ['pupil'], of: { kind: 'events', type: 'scored', value: 'points' }, reduce: 'sum' };
const by = rubric({ indicators: { figure } });
const scored = (id: string, on: string, points: number, recordedtime?: string) =>
  event(id, 'scored', 'ann', on, { points }, recordedtime === undefined ? {} : { recordedtime });

describe('asOf', () => {
  const events = [scored('a', '2026-03-01T10:00:00Z', 1), scored('b', '2026-03-02T00:00:00Z', 2)];
  const at = (asOf: string) => valueFor(judged(by, events, { asOf }), 'ann', 'figure');

  test('holds its own instant', () => {
    expect([at('2026-03-01T10:00:00Z'), at('2026-03-01T09:59:59.999Z')]).toEqual(['1', undefined]);
  });

  test('as a day is its last instant, in the zone of the rubric', () => {
    expect([at('2026-03-01'), at('2026-03-02')]).toEqual(['1', '3']);
    const shanghai = rubric({
      indicators: { figure },
      zone: { name: 'Asia/Shanghai', offsets: [{ offset: '+08:00' }] },
    });
    const late = scored('c', '2026-03-01T16:00:00Z', 4);
    expect(valueFor(judged(shanghai, [...events, late], { asOf: '2026-03-01' }), 'ann', 'figure')).toBe('1');
    expect(valueFor(judged(shanghai, [...events, late], { asOf: '2026-03-02' }), 'ann', 'figure')).toBe('7');
  });

  test('is the latest effective time where nothing is said', () => {
    expect(valueFor(judged(by, events), 'ann', 'figure')).toBe('3');
  });

  test('is told as it would be asked for, in the zone of the rubric', () => {
    const told = (offset: string, lens: Lens) =>
      judged(rubric({ indicators: { figure }, zone: { name: 'Z', offsets: [{ offset }] } }), events, lens).asOf;
    expect(told('-03:30', { asOf: '2026-03-05' })).toBe('2026-03-05');
    expect(told('-03:30', {})).toBe('2026-03-01T20:30:00-03:30');
    expect(told('+08:00', { asOf: '2026-03-05T00:00:00.005Z' })).toBe('2026-03-05T08:00:00.005+08:00');
  });
});

describe('knownAt', () => {
  const events = [scored('a', '03-01', 1), scored('b', '03-02', 2, '2026-04-01T00:00:00Z')];
  const at = (knownAt: string) => valueFor(judged(by, events, { knownAt }), 'ann', 'figure');

  test('holds what was recorded by its instant, which is when it happened where nothing is said', () => {
    expect([at('2026-03-31'), at('2026-04-01T00:00:00Z'), at('2026-03-31T23:59:59.999Z')]).toEqual(['1', '3', '1']);
  });

  test('knows no ruling that was recorded later', () => {
    const ruling = event(
      'r',
      'meritlog.event.voided',
      'ann',
      '03-05',
      { id: 'a', reason: 'x' },
      { recordedtime: '2026-05-01T00:00:00Z' },
    );
    const value = (knownAt: string) => valueFor(judged(by, [...events, ruling], { knownAt }), 'ann', 'figure');
    expect([value('2026-04-30'), value('2026-05-01')]).toEqual(['3', '2']);
  });
});

describe('A supposition', () => {
  const ledger = (() => {
    const parsed = parseEvents(by, [scored('a', '03-01', 1), scored('b', '03-02', 2)]);
    if (!parsed.ok) throw new Error('these events are right');
    return parsed.value;
  })();
  const supposed = (suppose: object) => {
    const result = tryReplay(ledger, by, { suppose });
    if (!result.ok) throw new Error(result.problems.map(({ message }) => message.en).join());
    return valueFor(result.value, 'ann', 'figure');
  };

  test('adds events, takes events away, and changes the rubric', () => {
    expect(supposed({ add: [scored('c', '03-03', 4)] })).toBe('7');
    expect(supposed({ void: ['a'] })).toBe('2');
    expect(supposed({ void: ['school#b'] })).toBe('1');
    expect(supposed({ void: ['office#b'] })).toBe('3');
    expect(supposed({ rubric: { indicators: { figure: { reduce: 'max' } } } })).toBe('2');
  });

  test('leaves ledger and rubric as they were, byte for byte', () => {
    const plain = () =>
      JSON.stringify(
        outcomeDocument(
          judged(
            by,
            ledger.events.map((one) => one.event),
          ),
        ),
      );
    const before = plain();
    const documents = JSON.stringify(by.model.editions.map(({ document }) => document));
    supposed({ add: [scored('c', '03-03', 4)], void: ['a'], rubric: { indicators: { figure: { reduce: 'max' } } } });
    expect(plain()).toBe(before);
    expect(JSON.stringify(by.model.editions.map(({ document }) => document))).toBe(documents);
    expect(ledger.events).toHaveLength(2);
    expect(supposed({})).toBe('3');
  });

  test('with a wrong event or a wrong overlay is refused as a whole', () => {
    const wrong = tryReplay(ledger, by, { suppose: { add: [{ ...scored('c', '03-03', 4), data: { points: true } }] } });
    expect(wrong.ok ? [] : wrong.problems.map(({ code, file }) => [code, file])).toEqual([['field-kind', 'suppose']]);
    const overlay = tryReplay(ledger, by, { suppose: { rubric: { subject: 'nobody' } } });
    expect(overlay.ok).toBe(false);
  });
});

test('A lens that cannot be read is refused with every problem', () => {
  const parsed = parseEvents(by, [scored('a', '03-01', 1)]);
  if (!parsed.ok) throw new Error('these events are right');
  const result = tryReplay(parsed.value, by, { asOf: 'soon', knownAt: '2026-02-30', edition: '9' });
  expect(result.ok ? [] : result.problems.map(({ code, pointer }) => [code, pointer])).toEqual(
    expect.arrayContaining([
      ['lens-time', '/asOf'],
      ['lens-time', '/knownAt'],
      ['lens-edition', '/edition'],
    ]),
  );
});

test('A what-if that voids what no event is called is refused at its place, with the nearest name', () => {
  const events = [scored('a-1', '03-01', 1)];
  const issuing = rubric({
    indicators: { figure },
    rules: [
      {
        name: 'again',
        basis: '1',
        on: 'scored',
        event: { type: 'issue', params: { type: 'told', fields: { note: "'x'" } } },
      },
    ],
  });
  const read = ledgerOf(issuing, events);
  const told = (...names: readonly string[]) => {
    const result = tryReplay(read, issuing, { suppose: { void: names } });
    return result.ok ? [] : result.problems.map(({ code, pointer, facts }) => `${code} ${pointer} ${facts.near}`);
  };
  expect(told('a-1', 'school#a-1', 'again@a-1', 'school#again@a-1', 'again@a-1#2', 'again@again@a-1/x')).toEqual([]);
  expect(told('a-1', 'a-l')).toEqual(['lens-void /suppose/void/1 a-1']);
  expect(told('agian@a-1')).toEqual(['lens-void /suppose/void/0 again@a-1']);
  expect(told('something-else')).toEqual(['lens-void /suppose/void/0 ']);
});

test('An empty ledger has an outcome', () => {
  expect(outcomeDocument(judged(by, []))).toMatchObject({ kind: 'outcome', subjects: {}, standings: [], findings: [] });
});

test('The order of arrival and a second copy change nothing but bytes of the file', () => {
  const events = [scored('b', '03-02', 2), scored('a', '03-01', 1), scored('a', '03-01', 1)];
  const digests = [events, [...events].reverse()].map((list) => judged(by, list).digests.ledger);
  expect(new Set(digests).size).toBe(1);
  expect(valueFor(judged(by, events), 'ann', 'figure')).toBe('3');
  expect(ledgerOf).toBeTypeOf('function');
});
