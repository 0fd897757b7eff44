import type { JsonObject } from '../src/model/json.js';
import type { Rubric } from '../src/rubric.js';
import type { Pair } from './analyse-pair.js';
import { EVENTS, editionsWith, INDICATORS, PER, rubricWith, rule } from './analyse-rubric.js';

/** Faults of order, dates and editions, each beside the same without it. */
export function timePairs(): readonly Pair[] {
  return [...orderPairs(), ...datePairs(), ...editionPairs(), ...feedbackPairs()];
}

const CARD = 'card.shown';

function withRule(more: JsonObject, parts: JsonObject = {}): Rubric {
  return rubricWith({
    rules: [rule('second', more)],
    ...parts,
    standings: {},
    indicators: { ...INDICATORS, ...NO_LOSS },
  });
}

const NO_LOSS: JsonObject = { loss: { per: PER, is: '0' } };

function orderPairs(): readonly Pair[] {
  const deducted = {
    fields: {
      shop: { kind: 'key', is: 'subject' },
      year: { kind: 'key', is: 'year(date(time))' },
      amount: { kind: 'number' },
    },
  };
  const issue = { type: 'issue', params: { type: 'points.deducted', fields: { amount: 'days' } } };
  const sum = { per: PER, of: { kind: 'events', type: 'points.deducted', value: 'amount' }, reduce: 'sum' };
  const capped = (where: JsonObject, map: JsonObject): Rubric =>
    rubricWith({
      vocabulary: { events: { ...EVENTS, 'points.deducted': deducted } },
      indicators: { ...INDICATORS, ...NO_LOSS, deducted: { ...sum, ...map } },
      rules: [rule('second', { ...where, event: issue })],
    });
  const keep = (which: JsonObject): Rubric =>
    rubricWith({
      indicators: {
        ...INDICATORS,
        few: {
          per: PER,
          of: { kind: 'events', type: 'fault.found', value: 'days' },
          take: { keep: which },
          reduce: 'sum',
        },
      },
    });
  const card = { type: 'issue', params: { type: CARD, fields: { colour: "kind == 'dirty' ? 'red' : 'yellow'" } } };
  return [
    {
      code: 'cap-by-order',
      what: 'points that are given while there are few',
      names: ['second', 'deducted'],
      pointer: '/rules/0',
      faulty: capped({ where: { deducted: { lessThan: 10 } } }, {}),
      mended: capped({}, { map: 'min(it, 10)' }),
    },
    {
      code: 'cap-by-order',
      what: 'the first two that came',
      names: ['few'],
      pointer: '/indicators/few/take/keep',
      faulty: keep({ first: 2 }),
      mended: keep({ best: 2 }),
    },
    {
      code: 'decided-by-id',
      what: 'a card for the third fault, of a colour that it decides',
      names: ['second'],
      pointer: '/rules/0',
      faulty: withRule({ where: { faults: 3 }, event: card }),
      mended: withRule({ where: { faults: 3 }, at: 'endOf(date(time))', event: card }),
    },
  ];
}

function datePairs(): readonly Pair[] {
  // Cards that are of no year are seen after its end, too.
  const { year: _, ...fields } = fieldsOf(CARD);
  const events = { ...EVENTS, [CARD]: { ...(EVENTS[CARD] as JsonObject), fields } };
  const lapse = (at: string): Rubric =>
    withRule(
      { on: CARD, at, event: { type: 'end', params: { event: 'id', as: 'lapsed' } } },
      { vocabulary: { events } },
    );
  const old = (where: string): Rubric =>
    rubricWith({
      indicators: {
        ...INDICATORS,
        old: { per: ['shop'], of: { kind: 'events', type: 'fault.found', where }, reduce: 'count' },
      },
    });
  const last = (is: string): Rubric =>
    rubricWith({
      rules: [rule('second', { where: { atEnd: true }, event: { type: 'give', params: { to: 'loss', points: -1 } } })],
      vocabulary: {
        events: { ...EVENTS, 'fault.found': { fields: { ...fieldsOf('fault.found'), atEnd: { kind: 'flag', is } } } },
      },
    });
  return [
    {
      code: 'leap-year',
      what: 'a card that lapses after 365 days',
      names: ['second'],
      pointer: '/rules/0/at',
      faulty: lapse('addDays(date(time), 365)'),
      mended: lapse('addYears(date(time), 1)'),
    },
    {
      code: 'leap-year',
      what: 'faults older than two years',
      names: ['old'],
      pointer: '/indicators/old/of/where',
      faulty: old('days(date(time), today) >= 730'),
      mended: old('today >= addYears(date(time), 2)'),
    },
    {
      code: 'month-end',
      what: 'two months, one by one',
      names: ['second'],
      pointer: '/rules/0/at',
      faulty: lapse('addMonths(addMonths(date(time), 1), 1)'),
      mended: lapse('addMonths(date(time), 2)'),
    },
    {
      code: 'month-end',
      what: 'the 31st as the last day of a month',
      names: ['fault.found'],
      pointer: '/vocabulary/events/fault.found/fields/atEnd/is',
      faulty: last('day(date(time)) == 31'),
      mended: last('day(addDays(date(time), 1)) == 1'),
    },
  ];
}

function fieldsOf(type: string): JsonObject {
  const { fields } = EVENTS[type] as { readonly fields: JsonObject };
  return fields;
}

function editionPairs(): readonly Pair[] {
  const total = { indicators: { total: { is: 'max(0, 100 + 2 * loss)' } } };
  const stricter = { rules: [{ name: 'late', event: { params: { points: -7 } } }] };
  const later = (from: string, change: JsonObject): Rubric =>
    editionsWith({}, { edition: '2', effective: { from }, ...change });
  const found = { code: 'edition-inside-period', names: ['2', 'total'], pointer: '/1/effective/from' } as const;
  return [
    {
      ...found,
      what: 'a new formula in July',
      faulty: later('2026-07-01', total),
      mended: later('2027-01-01', total),
    },
    {
      ...found,
      what: 'a new formula, and a new rule',
      faulty: later('2026-07-01', { ...total, ...stricter }),
      mended: later('2026-07-01', stricter),
    },
  ];
}

function feedbackPairs(): readonly Pair[] {
  const rated = { fields: { shop: { kind: 'key', is: 'subject' }, points: { kind: 'number' } } };
  const rating = {
    per: ['shop'],
    of: { kind: 'events', type: 'shop.rated', value: 'points' },
    reduce: 'latest',
    otherwise: 100,
  };
  const ratedBy = (is: string): Rubric =>
    rubricWith({
      vocabulary: { events: { ...EVENTS, 'shop.rated': rated } },
      indicators: { ...INDICATORS, ...NO_LOSS, rating },
      rules: [rule('rates', { event: { type: 'issue', params: { type: 'shop.rated', fields: { points: is } } } })],
    });
  const yearly = (is: string): Rubric =>
    rubricWith({ indicators: { ...INDICATORS, carried: { per: PER, is: `year < 2026 ? 0 : ${is}` } } });
  const code = 'unrounded-feedback';
  const issued = { code, names: ['rates', 'rating'], pointer: '/rules/0/event/params/fields/points' } as const;
  const read = { code, names: ['carried'], pointer: '/indicators/carried' } as const;
  return [
    {
      ...issued,
      what: 'a rating that moves by a quotient',
      faulty: ratedBy('rating + 10 / (1 + days)'),
      mended: ratedBy('round(rating + 10 / (1 + days), 2)'),
    },
    {
      ...issued,
      what: 'a rating that fades',
      faulty: ratedBy('rating * 0.9 + 1'),
      mended: ratedBy('rating + 0.9'),
    },
    {
      ...read,
      what: 'a share of what was carried over',
      faulty: yearly('faults + carried(year - 1) / 3'),
      mended: yearly('faults / 3 + carried(year - 1)'),
    },
    {
      ...read,
      what: 'a square of what was carried over',
      faulty: yearly('faults + pow(carried(year - 1) / 2, 2) / 100'),
      mended: yearly('round(faults + pow(carried(year - 1) / 2, 2) / 100, 3)'),
    },
  ];
}
