import { describe, expect, test } from 'vitest';
import { explain, type Reason } from '../src/index.js';
import { ranked } from './faults/class-ranking.js';
import { event, judged, rubric, scores } from './faults/small-rubric.js';

function reasonOf(outcome: ReturnType<typeof judged>, indicator: string, more = {}): Reason {
  const found = explain(outcome, { subject: 'ann', indicator, ...more });
  if (found.kind !== 'value') throw new Error('a number was asked for');
  return found.reason;
}
const membersOf = ({ body }: Reason) => (body.kind === 'measure' ? body.members : []);

const give = (name: string, points: string, more = {}) => ({
  name,
  basis: `rule ${name}`,
  on: 'scored',
  event: { type: 'give', params: { to: 'sum', points } },
  ...more,
});
const sum = { per: ['pupil'], of: { kind: 'given' }, reduce: 'sum' };

describe('The reasons of a sum', () => {
  test('are all that was given, with the rule and the event of each, and add up', () => {
    const by = rubric({ indicators: { sum }, rules: [give('b', '2'), give('a', 'coalesce(points, 0)')] });
    const reason = reasonOf(
      judged(by, [...scores({ ann: 3, bob: 9 }), event('x', 'scored', 'ann', '03-05', { points: 4 })]),
      'sum',
    );
    expect(
      membersOf(reason).map(({ value, rule, event: of, fate }) => [value, rule?.name, rule?.basis, of?.id, fate]),
    ).toEqual([
      ['3', 'a', 'rule a', 'scored-ann', 'taken'],
      ['2', 'b', 'rule b', 'scored-ann', 'taken'],
      ['4', 'a', 'rule a', 'x', 'taken'],
      ['2', 'b', 'rule b', 'x', 'taken'],
    ]);
    expect(reason).toMatchObject({ value: '11', coverage: { used: 4, of: 4 }, edition: '1', keys: { pupil: 'ann' } });
  });

  test('are those too that a walk over all events gave', () => {
    const by = rubric({ indicators: { sum }, rules: [give('a', '2')] });
    expect(membersOf(reasonOf(judged(by, scores({ ann: 3 })), 'sum')).map(({ value }) => value)).toEqual(['2']);
  });

  test('tell what became of each member', () => {
    const figure = {
      per: ['pupil'],
      of: { kind: 'events', type: 'scored', value: 'points' },
      take: { window: { from: "startOf(date('2026-02-01'))" }, drop: { worst: 1 } },
      missing: 'skip',
      reduce: 'sum',
    };
    const events = [1, 2, undefined, 4].map((points, index) =>
      event(`e${index}`, 'scored', 'ann', `0${index + 1}-05`, points === undefined ? {} : { points }),
    );
    const reason = reasonOf(judged(rubric({ indicators: { figure } }), events), 'figure');
    expect(membersOf(reason).map(({ fate }) => fate)).toEqual(['outside-window', 'dropped', 'unknown', 'taken']);
  });
});

describe('The steps of a number', () => {
  test('go from what stood before to what stands after, and end at the value', () => {
    const figure = {
      per: ['pupil'],
      of: { kind: 'events', type: 'scored', value: 'points' },
      reduce: 'sum',
      map: ['it / 2', { kind: 'round', digits: 0 }],
    };
    const cap = {
      name: 'cap',
      basis: 'rule 9',
      on: 'scored',
      event: { type: 'limit', params: { indicator: 'figure', max: '3' } },
    };
    const reason = reasonOf(judged(rubric({ indicators: { figure }, rules: [cap] }), scores({ ann: 9 })), 'figure');
    expect(reason.steps).toMatchObject([
      { kind: 'map', before: '9', after: '4.5' },
      { kind: 'map', before: '4.5', after: '5' },
      { kind: 'limit', rule: 'cap', basis: 'rule 9', max: '3', before: '5', after: '3' },
    ]);
    expect(reason.value).toBe('3');
    expect(reason.body).toMatchObject({ value: '9' });
  });

  test('tell what stands where nothing is known', () => {
    const figure = { per: ['pupil'], is: '1 / 0', map: ['it + 1'], otherwise: '4' };
    const reason = reasonOf(judged(rubric({ indicators: { figure } }), scores({ ann: 9 })), 'figure');
    expect(reason.steps).toEqual([{ kind: 'otherwise', text: '4', after: '4' }]);
  });
});

describe('The reasons of a formula', () => {
  const base = { per: ['pupil'], of: { kind: 'events', type: 'scored', value: 'points' }, reduce: 'sum' };
  const twice = { per: ['pupil'], is: 'base * 2 + (top.rank)' };
  const outcome = judged(
    rubric({
      cohorts: { peers: { each: ['group'], of: 'pupil', in: { event: 'joined' } } },
      indicators: { base, twice },
      standings: { top: { among: 'peers', by: [{ is: 'base' }] } },
    }),
    [event('j', 'joined', 'ann', '01-01', { group: 'g' }), ...scores({ ann: 9 })],
  );

  test('are its inputs, each with its own reasons', () => {
    const { body, value } = reasonOf(outcome, 'twice');
    expect(value).toBe('19');
    expect(
      body.kind === 'formula' ? body.inputs.map(({ name, value: of, reason }) => [name, of, reason?.value]) : [],
    ).toEqual([
      ['base', '9', '9'],
      ['top.rank', '1', undefined],
    ]);
  });

  test('are cut where they are asked for to a depth', () => {
    const { body } = reasonOf(outcome, 'twice', { depth: 1 });
    expect(body.kind === 'formula' ? body.inputs[0]?.reason?.body.kind : '').toBe('cut');
    expect(reasonOf(outcome, 'twice', { depth: 0 }).body.kind).toBe('cut');
    expect(reasonOf(outcome, 'twice', { depth: 0 }).steps).toEqual([]);
  });
});

describe('A place', () => {
  const by = [{ is: 'total' }, { is: 'second', order: 'asc', name: 'fewer' }];
  const bands = [
    { id: 'top', where: 'total >= 5 && second < 3', quota: '1' },
    { id: 'good', where: 'total >= 5' },
    { id: 'low' },
  ];
  const outcome = ranked({ a: [9, 3], b: [5, 1], c: [5, 2], d: [5, 2], e: [2, 2], f: [null] }, { by, bands });
  const place = (subject: string) => {
    const found = explain(outcome, { subject, standing: 'ranking' });
    if (found.kind !== 'place') throw new Error('a place was asked for');
    return found.place;
  };

  test('is separated from its neighbours by the first key in which they differ', () => {
    expect(place('b').above).toMatchObject({
      subject: 'a',
      rank: 1,
      key: 'total',
      own: '5',
      other: '9',
      difference: '4',
      equalOn: [],
    });
    expect(place('b').below).toMatchObject({
      subject: 'c',
      key: 'fewer',
      own: '1',
      other: '2',
      difference: '1',
      equalOn: ['total'],
    });
    expect(place('c')).toMatchObject({ rank: 3, of: 5, tied: ['d'], above: { subject: 'b' }, below: { subject: 'e' } });
    expect(place('a').above).toBeNull();
    expect(place('e').below).toBeNull();
    expect(place('f')).toMatchObject({ rank: null, unranked: 'unknown: total', above: null, below: null, tied: [] });
  });

  test('has a band, and the bands that it missed with what failed', () => {
    const missed = (subject: string) =>
      place(subject).band.missed.map(({ band, because, failed }) => [band, because, failed.map(({ text }) => text)]);
    expect(place('b').band).toMatchObject({ band: 'top', missed: [] });
    expect(missed('a')).toEqual([['top', 'conditions', ['second < 3']]]);
    expect(missed('c')).toEqual([['top', 'quota', []]]);
    expect(missed('e')).toEqual([
      ['top', 'conditions', ['total >= 5']],
      ['good', 'conditions', ['total >= 5']],
    ]);
  });

  test('tells what failed as a formula, where it was written short', () => {
    const where = { 'shadow.rank': { present: true, equal: 1 }, total: { greaterThan: 1 } };
    const standings = {
      shadow: { among: 'peers', by: [{ is: 'total' }] },
      ranking: { among: 'peers', by: [{ is: 'total' }], bands: [{ id: 'top', where }, { id: 'low' }] },
    };
    const outcome = ranked({ a: [9], b: [5] }, {}, { standings });
    const found = explain(outcome, { subject: 'b', standing: 'ranking' });
    const failed = found.kind === 'place' ? found.place.band.missed.flatMap((missed) => missed.failed) : [];
    expect(failed).toEqual([{ text: 'shadow.rank == 1', inputs: [{ name: 'shadow.rank', value: '2' }] }]);
    const [band] = outcome.rubric.model.editions[0]?.standings.get('ranking')?.bands ?? [];
    expect(band?.where?.text).toBe('known(shadow.rank) && shadow.rank == 1 && total > 1');
  });

  test('without a band tells of the tie at the quota', () => {
    const tie = ranked({ a: [9], b: [9] }, { bands: [{ id: 'top', quota: '1' }, { id: 'low' }] });
    const found = explain(tie, { subject: 'a' });
    expect(found.kind === 'place' ? found.place.band : undefined).toMatchObject({
      band: null,
      missed: [{ band: 'top', because: 'tie' }],
    });
  });

  test('tells where its total comes from', () => {
    expect(place('a').total).toMatchObject({ indicator: 'total', value: '9' });
  });
});

test('An event is told with the day in the zone of the rubric', () => {
  const figure = { per: ['pupil'], of: { kind: 'events', type: 'scored', value: 'points' }, reduce: 'sum' };
  const zone = { name: 'Asia/Shanghai', offsets: [{ offset: '+08:00' }] };
  const reason = reasonOf(
    judged(rubric({ indicators: { figure }, zone }), [
      event('e', 'scored', 'ann', '2026-03-01T20:00:00Z', { points: 1 }),
    ]),
    'figure',
  );
  expect(membersOf(reason)[0]?.event).toMatchObject({ id: 'e', source: 'school', day: '2026-03-02', state: 'active' });
});
