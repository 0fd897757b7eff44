import { type Cursor, note, type Path, stop } from './json-cursor.js';
import type { Facts, JsonProblemCode } from './json-sentence.js';

/** Reads a quoted text; `cursor.at` stands on its opening quote, which may be one that JSON does not take. */
export function readString(cursor: Cursor, path: Path | undefined): string {
  const start = cursor.at;
  const quote = cursor.text[start] ?? '';
  if (quote !== '"') note(cursor, 'json.quotes', path, start, { found: quote });
  const closers = quote === '"' || quote === "'" ? quote : '“”＂';
  cursor.at += 1;
  let read = '';
  while (!cursor.stopped) {
    read += plainRun(cursor);
    const next = cursor.text[cursor.at] ?? '\n';
    if (closers.includes(next)) {
      cursor.at += 1;
      break;
    }
    read += special(cursor, path, next, start);
  }
  const lone = LONE_SURROGATE.exec(read)?.[0];
  if (lone !== undefined) note(cursor, 'json.lone-surrogate', path, start, { found: escaped(lone) });
  return read;
}

/** Reads a number; 0 stands for one that was refused. */
export function readNumber(cursor: Cursor, path: Path | undefined): number {
  const start = cursor.at;
  const found = match(NUMBER_LIKE, cursor);
  const fault = numberFault(found);
  if (fault === undefined) return Number(found);
  note(cursor, fault.code, path, start, { found, ...fault.facts });
  return 0;
}

/** Reads a bare word; empty where none stands. */
export function readWord(cursor: Cursor): string {
  return match(WORD, cursor);
}

const PLAIN = /[^"'“”＂\\\p{Cc}]+/uy;
const LONE_SURROGATE = /\p{Surrogate}/u;
const NUMBER_LIKE = /[-+.\w]+/y;
const NUMBER = /^-?(0|[1-9][0-9]*)(?:\.([0-9]+))?(?:[eE][+-]?[0-9]+)?$/;
const WORD = /[\p{L}_$][\p{L}\p{N}_$-]*/uy;
const TRAILING_ZEROS = /(?<!0)0+$/;
const MAX_DIGITS = 15;
// Below the smallest normal double, fewer than fifteen digits survive.
const SMALLEST = 2.2250738585072014e-308;

function match(pattern: RegExp, cursor: Cursor): string {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.text)?.[0] ?? '';
  cursor.at += found.length;
  return found;
}

function plainRun(cursor: Cursor): string {
  return match(PLAIN, cursor);
}

function numberFault(found: string): { readonly code: JsonProblemCode; readonly facts?: Facts } | undefined {
  const parts = NUMBER.exec(found);
  if (parts === null) return { code: 'json.number' };
  const digits = `${parts[1]}${parts[2] ?? ''}`.replace(/^0+/, '').replace(TRAILING_ZEROS, '').length;
  if (digits === 0) return found.startsWith('-') ? { code: 'json.minus-zero' } : undefined;
  if (digits > MAX_DIGITS) return { code: 'json.number-digits', facts: { digits } };
  const size = Math.abs(Number(found));
  return size < SMALLEST || size === Number.POSITIVE_INFINITY ? { code: 'json.number-range' } : undefined;
}

/** What a character that may need care stands for in a string. */
function special(cursor: Cursor, path: Path | undefined, next: string, start: number): string {
  if (next === '\\') return readEscape(cursor, path);
  if (next === '\n' || next === '\r') {
    note(cursor, 'json.unclosed', path, start, { opened: 'string', close: '"' });
    stop(cursor);
    return '';
  }
  if (next < ' ') note(cursor, 'json.control-character', path, cursor.at, { found: escaped(next) });
  cursor.at += 1;
  return next;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

function readEscape(cursor: Cursor, path: Path | undefined): string {
  const { text, at } = cursor;
  const letter = text[at + 1] ?? '';
  const hex = text.slice(at + 2, at + 6);
  if (letter === 'u' && /^[0-9a-fA-F]{4}$/.test(hex)) {
    cursor.at += 6;
    return String.fromCharCode(Number.parseInt(hex, 16));
  }
  const meant = ESCAPES[letter];
  if (meant === undefined) note(cursor, 'json.escape', path, at, { found: `\\${letter < ' ' ? '' : letter}` });
  cursor.at += meant === undefined ? 1 : 2;
  return meant ?? '';
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
