import type { Json } from '../model/json.js';
import { skipBlank } from './json-blank.js';
import { type Cursor, note, type Path, placeOf, pointerOf, stop } from './json-cursor.js';
import { readNumber, readString, readWord } from './json-scalar.js';
import { FORBIDDEN_KEYS, isNfc, seal } from './json-seal.js';

/** Reads the one value of a text, noting every problem and going on wherever it is plain what was meant. */
export function readDocument(cursor: Cursor): Json {
  if (cursor.text.startsWith('\ufeff')) {
    note(cursor, 'json.byte-order-mark', undefined, 0);
    cursor.at = 1;
  }
  const value = readValue(cursor, undefined, 0);
  if (skipBlank(cursor, undefined) !== '') unexpected(cursor, undefined, 'end');
  return value;
}

function readValue(cursor: Cursor, path: Path | undefined, depth: number): Json {
  const next = skipBlank(cursor, path);
  cursor.starts?.values.set(pointerOf(path), cursor.at);
  if (next === '{' || next === '[') {
    if (depth >= cursor.limits.depth) return skipNested(cursor, path);
    return next === '{' ? readObject(cursor, path, depth) : readArray(cursor, path, depth);
  }
  if (QUOTES.includes(next) && next !== '') return readString(cursor, path);
  if (NUMBER_START.test(next)) return readNumber(cursor, path);
  return readLiteral(cursor, path, next);
}

function readLiteral(cursor: Cursor, path: Path | undefined, next: string): Json {
  const start = cursor.at;
  const word = readWord(cursor);
  if (word === 'true' || word === 'false') return word === 'true';
  if (word === 'null') return null;
  if (word !== '') note(cursor, 'json.word', path, start, { word });
  else {
    unexpected(cursor, path, 'value');
    // A missing value before a delimiter is passed over, so that what follows is still checked.
    if (next === '' || !',]}'.includes(next)) stop(cursor);
  }
  return null;
}

function readArray(cursor: Cursor, path: Path | undefined, depth: number): readonly Json[] {
  const items: Json[] = [];
  readMembers(cursor, path, ']', () => {
    items.push(readValue(cursor, { parent: path, key: items.length }, depth + 1));
  });
  return seal(items);
}

function readObject(cursor: Cursor, path: Path | undefined, depth: number): Json {
  const members: Record<string, Json> = {};
  const starts = new Map<string, number>();
  readMembers(cursor, path, '}', (next) => {
    const start = cursor.at;
    const key = readKey(cursor, path, next);
    if (key === undefined) return;
    const inner: Path = { parent: path, key };
    cursor.starts?.keys.set(pointerOf(inner), start);
    if (skipBlank(cursor, inner) === ':') cursor.at += 1;
    else unexpected(cursor, inner, ':');
    const value = readValue(cursor, inner, depth + 1);
    if (keyStands(cursor, inner, key, start, starts)) members[key] = value;
    if (!starts.has(key)) starts.set(key, start);
  });
  return seal(members);
}

/** The members of an array or object, with their commas; `member` reads one, from its first character. */
function readMembers(cursor: Cursor, path: Path | undefined, close: ']' | '}', member: (next: string) => void): void {
  const opened = cursor.at;
  cursor.at += 1;
  let next = skipBlank(cursor, path);
  while (next !== close && next !== '') {
    member(next);
    next = skipBlank(cursor, path);
    if (next === ',') {
      const comma = cursor.at;
      cursor.at += 1;
      next = skipBlank(cursor, path);
      if (next === close) note(cursor, 'json.trailing-comma', path, comma, { close });
    } else if (next !== close && next !== '') {
      unexpected(cursor, path, `, or ${close}`);
      if (!MEMBER_START.test(next)) stop(cursor);
      if (cursor.stopped) return;
    }
  }
  if (next === '') note(cursor, 'json.unclosed', path, opened, close === '}' ? OBJECT : ARRAY);
  else cursor.at += 1;
}

function readKey(cursor: Cursor, path: Path | undefined, next: string): string | undefined {
  if (QUOTES.includes(next)) return readString(cursor, path);
  const start = cursor.at;
  const word = readWord(cursor);
  if (word !== '') {
    note(cursor, 'json.word', path, start, { word });
    return word;
  }
  unexpected(cursor, path, 'key');
  if (next !== ',') stop(cursor);
  return undefined;
}

/** Whether a key may stand where it does; the reasons against are noted. */
function keyStands(cursor: Cursor, path: Path, key: string, at: number, starts: ReadonlyMap<string, number>): boolean {
  const first = starts.get(key);
  if (first !== undefined) {
    const firstLine = placeOf(cursor, first).line;
    note(cursor, 'json.duplicate-key', path, at, { key, firstLine });
  }
  const forbidden = FORBIDDEN_KEYS.has(key);
  if (forbidden) note(cursor, 'json.forbidden-key', path, at, { key });
  if (!isNfc(key)) note(cursor, 'json.key-not-nfc', path, at, { key });
  return first === undefined && !forbidden;
}

/** Passes over a value that lies too deep, without recursion. */
function skipNested(cursor: Cursor, path: Path | undefined): Json {
  const { text, limits } = cursor;
  note(cursor, 'json.too-deep', path, cursor.at, { limit: limits.depth });
  let open = 0;
  let quoted = false;
  for (; cursor.at < text.length; cursor.at += 1) {
    const next = text[cursor.at];
    if (quoted && next === '\\') cursor.at += 1;
    else if (next === '"') quoted = !quoted;
    else if (!quoted && (next === '[' || next === '{')) open += 1;
    else if (!quoted && (next === ']' || next === '}')) open -= 1;
    if (open === 0) break;
  }
  cursor.at += 1;
  return null;
}

const QUOTES = `"'“”＂`;
const NUMBER_START = /^[-+.0-9]/;
const MEMBER_START = /^["'“”＂\p{L}_$\-+.0-9[{]/u;
const INVISIBLE = /[\p{C}\p{Z}]/u;
const OBJECT = { opened: 'object', close: '}' };
const ARRAY = { opened: 'array', close: ']' };

function unexpected(cursor: Cursor, path: Path | undefined, expected: string): void {
  note(cursor, 'json.unexpected', path, cursor.at, { expected, found: shown(cursor.text.codePointAt(cursor.at)) });
}

function shown(code: number | undefined): string {
  if (code === undefined) return 'end';
  const character = String.fromCodePoint(code);
  return INVISIBLE.test(character) ? `U+${code.toString(16).toUpperCase().padStart(4, '0')}` : character;
}
