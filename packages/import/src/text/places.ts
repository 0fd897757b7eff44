import { readJson } from '@meritlog/core';
import { columnNumber } from '../table/column-name.js';
import type { Locate } from '../table/table.js';

/** Finds cells in a CSV text; its lines are looked for when the first cell is. */
export function inCsv(text: string, delimiter: string): Locate {
  const startOf = lineStarts(text);
  return ({ line: first = 1 }, key) => {
    let [line, start, left, quoted] = [first, startOf(first), columnNumber(key) - 1, false];
    let at = start;
    for (; left > 0 && at < text.length; at += 1) {
      if (text[at] === '"') quoted = !quoted;
      else if (text[at] === delimiter && !quoted) left -= 1;
      else if (text[at] === '\n' && !quoted) break;
      if (text[at] === '\n') [line, start] = [line + 1, at + 1];
    }
    return left > 0 ? { line: first, column: 1 } : { line, column: at - start + 1 };
  };
}

/** Finds values in JSON Lines by their keys. */
export function inJsonLines(text: string): Locate {
  const startOf = lineStarts(text);
  return ({ line = 1 }, key) => {
    const read = readJson(text.slice(startOf(line), startOf(line + 1)).trimEnd());
    if (!read.ok) return { line, column: 1 };
    return { line, column: read.value.locate(`/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).column };
  };
}

function lineStarts(text: string): (line: number) => number {
  let starts: number[] | undefined;
  return (line) => {
    starts ??= [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
    return starts[line - 1] ?? text.length;
  };
}
