import { describe, expect, test } from 'vitest';
import { explain, explanationText, type KeyValues, type Reason, tryExplain } from '../src/index.js';
import { event, judged, rubric } from './faults/small-rubric.js';

const race = { kind: 'events', type: 'done', value: 'points' };
const indicators = {
  one: { per: ['pupil', 'item'], of: race, reduce: 'max', otherwise: '5' },
  both: {
    per: ['pupil'],
    of: { kind: 'each', key: 'item', in: { kind: 'values', values: ['a', 'b', 'c'] }, value: 'one' },
    reduce: 'sum',
  },
  spare: { per: ['item'], of: race, reduce: 'count' },
  all: { per: [], of: race, reduce: 'count' },
};
const events = [
  event('1', 'done', 'ann', '03-01', { item: 'a', points: 1 }),
  event('2', 'done', 'ann', '03-02', { item: 'b', points: 2 }),
  event('3', 'done', 'bob', '03-02', { item: 'a', points: 4 }),
];
const outcome = judged(rubric({ indicators }), events);
const ask = (indicator: string, keys: KeyValues, subject = 'ann') => tryExplain(outcome, { subject, indicator, keys });

describe('A question about a value', () => {
  test('that leaves keys open is told which there are', () => {
    const several = ask('one', {});
    expect(several.ok ? [] : several.problems).toMatchObject([
      { code: 'explain-keys-open', pointer: '/keys', facts: { name: 'one', keys: 'item=a, item=b' } },
    ]);
    expect(ask('one', { item: 'b' })).toMatchObject({ value: { reason: { value: '2' } } });
    expect(ask('one', {}, 'bob')).toMatchObject({ value: { reason: { keys: { item: 'a' }, value: '4' } } });
  });

  test('at keys that no event carries is answered, and told so', () => {
    const found = ask('one', { item: 'c' });
    expect(found).toMatchObject({ value: { unrecorded: true, reason: { keys: { item: 'c' }, value: '5' } } });
    if (!found.ok) throw new Error('it is answered');
    expect(explanationText(found.value, 'en')).toContain('No event carries these keys together');
    expect(explanationText(found.value, 'zh')).toContain('没有事件同时带有这些键');
    expect(ask('one', { item: 'a' }).ok && 'unrecorded' in ask('one', { item: 'a' })).toBe(false);
  });

  test('names only keys that there are', () => {
    const wrong = ask('one', { itm: 'c' });
    expect(wrong.ok ? [] : wrong.problems).toMatchObject([
      { code: 'explain-key', fix: { en: 'Did you mean "item"?' } },
    ]);
  });

  test('is answered too where the subject is not among its keys', () => {
    expect(ask('all', {})).toMatchObject({ value: { reason: { keys: {}, value: '3' } } });
    expect(ask('spare', { item: 'b' })).toMatchObject({ value: { reason: { keys: { item: 'b' }, value: '1' } } });
  });
});

describe('A value that is read in many places', () => {
  const doubled = judged(
    rubric({
      indicators: {
        fib: { per: ['pupil', 'term'], is: 'term < 2 ? 1 : fib(term - 1) + fib(term - 2)' },
        last: { per: ['pupil'], is: 'fib(40)' },
      },
    }),
    [event('1', 'done', 'ann', '03-01', { item: 'a' })],
  );
  const nodes = (reason: Reason): number => {
    const { body } = reason;
    if (body.kind !== 'formula') return 1;
    return body.inputs.reduce((sum, { reason: inner }) => sum + (inner === null ? 0 : nodes(inner)), 1);
  };

  test('is told once, so that the reasons are no longer than there are values', () => {
    const found = explain(doubled, { subject: 'ann', indicator: 'last' });
    if (found.kind !== 'value') throw new Error('a number was asked for');
    expect(found.reason.value).toBe('165580141');
    expect(nodes(found.reason)).toBe(2 * 40);
    expect(
      explanationText(found, 'en')
        .split('\n')
        .filter((line) => line.endsWith('(see above)')),
    ).toHaveLength(38);
    expect(explanationText(found, 'zh')).toContain('（见上）');
  });

  test('is told anew where it was told less deep', () => {
    const found = explain(doubled, { subject: 'ann', indicator: 'last', depth: 3 });
    expect(JSON.stringify(found)).toContain('"cut"');
    expect(JSON.stringify(found)).not.toContain('"told"');
  });
});
