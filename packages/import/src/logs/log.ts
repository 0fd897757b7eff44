import type { CloudEvent, Json, JsonObject, Problem, Result } from '@meritlog/core';
import { nearest } from '@meritlog/core';
import { failure, isJsonObject, parseInstant, success } from '@meritlog/core/parse';
import { importProblem } from '../problem/import-problem.js';
import { shown } from '../problem/words.js';

/** How the events of another log become ours. */
export interface LogOptions<E> {
  /** The CloudEvents `source` of them all; with the id it is their identity. */
  readonly source: string;
  /** What each type is called here; null leaves its events out. A type that is not named is a problem. */
  readonly types: Readonly<Record<string, string | null>>;
  /** Whom an event is about; the log's own stream or aggregate where not given. */
  readonly subject?: (event: E) => string | undefined;
  /** When it happened, as RFC 3339 with an offset; when the log recorded it where not given. */
  readonly time?: (event: E) => string | undefined;
  /** Its data; all of the log's where not given. */
  readonly data?: (event: E) => unknown;
}

/** What any log says of an event. */
export interface LogEntry<E> {
  readonly event: E;
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly recorded: string | undefined;
  /** Orders the events of one instant as the log did. */
  readonly sequence: string;
  readonly data: unknown;
}

/** Events in the order in which they were recorded, so that a store can keep their recorded times. All problems come at once. */
export function eventsOfLog<E>(entries: readonly LogEntry<E>[], options: LogOptions<E>): Result<readonly CloudEvent[]> {
  const problems: Problem[] = [];
  const events: Timed[] = [];
  for (const [index, entry] of entries.entries()) {
    const made = eventOf(entry, index + 1, options);
    if ('code' in made) problems.push(made);
    else if ('event' in made) events.push(made);
    if (problems.length === MOST_PROBLEMS) break;
  }
  if (problems.length > 0) return failure(problems);
  return success(events.sort((a, b) => a.at - b.at).map(({ event }) => event));
}

const MOST_PROBLEMS = 1000;

interface Timed {
  readonly event: CloudEvent;
  readonly at: number;
}

function eventOf<E>(
  entry: LogEntry<E>,
  place: number,
  options: LogOptions<E>,
): Timed | Problem | { readonly left: 'out' } {
  const { types, source } = options;
  const type = Object.hasOwn(types, entry.type) ? types[entry.type] : undefined;
  if (type === null) return { left: 'out' };
  if (type === undefined) {
    const known = Object.keys(types);
    const facts = { place, found: entry.type, known: known.slice(0, 20).map(shown).join(', ') || '–' };
    return importProblem('log-type', { ...facts, near: nearest(entry.type, known) ?? '' });
  }
  const time = options.time === undefined ? entry.recorded : options.time(entry.event);
  if (time === undefined) return importProblem('log-no-time', { place, id: entry.id });
  const recorded = instantOf(entry.recorded ?? time);
  if (instantOf(time) === undefined || recorded === undefined) {
    return importProblem('log-time', {
      place,
      id: entry.id,
      found: instantOf(time) === undefined ? time : `${entry.recorded}`,
    });
  }
  const data = plain(options.data === undefined ? entry.data : options.data(entry.event));
  if (data === UNSPEAKABLE) return importProblem('log-value', { place, id: entry.id });
  const subject = options.subject === undefined ? entry.subject : options.subject(entry.event);
  const { id, sequence } = entry;
  const about = subject === undefined ? {} : { subject };
  const kept = entry.recorded === undefined ? {} : { recordedtime: entry.recorded };
  return {
    event: { specversion: '1.0', id, source, type, ...about, time, sequence, ...objectOf(data), ...kept },
    at: recorded,
  };
}

function instantOf(text: string): number | undefined {
  const read = parseInstant(text);
  return 'instant' in read ? read.instant : undefined;
}

/** Data is an object; a single value stands under a name. */
function objectOf(data: Json | undefined): { readonly data?: JsonObject } {
  if (data === undefined || data === null) return {};
  return { data: isJsonObject(data) ? data : { value: data } };
}

const UNSPEAKABLE = Symbol('unspeakable');

/** A value as JSON has it: dates as texts, whole numbers of any size exactly; not NaN, functions or what holds itself. */
function plain(value: unknown, depth = 0): Json | undefined | typeof UNSPEAKABLE {
  if (value === undefined) return undefined;
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : UNSPEAKABLE;
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || depth > DEEPEST) return UNSPEAKABLE;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? UNSPEAKABLE : value.toISOString();
  if (Array.isArray(value)) {
    const items = value.map((item) => plain(item ?? null, depth + 1));
    return items.some((item) => item === UNSPEAKABLE)
      ? UNSPEAKABLE
      : items.flatMap((item) => (isJson(item) ? [item] : []));
  }
  const entries = Object.entries(value).map(([key, part]) => [key, plain(part, depth + 1)] as const);
  if (entries.some(([, part]) => part === UNSPEAKABLE)) return UNSPEAKABLE;
  return Object.fromEntries(entries.flatMap(([key, part]) => (isJson(part) ? [[key, part]] : [])));
}

const DEEPEST = 60;

function isJson(value: Json | undefined | typeof UNSPEAKABLE): value is Json {
  return value !== undefined && value !== UNSPEAKABLE;
}
