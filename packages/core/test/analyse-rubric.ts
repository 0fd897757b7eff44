import type { Json, JsonObject } from '../src/model/json.js';
import { parseRubric, type Rubric } from '../src/rubric.js';

/** A small rubric in which nothing is to be found, with parts of it exchanged. */
export function rubricWith(parts: JsonObject = {}): Rubric {
  return parsed({ ...BASE, ...parts });
}

/** The same, with further editions that are laid over it. */
export function editionsWith(parts: JsonObject, ...later: readonly JsonObject[]): Rubric {
  const over = later.map((edition) => ({ kind: 'rubric', id: 'shops', parent: '1', ...edition }));
  return parsed([{ ...BASE, ...parts }, ...over]);
}

function parsed(documents: Json): Rubric {
  const result = parseRubric(documents);
  if (result.ok) return result.value;
  throw new Error(result.problems.map(({ code, pointer, message }) => `${code} ${pointer}: ${message.en}`).join('\n'));
}

/** A rule with an example, as far as it can have one. */
export function rule(name: string, more: JsonObject): JsonObject {
  return { name, basis: '1', on: 'fault.found', examples: [EXAMPLE], ...more };
}

const EXAMPLE: JsonObject = {
  events: [{ type: 'fault.found', subject: 'a', time: '2026-03-02', data: { kind: 'late', days: 1 } }],
  holds: true,
};

export const STANDING: JsonObject = {
  among: 'peers',
  by: [{ is: 'total' }],
  bands: [{ id: 'good', from: 90 }, { id: 'poor' }],
};

export const PER: readonly string[] = ['shop', 'year'];

export const INDICATORS: JsonObject = {
  loss: { per: PER, of: { kind: 'given' }, reduce: 'sum' },
  faults: { per: PER, of: { kind: 'events', type: 'fault.found' }, reduce: 'count' },
  total: { per: PER, is: 'max(0, 100 + loss)' },
};

export const GIVE: JsonObject = { type: 'give', params: { to: 'loss', points: -5 } };

const SHOP: JsonObject = { kind: 'key', is: 'subject' };
const YEAR: JsonObject = { kind: 'key', is: 'year(date(time))' };

export const EVENTS: JsonObject = {
  'shop.opened': { registers: true, fields: { shop: SHOP, year: YEAR } },
  'fault.found': {
    fields: {
      shop: SHOP,
      year: YEAR,
      kind: { kind: 'choice', of: ['late', 'dirty', 'closed'] },
      days: { kind: 'number' },
      due: { kind: 'date', optional: true },
    },
  },
  'card.shown': {
    fields: { shop: SHOP, year: YEAR, colour: { kind: 'choice', of: ['yellow', 'red'] } },
    card: {
      colour: 'colour',
      colours: { yellow: { polarity: 'warning', severity: 1 }, red: { polarity: 'censure', severity: 2 } },
    },
  },
};

const BASE: JsonObject = {
  kind: 'rubric',
  id: 'shops',
  edition: '1',
  effective: { from: '2026-01-01' },
  zone: { name: 'UTC', offsets: [{ offset: '+00:00' }] },
  subject: 'shop',
  keys: { shop: {}, year: { type: 'number' } },
  period: { key: 'year', ends: 'yearEnd(year)' },
  vocabulary: { events: EVENTS },
  cohorts: { peers: { each: ['year'], of: 'shop', in: { event: 'shop.opened' } } },
  indicators: INDICATORS,
  rules: [rule('late', { where: { kind: 'late' }, event: GIVE })],
  standings: { ranking: STANDING },
};
