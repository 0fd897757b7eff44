import { describe, expect, test } from 'vitest';
import { type CloudEvent, explain, explanationText, type JsonObject } from '../src/index.js';
import { event, judged, rubric } from './faults/small-rubric.js';

const CLOSED = 'meritlog.period.closed';
const ruled: JsonObject = { fields: { what: { kind: 'text', optional: true } } };

const schemeOf = (late: string | undefined) =>
  rubric({
    events: { pardoned: ruled, struck: ruled },
    period: { key: 'term', ends: 'yearEnd(term)', ...(late === undefined ? {} : { late }) },
    indicators: {
      yearly: { per: ['pupil', 'term'], of: { kind: 'events', type: 'done', value: 'points' }, reduce: 'sum' },
      open: { per: ['pupil'], of: { kind: 'events', type: 'shown', where: { state: 'active' } }, reduce: 'count' },
    },
    rules: [
      {
        name: 'pardon',
        title: { en: 'Pardon', zh: '赦免' },
        basis: 'art. 3',
        on: 'pardoned',
        event: { type: 'end', params: { event: 'what', as: 'pardoned' } },
      },
      {
        name: 'lapse',
        basis: 'art. 4',
        on: 'shown',
        at: 'addMonths(date(time), 1)',
        event: { type: 'end', params: { event: 'id', as: 'lapsed' } },
      },
      { name: 'strike', basis: 'art. 5', on: 'struck', event: { type: 'void', params: { event: 'what' } } },
      { name: 'tell', basis: 'art. 6', on: 'done', event: { type: 'issue', params: { type: 'told' } } },
    ],
  });

const card = event('k', 'shown', 'ann', '03-01', { colour: 'yellow' });
const pardon = event('p', 'pardoned', 'ann', '03-09', { what: 'k' });
const after = event('z', 'joined', 'ann', '2027-06-01T12:00:00Z', { group: 'g' });

function told(events: readonly CloudEvent[], id: string, late = 'restate'): readonly string[] {
  const outcome = judged(schemeOf(late === 'unsaid' ? undefined : late), [...events, after]);
  const explanation = explain(outcome, { event: id });
  return (['en', 'zh'] as const).flatMap((language) => explanationText(explanation, language).split('\n').slice(2));
}

describe('What ended the state of an event is told:', () => {
  test('the rule with its clause, the day, and the event that set it off', () => {
    expect(told([card, pardon], 'k')).toEqual([
      '  counts',
      '  ended on 2026-03-09 as pardoned, by Pardon [art. 3], because of 2026-03-09 pardoned (what k) p, from school',
      '  ends nothing: k had ended already  lapse [art. 4]',
      '  计入',
      '  2026-03-09 终止，记为 pardoned，依据 赦免 [art. 3]，缘于 2026-03-09 pardoned （what k） p，来源 school',
      '  没有终止任何事件：k 已经终止  lapse [art. 4]',
    ]);
  });

  test('the rule and its own day alone, where it ended by itself', () => {
    expect(told([card], 'k')).toEqual([
      '  counts',
      '  ended on 2026-04-01 as lapsed, by lapse [art. 4]',
      '  is a member of no value, and sets nothing off',
      '  计入',
      '  2026-04-01 终止，记为 lapsed，依据 lapse [art. 4]',
      '  没有任何指标值以它为成员，也没有引发任何处理',
    ]);
  });
});

describe('A rule that holds for an event and does nothing is told with why:', () => {
  test('where it ends what is not there by then', () => {
    const early = event('p', 'pardoned', 'ann', '02-09', { what: 'k' });
    expect(told([card, early], 'p')).toEqual([
      '  counts',
      '  ends nothing: by then there was no event k  Pardon [art. 3]',
      '  计入',
      '  没有终止任何事件：当时没有事件 k  赦免 [art. 3]',
    ]);
  });

  test('where it voids what is not there', () => {
    expect(told([event('s', 'struck', 'ann', '04-01', { what: 'nope' })], 's')).toEqual([
      '  counts',
      '  voids nothing: there is no event nope  strike [art. 5]',
      '  计入',
      '  没有冲正任何事件：没有事件 nope  strike [art. 5]',
    ]);
  });

  test('where it names nothing', () => {
    const events = [event('s', 'struck', 'ann', '04-01'), event('p', 'pardoned', 'ann', '04-02')];
    expect(told(events, 's')).toContain('  voids nothing: it names no event  strike [art. 5]');
    expect(told(events, 's')).toContain('  没有冲正任何事件：未指明事件  strike [art. 5]');
    expect(told(events, 'p')).toContain('  ends nothing: it names no event  Pardon [art. 3]');
  });

  test('where a ruling is about one that does not lie before it', () => {
    const events = [
      event('s', 'struck', 'ann', '04-01', { what: 't' }),
      event('t', 'struck', 'ann', '04-02', { what: 't' }),
    ];
    expect(told(events, 's')).toContain('  voids nothing: t is a ruling that does not lie before it  strike [art. 5]');
    expect(told(events, 't')).toContain('  没有冲正任何事件：t 是不早于它的裁定  strike [art. 5]');
  });

  test('where a plain ruling voids what is not there', () => {
    const ruling = event('r', 'meritlog.event.voided', 'ann', '04-01', { id: 'tell@no', reason: 'an error' });
    expect(told([ruling], 'r')).toContain('  voids nothing: there is no event tell@no');
  });
});

test('An event that a rule would have issued is explained by the ruling that voids it, and the ruling by it', () => {
  const done = event('d', 'done', 'ann', '03-03', { item: 'essay', points: 4 });
  const struck = event('s', 'struck', 'ann', '04-01', { what: 'tell@d' });
  expect(told([done, struck], 's')).toEqual([
    '  counts',
    '  voids 2026-03-03 told tell@d  strike [art. 5]',
    '  计入',
    '  冲正 2026-03-03 told tell@d  strike [art. 5]',
  ]);
  expect(told([done, struck], 'tell@d')[0]).toBe(
    '  does not count: voided by 2026-04-01 struck (what tell@d) s, from school  strike [art. 5]',
  );
});

describe('What is late is told of the event and of the closing', () => {
  const late = event('d', 'done', 'ann', '12-20', { item: 'x', points: 4 }, { recordedtime: '2027-02-01T09:00:00Z' });
  const closing = event('c', CLOSED, 'office', '2027-01-15T12:00:00Z', { period: 2026 });
  const again = event('e', CLOSED, 'office', '2027-01-20T12:00:00Z', { period: 2026 });
  const events = [late, closing, again];

  test.each([
    [
      'restate',
      '  late: period 2026 was closed by 2027-01-15 Period closed (period 2026) c, yet it counts there: what was published of it no longer holds',
      '    late, yet counted there: 2026-12-20 done (item x, points 4) d',
      '    迟到，但仍计入该周期：2026-12-20 done （item x、points 4） d',
    ],
    [
      'carry',
      '  late: period 2026 was closed by 2027-01-15 Period closed (period 2026) c, so it is carried to 2027',
      '    late, so carried to 2027: 2026-12-20 done (item x, points 4) d',
      '    迟到，结转至 2027：2026-12-20 done （item x、points 4） d',
    ],
    [
      'ignore',
      '  does not count: late: period 2026 was closed by 2027-01-15 Period closed (period 2026) c, and what is late is ignored',
      '    late, so ignored: 2026-12-20 done (item x, points 4) d',
      '    迟到，不予计入：2026-12-20 done （item x、points 4） d',
    ],
  ])('under the policy %s', (policy, own, one, zh) => {
    const lines = told(events, 'd', policy);
    expect(lines).toContain('  recorded on 2027-02-01T09:00:00Z');
    expect(lines).toContain('  记录于 2027-02-01T09:00:00Z');
    expect(lines).toContain(own);
    expect(told(events, 'c', policy)).toEqual([
      '  counts',
      '  closes period 2026',
      one,
      '  计入',
      '  截止周期 2026',
      zh,
    ]);
  });

  test('but once: a second closing of a period changes nothing', () => {
    expect(told(events, 'e')).toEqual([
      '  counts',
      '  changes nothing: period 2026 was closed before, by 2027-01-15 Period closed (period 2026) c',
      '  计入',
      '  没有作用：周期 2026 此前已由 2027-01-15 周期截止 （period 2026） c 截止',
    ]);
  });

  test('and a closing means nothing where the rubric does not say what', () => {
    expect(told(events, 'c', 'unsaid')).toEqual([
      '  counts',
      '  closes period 2026, and as the rubric says nothing of what is late, that counts',
      '  计入',
      '  截止周期 2026；规则未写明迟到的如何处理，故照常计入',
    ]);
  });
});
