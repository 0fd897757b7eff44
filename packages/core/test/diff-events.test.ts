import { describe, expect, test } from 'vitest';
import { type CloudEvent, diff, differenceText, type JsonObject, type Lens } from '../src/index.js';
import { event, judged, rubric, scores } from './faults/small-rubric.js';

const by = rubric({
  events: {
    struck: { title: { en: 'Struck out', zh: '撤销' }, fields: { what: { kind: 'text' }, why: { kind: 'text' } } },
    warned: { fields: { pupil: { kind: 'key', is: 'subject' }, points: { kind: 'number' } } },
  },
  cohorts: { peers: { each: [], of: 'pupil', in: { event: 'joined' } } },
  indicators: {
    scores: { per: ['pupil'], of: { kind: 'events', type: 'scored', value: 'points' }, reduce: 'sum' },
    warnings: {
      per: ['pupil'],
      of: { kind: 'events', type: 'warned', where: { state: 'active' }, value: 'points' },
      reduce: 'sum',
    },
    total: { per: ['pupil'], is: 'scores - warnings' },
  },
  rules: [
    {
      name: 'strike',
      title: { en: 'Doping', zh: '兴奋剂' },
      basis: 'art. 5',
      on: 'struck',
      event: { type: 'void', params: { event: 'what' } },
    },
    {
      name: 'warn',
      basis: 'art. 6',
      on: 'scored',
      where: { points: { present: true, lessThan: 0 } },
      event: { type: 'issue', params: { type: 'warned', fields: { points: '1' } } },
    },
    { name: 'forgive', basis: 'art. 7', on: 'told', event: { type: 'end', params: { event: 'note', as: 'forgiven' } } },
  ],
  standings: { ranking: { among: 'peers', by: [{ is: 'total' }] } },
});
const joined = ['ann', 'bob'].map((who) => event(`j-${who}`, 'joined', who, '01-01', { group: 'g' }));
const base = [...joined, ...scores({ ann: 9, bob: 4 })];
const slip = event('slip', 'scored', 'ann', '03-05', { points: -2 });
const ruling = (id: string, of: string, data: JsonObject = {}): CloudEvent =>
  event(id, 'meritlog.event.voided', 'ann', '04-01', { id: of, reason: 'an error', ...data }, { source: '/board' });
const struck = event('s1', 'struck', 'ann', '04-02', { what: 'scored-ann', why: 'a test' }, { source: '/lab' });

function told(
  before: readonly CloudEvent[],
  after: readonly CloudEvent[],
  lens: Lens = {},
  language: 'en' | 'zh' = 'en',
) {
  const text = differenceText(diff(judged(by, before, lens), judged(by, after, lens)), language);
  return text.split('\n').map((line) => line.trim());
}

describe('An event that counts on one side only', () => {
  test.each(['en', 'zh'] as const)(
    'is told with the ruling that voids it, who made it, when and why: %s',
    (language) => {
      expect(told(base, [...base, ruling('r1', 'scored-ann', { source: 'school' })], {}, language)).toMatchSnapshot();
      expect(told([...base, ruling('r1', 'scored-ann', { source: 'school' })], base, {}, language)).toMatchSnapshot();
    },
  );

  test.each(['en', 'zh'] as const)('is told with the rule that voids it, and its clause: %s', (language) => {
    expect(told(base, [...base, { ...struck, source: 'school' }], {}, language)).toMatchSnapshot();
  });

  test('is told with every ruling that voids it, in their order', () => {
    const both = [...base, ruling('r1', 'scored-ann', { source: 'school' }), { ...struck, source: 'school' }];
    const ann = diff(judged(by, base), judged(by, both)).rows.find(({ subject }) => subject === 'ann');
    const cause = ann?.causes.at(-1);
    expect(cause?.events).toMatchObject([
      {
        of: { id: 'scored-ann' },
        side: 'after',
        event: { id: 'scored-ann' },
        fate: {
          kind: 'voided',
          by: [
            { ruling: { id: 'r1', source: '/board', fields: [{ name: 'reason', value: 'an error' }] }, rule: null },
            { ruling: { id: 's1' }, rule: { name: 'strike', basis: 'art. 5', edition: '1' } },
          ],
        },
      },
    ]);
  });

  test('is told with what a supposition voids', () => {
    const supposed = judged(by, base, { suppose: { void: ['scored-ann'] } });
    expect(differenceText(diff(judged(by, base), supposed), 'en')).toContain('voided by the supposition');
  });

  test('is told with what became of its trigger, where a rule issued it', () => {
    expect(told([...base, slip], [...base, slip, ruling('r1', 'slip', { source: 'school' })])).toContain(
      '2026-03-05 scored (points -2) slip: voided by 2026-04-01 Ruling (reason an error) r1, from /board',
    );
  });

  test('is told with the rule that ended it, and the event by which', () => {
    const forgiven = event('f1', 'told', 'ann', '04-03', { note: 'warn@slip' });
    expect(told([...base, slip], [...base, slip, forgiven])).toContain(
      'ended on 2026-04-03 as forgiven, by forgive [art. 7], because of 2026-04-03 told (note warn@slip) f1, from school',
    );
  });

  test('is told with the day on which it was recorded, where it was not known before', () => {
    const late = event('late', 'scored', 'bob', '03-06', { points: 7 }, { recordedtime: '2026-05-01T00:00:00Z' });
    const events = [...base, late];
    const [before, after] = ['2026-04-15', '2026-06-01'].map((knownAt) =>
      judged(by, events, { asOf: '2026-06-01', knownAt }),
    );
    if (before === undefined || after === undefined) throw new Error('two outcomes');
    expect(differenceText(diff(before, after), 'en')).toContain(
      'before: not yet known, recorded on 2026-05-01T00:00:00Z',
    );
  });

  test('is told without more, where it was not there, or is later than the day looked at', () => {
    const more = event('more', 'scored', 'bob', '05-06', { points: 7 });
    for (const [before, after] of [
      [judged(by, base), judged(by, [...base, more])],
      [judged(by, [...base, more], { asOf: '2026-05-01' }), judged(by, [...base, more])],
    ] as const)
      expect(differenceText(diff(before, after), 'en').split('\n')).toHaveLength(6);
  });
});
