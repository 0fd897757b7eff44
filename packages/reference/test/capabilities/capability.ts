import { type CloudEvent, type Json, type JsonObject, type Lens, parseRubric, type replay } from '@meritlog/core';
import { agreed } from '../both.js';

/** Parts of a rubric; the rest stands in `BASE`. Kinds of fields may be written as one word: `'number'`, `'date?'`, `'a|b'`. */
export type Parts = { readonly [part: string]: Json };

/** Type, subject, day (`'03-01'` is one of 2026) or instant, data, and further attributes. */
export type Line = readonly [type: string, subject: string, on: string, data?: JsonObject, more?: Partial<CloudEvent>];

export type Judged = ReturnType<typeof replay>;
export type Row = Judged['standings'][number]['rows'][number];

const BASE: JsonObject = {
  kind: 'rubric',
  id: 'case',
  edition: '1',
  effective: { from: '2020-01-01' },
  zone: { name: 'UTC', offsets: [{ offset: '+00:00' }] },
  subject: 'unit',
  keys: { unit: {}, period: { type: 'number' }, month: { type: 'number' }, group: {}, item: {}, judge: {} },
  period: { key: 'period', ends: 'yearEnd(period)' },
};

const COMMON: JsonObject = {
  unit: { kind: 'key', is: 'subject' },
  period: { kind: 'key', is: 'year(date(time))' },
};

/** What both evaluators make of a small ledger. Throws where the rubric or the ledger has problems, or where they disagree. */
export async function judged(
  parts: Parts | readonly Parts[],
  lines: readonly Line[],
  lens: Lens = {},
): Promise<Judged> {
  return agreed(rubricOf(parts), lines.map(eventOf), lens);
}

/** The codes of what is wrong with a rubric, with their places. */
export function refused(parts: Parts | readonly Parts[]): readonly string[] {
  const parsed = parseRubric(rubricOf(parts));
  return parsed.ok ? [] : parsed.problems.map(({ code, pointer }) => `${code} ${pointer}`);
}

/** What an indicator comes to for each of these subjects. */
export function valuesOf(
  outcome: Judged,
  indicator: string,
  ...subjects: readonly string[]
): readonly (Json | undefined)[] {
  return subjects.map((subject) => outcome.subjects[subject]?.indicators[indicator]?.value);
}

/** What an indicator comes to for a subject at all its keys: `'2026 x: 5'`. */
export function membersOf(outcome: Judged, indicator: string, subject: string): readonly string[] {
  const reading = outcome.subjects[subject]?.indicators[indicator];
  const all = reading?.members ?? (reading === undefined ? [] : [reading]);
  return all.map(({ keys, value }) => {
    const { unit: _, ...others } = { ...keys };
    return `${Object.values(others).join(' ')}: ${value}`;
  });
}

/** The rows of the first table of a standing, as `'1 a 90'` unless another way to show them is given. */
export function rowsOf(outcome: Judged, show: (row: Row) => unknown = placeOf, standing?: string): readonly unknown[] {
  return (outcome.standings.find(({ id }) => standing === undefined || id === standing)?.rows ?? []).map(show);
}

function placeOf({ rank, subject, total }: Row): string {
  return `${rank ?? '-'} ${subject} ${total}`;
}

/** `'id colour state'` of a subject's cards. */
export function cardsOf(outcome: Judged, subject: string): readonly string[] {
  return (outcome.subjects[subject]?.cards ?? []).map(({ id, colour, state }) => `${id} ${colour} ${state}`);
}

function rubricOf(parts: Parts | readonly Parts[]): Json {
  const [first = {}, ...later]: readonly Parts[] = isList(parts) ? parts : [parts];
  const { events = {}, keys = {}, common = {}, ...rest } = first;
  const whole = {
    ...BASE,
    keys: { ...plain(BASE.keys), ...plain(keys) },
    vocabulary: { common: { ...COMMON, ...fieldsOf(common) }, events: typesOf(events) },
    ...rest,
  };
  const overlays = later.map((more, index) => ({
    kind: 'rubric',
    id: 'case',
    edition: String(index + 2),
    parent: String(index + 1),
    ...more,
  }));
  return overlays.length === 0 ? whole : [whole, ...overlays];
}

function isList(parts: Parts | readonly Parts[]): parts is readonly Parts[] {
  return Array.isArray(parts);
}

function typesOf(events: Json): JsonObject {
  return Object.fromEntries(
    Object.entries(plain(events)).map(([type, event]) => {
      const { fields = {}, ...rest } = plain(event);
      return [type, { ...rest, fields: fieldsOf(fields) }];
    }),
  );
}

function fieldsOf(fields: Json): JsonObject {
  return Object.fromEntries(Object.entries(plain(fields)).map(([name, field]) => [name, fieldOf(field)]));
}

/** `number`, `text?`, `a|b|c`; what is no text stands for itself. */
function fieldOf(field: Json): Json {
  if (typeof field !== 'string') return field;
  const optional = field.endsWith('?') ? { optional: true } : {};
  const kind = field.replace(/\?$/, '');
  return kind.includes('|') ? { kind: 'choice', of: kind.split('|'), ...optional } : { kind, ...optional };
}

function eventOf([type, subject, on, data, more = {}]: Line, index: number): object {
  const day = /^\d\d-\d\d$/.test(on) ? `2026-${on}` : on;
  const time = day.includes('T') ? day : `${day}T12:00:00Z`;
  const about = subject === '' ? {} : { subject };
  return { specversion: '1.0', id: `e${index + 1}`, source: 'office', type, ...about, time, data: data ?? {}, ...more };
}

function plain(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}
