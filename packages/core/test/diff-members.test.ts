import { expect, test } from 'vitest';
import { type CloudEvent, diff, differenceText, type JsonObject, type Lens } from '../src/index.js';
import { event, judged, rubric, scores } from './faults/small-rubric.js';

const joined = ['ann', 'bob', 'cid'].map((who) => event(`j-${who}`, 'joined', who, '01-01', { group: 'g' }));
const marks = ['03-05', '03-06', '03-07'].map((day, index) =>
  event(`m${index + 1}`, 'scored', 'ann', day, { points: [100, 90, 80][index] ?? 0 }),
);

const of: JsonObject = { kind: 'events', type: 'scored', value: 'points' };
const scheme = (indicators: JsonObject): ReturnType<typeof rubric> =>
  rubric({
    cohorts: { peers: { each: [], of: 'pupil', in: { event: 'joined' } } },
    indicators: { notes: { per: ['pupil'], of: { kind: 'events', type: 'told' }, reduce: 'count' }, ...indicators },
    standings: { ranking: { among: 'peers', by: [{ is: 'total' }] } },
  });
const total = (more: JsonObject): JsonObject => ({ total: { per: ['pupil'], of, reduce: 'sum', ...more } });
const note = (id: string, day: string): CloudEvent => event(id, 'told', 'ann', day, { note: 'x' });

function told(
  by: ReturnType<typeof rubric>,
  events: readonly CloudEvent[],
  before: Lens,
  after: Lens,
): Record<'en' | 'zh', string> {
  const difference = diff(judged(by, events, before), judged(by, events, after));
  return { en: differenceText(difference, 'en'), zh: differenceText(difference, 'zh') };
}

test('A member that weighs otherwise is told with both weights', () => {
  const by = scheme(total({ of: { ...of, weight: '1 - notes / 10' } }));
  const events = [...joined, ...marks.slice(0, 1), note('n1', '04-01')];
  const text = told(by, events, { asOf: '2026-03-31' }, { asOf: '2026-04-30' });
  expect(text).toMatchSnapshot();
  expect(text.en).toContain('100, weight 1 → 0.9  2026-03-05 scored (points 100) m1');
});

test('What a value needs and has is told where that is too little on a side, and what was left out there is not told as new', () => {
  const by = scheme(total({ take: { drop: { best: 1 } }, need: 3, reduce: 'mean' }));
  const text = told(by, [...joined, ...marks], {}, { suppose: { void: ['m3'] } });
  expect(text).toMatchSnapshot();
  expect(text.en).toContain('needed: 3, known: 3 → 2');
  expect(text.en).not.toContain('– → 100');
});

test('What the number to keep reads is a cause', () => {
  const by = scheme(total({ take: { keep: { best: '1 + notes' } } }));
  const events = [...joined, ...marks, note('n1', '03-02')];
  expect(told(by, events, {}, { suppose: { void: ['n1'] } })).toMatchSnapshot();
});

test('What the bounds of a window read is a cause', () => {
  const by = scheme(total({ take: { window: { by: 'date(time)', from: 'addDays(date("2026-03-06"), -notes)' } } }));
  const events = [...joined, ...marks, note('n1', '03-02')];
  expect(told(by, events, {}, { suppose: { void: ['n1'] } })).toMatchSnapshot();
});

test('What the bounds of a range read is a cause', () => {
  const by = scheme(
    total({ of: { kind: 'each', key: 'term', in: { kind: 'range', from: '1', to: 'notes' }, value: '10 * term' } }),
  );
  const events = [...joined, note('n1', '03-02'), note('n2', '03-03')];
  expect(told(by, events, {}, { suppose: { void: ['n2'] } })).toMatchSnapshot();
});

test('Who stood before on one side only is a cause of a value that is a rank, and of what it decides', () => {
  const by = scheme({
    place: {
      per: ['pupil'],
      of,
      reduce: 'max',
      map: { kind: 'rank', among: 'peers', order: 'desc', ties: 'standard' },
    },
    total: { per: ['pupil'], of: { kind: 'events', type: 'scored', where: 'place == 1' }, reduce: 'count' },
  });
  const text = told(by, [...joined, ...scores({ ann: 9, bob: 7, cid: 5 })], {}, { suppose: { void: ['scored-ann'] } });
  expect(text).toMatchSnapshot();
  expect(text.en.split('\nann: ')[0]).toContain('voided by the supposition');
});
