import type { Json, JsonObject } from '../src/model/json.js';
import type { Rubric } from '../src/rubric.js';
import type { Pair } from './analyse-pair.js';
import { EVENTS, INDICATORS, PER, rubricWith, rule } from './analyse-rubric.js';

/** Faults of values, each beside the same without it. */
export function valuePairs(): readonly Pair[] {
  return [...unknownPairs(), ...tablePairs(), ...curvePairs(), ...sizePairs(), ...cohortPairs()];
}

const DAYS: JsonObject = { kind: 'events', type: 'fault.found', value: 'days' };

function withIndicators(indicators: JsonObject, parts: JsonObject = {}): Rubric {
  return rubricWith({ indicators: { ...INDICATORS, ...indicators }, ...parts });
}

function unknownPairs(): readonly Pair[] {
  const division = { code: 'division-by-zero' } as const;
  const ratio = (is: string, more: JsonObject = {}): Rubric => withIndicators({ ratio: { per: PER, is, ...more } });
  const mean = (of: JsonObject, more: JsonObject = {}): Rubric =>
    withIndicators({ mean: { per: PER, of: { ...DAYS, value: '10 / (days - 3)', ...of }, reduce: 'sum', ...more } });
  const points = (formula: string): Rubric =>
    rubricWith({ rules: [rule('late', { event: { type: 'give', params: { to: 'loss', points: formula } } })] });
  const field = (is: string): Rubric => {
    const fault = EVENTS['fault.found'];
    const fields = { ...(fault as { readonly fields: JsonObject }).fields, worth: { kind: 'number', is } };
    const sum = { per: PER, of: { ...DAYS, value: 'worth' }, reduce: 'sum' };
    return withIndicators({ sum }, { vocabulary: { events: { ...EVENTS, 'fault.found': { fields } } } });
  };
  return [
    {
      ...division,
      what: 'a count of what there may be none of',
      names: ['ratio'],
      pointer: '/indicators/ratio/is',
      faulty: ratio('loss / faults'),
      mended: ratio('faults == 0 ? 0 : loss / faults'),
    },
    {
      ...division,
      what: 'the first key of a standing, which is its total too',
      names: ['ranking'],
      pointer: '/standings/ranking/by/0/is',
      faulty: rubricWith({ standings: { ranking: { among: 'peers', by: [{ is: '1 / faults' }] } } }),
      mended: rubricWith({ standings: { ranking: { among: 'peers', by: [{ is: 'faults == 0 ? 0 : 1 / faults' }] } } }),
    },
    {
      ...division,
      what: 'what is left where a guard is of no use',
      names: ['ratio'],
      pointer: '/indicators/ratio/is',
      faulty: ratio('faults >= 0 ? loss / faults : 0'),
      mended: ratio('faults > 0 ? loss / faults : 0'),
    },
    {
      ...division,
      what: 'a remainder, with and without an otherwise',
      names: ['ratio'],
      pointer: '/indicators/ratio/is',
      faulty: ratio('loss % faults'),
      mended: ratio('loss % faults', { otherwise: 0 }),
    },
    {
      ...division,
      what: 'a field of the members',
      names: ['mean'],
      pointer: '/indicators/mean/of/value',
      faulty: mean({}),
      mended: mean({ where: 'days - 3 != 0' }),
    },
    {
      ...division,
      what: 'members of unknown value that are to be left out',
      names: ['mean'],
      pointer: '/indicators/mean/of/value',
      faulty: mean({}),
      mended: mean({}, { missing: 'skip' }),
    },
    {
      ...division,
      what: 'the points of a rule',
      names: ['late'],
      pointer: '/rules/0/event/params/points',
      faulty: points('-10 / days'),
      mended: points('coalesce(-10 / days, -10)'),
    },
    {
      ...division,
      what: 'a computed field',
      names: ['fault.found'],
      pointer: '/vocabulary/events/fault.found/fields/worth/is',
      faulty: field('1 / days'),
      mended: field('days > 0 ? 1 / days : 0'),
    },
  ];
}

function tablePairs(): readonly Pair[] {
  const rules = [rule('late', { event: { type: 'give', params: { to: 'loss', points: 'worth(kind)' } } })];
  const byKind = (rows: JsonObject, more: JsonObject = {}): Rubric =>
    rubricWith({ tables: { worth: { by: ['kind'], rows, ...more } }, rules });
  const stepped = (rows: JsonObject): Rubric =>
    withIndicators({ worth: { per: PER, is: 'byDays(faults)' } }, { tables: { byDays: { by: ['days>='], rows } } });
  const rows = { late: -1, dirty: -2 };
  return [
    {
      code: 'table-gap',
      what: 'a choice without a row',
      names: ['late', 'worth'],
      pointer: '/rules/0/event/params/points',
      faulty: byKind(rows),
      mended: byKind({ ...rows, closed: -9 }),
    },
    {
      code: 'table-gap',
      what: 'no else',
      names: ['late', 'worth'],
      pointer: '/rules/0/event/params/points',
      faulty: byKind(rows),
      mended: byKind(rows, { else: 0 }),
    },
    {
      code: 'table-gap',
      what: 'nothing below the first step',
      names: ['worth', 'byDays'],
      pointer: '/indicators/worth/is',
      faulty: stepped({ '1': 5, '10': 9 }),
      mended: stepped({ '0': 5, '10': 9 }),
    },
  ];
}

function curvePairs(): readonly Pair[] {
  const steps = (first: number, map: (step: JsonObject) => Json = (step) => step, below: JsonObject = {}): Rubric =>
    withIndicators({
      grade: {
        per: PER,
        of: { kind: 'events', type: 'fault.found' },
        reduce: 'count',
        map: map({
          kind: 'steps',
          steps: [
            { from: first, value: 1 },
            { from: 9, value: 2 },
          ],
          ...below,
        }),
      },
    });
  return [
    {
      code: 'curve-gap',
      what: 'steps that begin above the least value',
      names: ['grade'],
      pointer: '/indicators/grade/map',
      faulty: steps(1),
      mended: steps(0),
    },
    {
      code: 'curve-gap',
      what: 'the second step of a map',
      names: ['grade'],
      pointer: '/indicators/grade/map/1',
      faulty: steps(1, (step) => ['it - 1', step]),
      mended: steps(1, (step) => ['it - 1', step], { below: 0 }),
    },
  ];
}

function sizePairs(): readonly Pair[] {
  const full = (map: JsonObject): Rubric =>
    withIndicators({ worth: { per: PER, full: 20, of: DAYS, reduce: 'sum', ...map } });
  const leaves = (hidden: boolean): Rubric => {
    const count = { per: PER, of: { kind: 'events', type: 'fault.found' }, reduce: 'count' };
    const more = Array.from({ length: 59 }, (_, at) => [`leaf${at}`, at === 0 ? { ...count, hidden } : count] as const);
    return withIndicators(Object.fromEntries(more));
  };
  return [
    {
      code: 'above-full',
      what: 'a sum without a cap',
      names: ['worth'],
      pointer: '/indicators/worth/full',
      faulty: full({}),
      mended: full({ map: 'min(it, 20)' }),
    },
    {
      code: 'too-many-leaves',
      what: 'one more than sixty',
      names: ['loss', 'faults', ...Array.from({ length: 59 }, (_, at) => `leaf${at}`)],
      pointer: '/indicators',
      faulty: leaves(false),
      mended: leaves(true),
    },
  ];
}

function cohortPairs(): readonly Pair[] {
  const best = (of: JsonObject): Rubric =>
    withIndicators({
      best: { per: ['year'], of: { kind: 'each', key: 'shop', value: 'faults', ...of }, reduce: 'max' },
      share: { per: PER, is: 'coalesce(faults / best, 0)' },
    });
  return [
    {
      code: 'relative-without-cohort',
      what: 'the most of all that there are',
      names: ['share', 'best'],
      pointer: '/indicators/best/of',
      faulty: best({}),
      mended: best({ in: { kind: 'cohort', cohort: 'peers' } }),
    },
    {
      code: 'relative-without-cohort',
      what: 'all for whom there are events',
      names: ['share', 'best'],
      pointer: '/indicators/best/of',
      faulty: best({ in: { kind: 'events', type: 'fault.found' } }),
      mended: best({ in: { kind: 'cohort', cohort: 'peers' } }),
    },
  ];
}
