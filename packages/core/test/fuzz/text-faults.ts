import { isJsonArray, isJsonObject, type Json } from '../../src/model/json.js';
import type { Tape } from '../../src/testing/tape.js';
import type { Fault, Faults, Nearness, Planted, Soil } from './fault.js';
import { type Path, pathOfOffset, pathsIn, pointerOf, put, valueAt } from './tree.js';

/** What is written instead of the value at a random place. */
function written(
  fits: (value: Json) => boolean,
  instead: (value: Json, text: string, tape: Tape) => string,
  nearness: Nearness = 'at',
): Fault {
  return (soil, tape) => {
    const paths = pathsIn(soil.document).filter(
      (path) => path.length > 0 && fits(valueAt(soil.document, path) ?? null),
    );
    if (paths.length === 0) return undefined;
    const path = tape.pick(paths);
    const value = valueAt(soil.document, path) ?? null;
    return inText(soil, path, instead(value, JSON.stringify(value), tape), nearness);
  };
}

/** What is written as a further member of a random object, first or last. */
function member(text: (tape: Tape, first: string) => string | undefined, key?: string): Fault {
  return (soil, tape) => {
    const paths = pathsIn(soil.document).filter((path) => {
      const value = valueAt(soil.document, path);
      return isJsonObject(value) && Object.keys(value).length > 0;
    });
    if (paths.length === 0) return undefined;
    const path = tape.pick(paths);
    const [first = ''] = Object.keys(Object(valueAt(soil.document, path)));
    const said = text(tape, first);
    if (said === undefined) return undefined;
    const marked = textOf(put(soil.root, [...soil.home, ...path, MARK], 0), soil, tape);
    const input = marked.replace(new RegExp(`"${MARK}": ?0`), () => said);
    return { input, places: [pointerOf([...soil.home, ...path, key ?? first])], nearness: 'at' };
  };
}

function inText(soil: Soil, path: Path, text: string, nearness: Nearness): Planted {
  const marked = textOf(put(soil.root, [...soil.home, ...path], MARK), soil, undefined);
  const input = marked.replace(`"${MARK}"`, () => text);
  return { input, places: [pointerOf([...soil.home, ...path])], nearness };
}

/** A list of events is written one a line, everything else as it comes. */
function textOf(root: Json, { root: original }: Soil, tape: Tape | undefined): string {
  if (isJsonArray(root) && isEvents(original)) return root.map((event) => `${JSON.stringify(event)}\n`).join('');
  return JSON.stringify(root, null, tape?.next(2) === 1 ? 2 : 0);
}

function isEvents(root: Json): boolean {
  return isJsonArray(root) && isJsonObject(root[0]) && 'specversion' in root[0];
}

/** Something done to the text at a random spot, in one line of a text of events. */
function damaged(damage: (text: string, at: number, tape: Tape) => string): Fault {
  return (soil, tape) => {
    const own = JSON.stringify(soil.document);
    const at = tape.next(256) * 256 + tape.next(256);
    const hurt = damage(own, at % own.length, tape);
    const marked = textOf(soil.home.length === 0 ? MARK : put(soil.root, soil.home, MARK), soil, undefined);
    const input = marked.replace(`"${MARK}"`, () => hurt);
    const place = pointerOf([...soil.home, ...pathOfOffset(soil.document, at % own.length)]);
    return { input, places: [place], nearness: 'line', harmless: isJson(hurt) || hurt === '' };
  };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const MARK = 'the-place-that-is-planted';
const isString = (value: Json): boolean => typeof value === 'string';
const isNumber = (value: Json): boolean => typeof value === 'number';
const isAny = (): boolean => true;
const isList = (value: Json): boolean => isJsonArray(value) && value.length > 0;
const isHolder = (value: Json): boolean => isList(value) || (isJsonObject(value) && Object.keys(value).length > 0);
const STRANGE = ['"', '{', '}', '[', ']', ',', ':', '\\', '\u0000', '\ud800', "'", '，', '0', 'e', '/', '\u2028'];

/** Faults in the JSON itself, for rubrics and events alike. */
export const TEXT_FAULTS: Faults = {
  'a character is lost': damaged((text, at) => text.slice(0, at) + text.slice(at + 1)),
  'a character too many': damaged((text, at, tape) => text.slice(0, at) + tape.pick(STRANGE) + text.slice(at)),
  'another character': damaged((text, at, tape) => text.slice(0, at) + tape.pick(STRANGE) + text.slice(at + 1)),
  'the rest is lost': damaged((text, at) => text.slice(0, at)),
  'a piece stands twice': damaged((text, at) => text.slice(0, at) + text.slice(Math.max(0, at - 9))),
  'a comma too many': written(isHolder, (_, text) => `${text.slice(0, -1)},${text.slice(-1)}`),
  'a comma that is missing': written(isList, (_, text) => `${text.slice(0, -1)} 1]`),
  'a comment': written(isAny, (_, text, tape) => tape.pick(['// why\n', '/* why */ ', '# why\n']) + text, 'line'),
  'curly quotes': written(isString, (value) => `“${String(value).replaceAll(/["“”＂\\]/g, '')}”`),
  'single quotes': written(isString, (value) => `'${String(value).replaceAll(/["'\\]/g, '')}'`),
  'a word without quotes': written(isAny, (_, __, tape) => tape.pick(['yes', 'None', 'NaN', 'undefined', '是'])),
  'a number that JSON does not write so': written(isNumber, (_, text, tape) => tape.pick(['0', '+', '.']) + text),
  'a number too long': written(isNumber, (_, __, tape) => `${tape.next(9) + 1}.000000000000000${tape.next(9) + 1}`),
  'a number too large': written(isNumber, () => '1e400'),
  'minus zero': written(isNumber, () => '-0'),
  'half a character': written(isString, (_, text) => `${text.slice(0, -1)}\\ud83d"`),
  'an escape that is none': written(isString, (_, text) => `${text.slice(0, -1)}\\q"`),
  'a control character': written(isString, (_, text) => `${text.slice(0, -1)}\u0007"`),
  'a text that is not closed': written(isString, (_, text) => `${text.slice(0, -1)}\n`, 'line'),
  'a full-width comma': written(isList, (_, text) => `${text.slice(0, -1)}，${text.slice(1)}`, 'in'),
  'nesting without end': written(isAny, (_, text) => '['.repeat(70) + text + ']'.repeat(70), 'in'),
  'a duplicate key': member((_, first) => `${JSON.stringify(first)}:1`),
  'a prototype as key': member(() => '"__proto__":{"a":1}', '__proto__'),
  'a constructor as key': member(() => '"constructor":1', 'constructor'),
  'a key that looks like another': member(() => '"cafe\u0301":1', 'cafe\u0301'),
};
