import { describe, expect, test } from 'vitest';
import { explain, type JsonObject } from '../src/index.js';
import { event, judged, rubric, valueFor } from './faults/small-rubric.js';

/** The value 50, under limits by rules on events, in this order. */
function outcomeUnder(limits: readonly JsonObject[]) {
  const rules = limits.map((params, index) => ({
    name: `r${index}`,
    basis: 'x',
    on: 'told',
    event: { type: 'limit', params: { indicator: 'figure', ...params } },
  }));
  const by = rubric({ indicators: { figure: { per: ['pupil'], is: '50' } }, rules });
  return judged(by, [event('t', 'told', 'ann', '03-01')]);
}

function limited(...limits: readonly JsonObject[]) {
  return valueFor(outcomeUnder(limits), 'ann', 'figure');
}

/** What each limit that changed something made of the value, by its rule. */
function shown(...limits: readonly JsonObject[]) {
  const found = explain(outcomeUnder(limits), { subject: 'ann', indicator: 'figure' });
  const steps = found.kind === 'value' ? found.reason.steps : [];
  return steps.map((step) => (step.kind === 'limit' ? [step.rule, step.before, step.after] : [step.kind]));
}

describe('Of the limits that hold', () => {
  test('the greatest lower and the least upper one count, in whatever order they stand', () => {
    const upper = [{ max: '40' }, { max: '30' }, { max: '60' }];
    const lower = [{ min: '60' }, { min: '70' }, { min: '10' }];
    for (const turn of [0, 1, 2]) {
      const turned = <T>(list: readonly T[]) => [...list.slice(turn), ...list.slice(0, turn)];
      expect(limited(...turned(upper))).toBe('30');
      expect(limited(...turned(lower))).toBe('70');
    }
  });

  test.each<readonly [string, readonly JsonObject[]]>([
    ['the upper one first', [{ max: '40' }, { min: '60' }]],
    ['the lower one first', [{ min: '60' }, { max: '40' }]],
    ['both of one rule', [{ min: '60', max: '40' }]],
    ['one beside a rule that has both', [{ max: '40' }, { min: '60', max: '80' }]],
  ])('the upper one wins where they cross: %s', (_, limits) => {
    expect(limited(...limits)).toBe('40');
  });

  test('those that only touch do not cross', () => {
    expect(limited({ max: '60' }, { min: '60' })).toBe('60');
    expect(limited({ min: '40' }, { max: '40' })).toBe('40');
  });

  test('one of unknown amount changes nothing', () => {
    expect(limited({ max: 'unknown' }, { min: '60' })).toBe('60');
    expect(limited({ max: '40' }, { min: 'unknown' })).toBe('40');
  });

  test('each is shown with what it did, one from what the other left, in the order in which they stand', () => {
    expect(shown({ max: '40' }, { min: '10' }, { max: '30' })).toEqual([
      ['r0', '50', '40'],
      ['r1', '40', '40'],
      ['r2', '40', '30'],
    ]);
  });

  test('all lower ones are shown first where any cross', () => {
    expect(shown({ max: '40' }, { min: '60' })).toEqual([
      ['r1', '50', '60'],
      ['r0', '60', '40'],
    ]);
    expect(shown({ max: '80' }, { min: '60' })).toEqual([
      ['r0', '50', '50'],
      ['r1', '50', '60'],
    ]);
    expect(shown({ min: '60', max: '40' })).toEqual([
      ['r0', '50', '60'],
      ['r0', '60', '40'],
    ]);
  });
});
