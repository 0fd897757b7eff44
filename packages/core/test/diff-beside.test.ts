import { describe, expect, test } from 'vitest';
import { type CloudEvent, diff, differenceText, type JsonObject, type Lens } from '../src/index.js';
import { event, judged, rubric, scores } from './faults/small-rubric.js';

const title = (en: string, zh: string): JsonObject => ({ en, zh });
const scheme = (rules: readonly JsonObject[] = []): ReturnType<typeof rubric> =>
  rubric({
    events: {
      booked: {
        title: title('Card', '记牌'),
        fields: { colour: { kind: 'choice', of: ['red', 'yellow'] } },
        card: {
          colour: 'colour',
          colours: {
            red: { polarity: 'censure', severity: 2 },
            yellow: { polarity: 'warning', severity: 1 },
          },
        },
      },
      pardoned: { fields: { which: { kind: 'text' } } },
      watched: { title: title('To be watched', '待观察'), finding: true, fields: {} },
    },
    cohorts: { peers: { each: [], of: 'pupil', in: { event: 'joined' } } },
    indicators: {
      total: { per: ['pupil'], of: { kind: 'events', type: 'scored', value: 'points' }, reduce: 'sum' },
      reds: {
        per: ['pupil'],
        title: title('Open cards', '有效记牌'),
        of: { kind: 'events', type: 'booked', where: { state: 'active' } },
        reduce: 'count',
      },
    },
    rules: [
      {
        name: 'pardon',
        basis: 'art. 1',
        on: 'pardoned',
        event: { type: 'end', params: { event: 'which', as: 'pardoned' } },
      },
      {
        name: 'hearing',
        basis: 'art. 2',
        on: 'booked',
        where: { state: 'active' },
        event: {
          type: 'consequence',
          params: { what: 'hearing', title: title('Hearing', '听证'), recommendation: true },
        },
      },
      ...rules,
    ],
    standings: { ranking: { among: 'peers', by: [{ is: 'total' }] } },
  });
const twice: JsonObject = {
  name: 'twice',
  title: title('After a warning', '警告之后'),
  basis: 'art. 3',
  on: 'told',
  event: { type: 'issue', params: { type: 'booked', fields: { colour: "'red'" } } },
};
const watch: JsonObject = {
  name: 'watch',
  basis: 'art. 4',
  on: 'booked',
  event: { type: 'issue', params: { type: 'watched', fields: {} } },
};

const base = [event('j-ann', 'joined', 'ann', '01-01', { group: 'g' }), ...scores({ ann: 9 })];
const card = event('c1', 'booked', 'ann', '03-01', { colour: 'red' });
const pardon = event('p1', 'pardoned', 'ann', '03-05', { which: 'c1' });

function told(
  by: ReturnType<typeof rubric>,
  before: readonly CloudEvent[],
  after: readonly CloudEvent[],
  lens: Lens = {},
): Record<'en' | 'zh', string> {
  const difference = diff(judged(by, before), judged(by, after, lens));
  expect(difference).toMatchObject({ same: false, rows: [] });
  return { en: differenceText(difference, 'en'), zh: differenceText(difference, 'zh') };
}

describe('What differs where no row of a standing moves is told below its subject', () => {
  test('a card whose state ended, by which event and clause, with what follows and the values that read it', () => {
    expect(told(scheme(), [...base, card], [...base, card, pardon])).toMatchSnapshot();
  });

  test('a card that is open again, because what ended it is voided', () => {
    const supposed = { suppose: { void: ['p1'] } };
    expect(told(scheme(), [...base, card, pardon], [...base, card, pardon], supposed)).toMatchSnapshot();
  });

  test('a card that is issued, by which rule and because of which event', () => {
    const warning = event('w1', 'told', 'ann', '03-02', { note: 'again' });
    expect(told(scheme([twice]), base, [...base, warning])).toMatchSnapshot();
  });

  test('a card that is gone, by which ruling', () => {
    const ruling = event('r1', 'meritlog.event.voided', 'ann', '04-01', {
      id: 'c1',
      source: 'school',
      reason: 'an error',
    });
    expect(told(scheme(), [...base, card], [...base, card, ruling])).toMatchSnapshot();
  });

  test('a finding, as the event that it is', () => {
    expect(told(scheme([watch]), base, [...base, card])).toMatchSnapshot();
  });

  test('a finding of the engine', () => {
    const lost = event('p2', 'pardoned', 'ann', '03-06', { which: 'no-card' });
    expect(told(scheme(), base, [...base, lost])).toMatchSnapshot();
  });

  test('a card of the later side that is told otherwise', () => {
    const corrected = event('c1', 'booked', 'ann', '03-02', { colour: 'yellow' });
    expect(told(scheme(), [...base, card], [...base, corrected])).toMatchSnapshot();
  });
});

test('Two cards of one id from two sources are told each', () => {
  const other = event('c1', 'booked', 'ann', '03-02', { colour: 'yellow' }, { source: 'club' });
  const difference = diff(judged(scheme(), [...base, card]), judged(scheme(), [...base, card, other]));
  expect(difference.subjects[0]?.cards).toMatchObject([{ before: null, after: { id: 'c1', colour: 'yellow' } }]);
});

test('The key that separates two rows is told where neither moves', () => {
  const by = (keys: readonly JsonObject[]) =>
    rubric({
      cohorts: { peers: { each: [], of: 'pupil', in: { event: 'joined' } } },
      indicators: {
        total: { per: ['pupil'], of: { kind: 'events', type: 'scored', value: 'points' }, reduce: 'sum' },
        notes: { per: ['pupil'], of: { kind: 'events', type: 'told' }, reduce: 'count' },
      },
      standings: { ranking: { among: 'peers', by: keys } },
    });
  const events = [
    ...['ann', 'bob'].map((who) => event(`j-${who}`, 'joined', who, '01-01', { group: 'g' })),
    ...scores({ ann: 9, bob: 9 }),
    event('n1', 'told', 'ann', '02-01', { note: 'x' }),
  ];
  const [one, other] = ['first', 'second'].map((name) => judged(by([{ is: 'total' }, { name, is: 'notes' }]), events));
  if (one === undefined || other === undefined) throw new Error('two outcomes');
  const difference = diff(one, other);
  expect(difference.rows.map(({ decidedBy }) => decidedBy)).toEqual([
    { before: 'first', after: 'second' },
    { before: 'first', after: 'second' },
  ]);
  expect(differenceText(difference, 'en')).toContain('separated from a neighbour by: first → second');
});
