import { type CloudEvent, type Json, type JsonObject, type Lens, parseEvents, parseRubric } from '../../src/index.js';
import type { Outcome } from '../../src/outcome.js';
import { replay } from '../../src/replay.js';
import type { Rubric } from '../../src/rubric.js';

/** Parts of a document that a test speaks of; everything else stands below. */
type Parts = { readonly [part: string]: Json };

const subject = { kind: 'key', is: 'subject' };
const number = { kind: 'number', optional: true };
const text = { kind: 'text', optional: true };

const EVENTS: JsonObject = {
  joined: { fields: { pupil: subject, group: { kind: 'key' }, points: number } },
  scored: { fields: { pupil: subject, points: number, weight: number, note: text } },
  done: {
    fields: {
      pupil: subject,
      term: { kind: 'key', is: 'year(date(time))' },
      item: { kind: 'key' },
      points: number,
      until: { kind: 'date', optional: true },
      tags: { kind: 'list', optional: true },
    },
  },
  shown: {
    fields: { pupil: subject, card: { kind: 'key', is: 'id' }, colour: { kind: 'choice', of: ['yellow', 'red'] } },
    card: {
      colour: 'colour',
      colours: { yellow: { polarity: 'warning', severity: 1 }, red: { polarity: 'warning', severity: 2 } },
    },
  },
  told: { finding: true, fields: { pupil: subject, note: text } },
};

/** A rubric about pupils, in UTC unless a part says otherwise. Further parts are further editions. */
export function rubric(parts: Parts, ...later: readonly Parts[]): Rubric {
  const { events = {}, ...rest } = parts;
  const first: JsonObject = {
    kind: 'rubric',
    id: 'small',
    edition: '1',
    effective: { from: '2020-01-01' },
    zone: { name: 'UTC', offsets: [{ offset: '+00:00' }] },
    subject: 'pupil',
    keys: { pupil: {}, group: {}, item: {}, card: {}, term: { type: 'number' } },
    vocabulary: { events: { ...EVENTS, ...(events as JsonObject) } },
    ...rest,
  };
  const overlays = later.map((more, index) => ({
    kind: 'rubric',
    id: 'small',
    edition: String(index + 2),
    parent: String(index + 1),
    ...more,
  }));
  const parsed = parseRubric([first, ...overlays]);
  if (!parsed.ok)
    throw new Error(parsed.problems.map(({ pointer, message }) => `${pointer}: ${message.en}`).join('\n'));
  return parsed.value;
}

/** An event on a day of 2026, `'03-01'`, at noon, or at a time, `'2025-03-01T08:00:00Z'`. */
export function event(
  id: string,
  type: string,
  who: string,
  on: string,
  data: JsonObject = {},
  more: Partial<CloudEvent> = {},
): CloudEvent {
  const time = on.includes('T') ? on : `2026-${on}T12:00:00Z`;
  return { specversion: '1.0', id, source: 'school', type, subject: who, time, data, ...more };
}

/** `{ ann: 3, bob: 1 }` as events that give each one these points, on the first days of March. */
export function scores(points: { readonly [pupil: string]: number | string }, type = 'scored'): readonly CloudEvent[] {
  return Object.entries(points).map(([who, value], index) =>
    event(`${type}-${who}`, type, who, `03-${String(index + 1).padStart(2, '0')}`, { points: value }),
  );
}

export function judged(by: Rubric, events: readonly CloudEvent[], lens: Lens = {}): Outcome {
  const ledger = parseEvents(by, events);
  if (!ledger.ok)
    throw new Error(ledger.problems.map(({ pointer, message }) => `${pointer}: ${message.en}`).join('\n'));
  return replay(ledger.value, by, lens);
}

/** What an outcome shows of an indicator. */
export function valueFor(outcome: Outcome, who: string, indicator: string): string | boolean | null | undefined {
  return outcome.subjects[who]?.indicators[indicator]?.value;
}

/** A column of the first table: `'ann 1, bob 2'`. */
export function column(outcome: Outcome, show: (row: Outcome['standings'][number]['rows'][number]) => unknown): string {
  return (outcome.standings[0]?.rows ?? []).map((row) => `${row.subject} ${show(row) ?? '-'}`).join(', ');
}

/** `'id state'` of a subject's cards, in their order. */
export function states(outcome: Outcome, who: string): string {
  return (outcome.subjects[who]?.cards ?? []).map(({ id, state }) => `${id} ${state}`).join(', ');
}
