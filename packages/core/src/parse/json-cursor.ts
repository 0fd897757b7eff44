import { child, type Problem } from '../model/problem.js';
import { type Facts, JSON_SENTENCES, type JsonProblemCode } from './json-sentence.js';

export interface JsonLimits {
  /** Most UTF-16 code units of a text. */
  readonly size: number;
  /** Most arrays and objects inside one another. */
  readonly depth: number;
  /** Reading stops after this many problems, so that a hostile text cannot fill the memory with them. */
  readonly problems: number;
}

export const JSON_LIMITS: JsonLimits = { size: 4 * 1024 * 1024, depth: 64, problems: 1000 };

/** Where the reader is in the value; made into a pointer only when a problem needs one. */
export interface Path {
  readonly parent: Path | undefined;
  readonly key: string | number;
}

export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Found {
  readonly at: number;
  readonly code: JsonProblemCode;
  readonly pointer: string;
  readonly facts: Facts;
}

export interface Starts {
  readonly values: Map<string, number>;
  readonly keys: Map<string, number>;
}

/** The one mutable thing of a reading. */
export interface Cursor {
  readonly text: string;
  readonly limits: JsonLimits;
  readonly found: Found[];
  /** The line of the file that the text starts in. */
  readonly line: number;
  /** Where each value and each key starts, kept only when someone will ask. */
  readonly starts: Starts | undefined;
  /** Where each line starts, found when the first place is asked for. */
  lines: readonly number[] | undefined;
  at: number;
  stopped: boolean;
}

export function cursorOn(text: string, limits: JsonLimits, line = 1, starts?: Starts): Cursor {
  return { text, limits, line, found: [], starts, lines: undefined, at: 0, stopped: false };
}

export function pointerOf(path: Path | undefined): string {
  return path === undefined ? '' : child(pointerOf(path.parent), path.key);
}

export function note(
  cursor: Cursor,
  code: JsonProblemCode,
  path: Path | undefined,
  at: number,
  facts: Facts = {},
): void {
  if (cursor.stopped) return;
  const { found } = cursor;
  const last = found.at(-1);
  // After one surprise, what follows at the same spot is an echo of it.
  if (last?.at === at && (last.code === code || code === 'json.unexpected' || isEcho(last, code))) return;
  found.push({ at, code, pointer: pointerOf(path), facts });
  if (found.length < cursor.limits.problems) return;
  found.push({ at, code: 'json.too-many', pointer: '', facts: { limit: cursor.limits.problems } });
  stop(cursor);
}

/** Where a colon should stand, a bare word is most likely the inside of a text whose quote was forgotten. */
function isEcho(last: Found, code: JsonProblemCode): boolean {
  return last.code === 'json.unexpected' && last.facts.expected === ':' && code === 'json.word';
}

/** Gives up on the rest of the text: every loop of the reader ends at its end. */
export function stop(cursor: Cursor): void {
  cursor.stopped = true;
  cursor.at = cursor.text.length;
}

/** 1-based line and column of an offset. */
export function placeOf(cursor: Cursor, at: number): Place {
  cursor.lines ??= lineStarts(cursor.text);
  const { lines } = cursor;
  let [low, high] = [0, lines.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lines[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return { line: cursor.line + low, column: at - (lines[low] ?? 0) + 1 };
}

/** The offsets at which the lines of a text start. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The problems in the order of the text, each with its sentences. */
export function problemsOf(cursor: Cursor): Problem[] {
  return [...cursor.found].sort((a, b) => a.at - b.at).map((one) => problemOf(one, placeOf(cursor, one.at)));
}

export function problemOf({ code, pointer, facts }: Omit<Found, 'at'>, place: Place): Problem {
  return { code, severity: 'error', pointer, ...JSON_SENTENCES[code](facts), facts, ...place };
}
