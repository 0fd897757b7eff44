import { widthOf } from './width.js';

const BEFORE = 40;
const WINDOW = 100;
const VALUE = /^(?:"(?:[^"\\]|\\.)*"?|[^\s,:[\]{}]+|.)/;

/** A line of a file and, below it, a mark under the value at a column. Of a long line only the surroundings are shown. */
export function markedLine(
  source: string,
  line: number,
  column: number,
  paint: (text: string) => string,
  marked: RegExp = VALUE,
): string[] {
  const text = source.split('\n', line)[line - 1]?.replace(/\r$/, '').replaceAll('\t', ' ');
  if (text === undefined) return [];
  const at = Math.min(column - 1, text.length);
  const start = text.length <= WINDOW ? 0 : boundary(text, Math.max(0, at - BEFORE));
  const end = boundary(text, Math.min(text.length, start + WINDOW));
  const shown = `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
  const token = marked.exec(text.slice(at, end))?.[0] ?? ' ';
  const gutter = `${line} | `;
  const before = (start > 0 ? 1 : 0) + widthOf(text.slice(start, at));
  return [gutter + shown, ' '.repeat(gutter.length + before) + paint('^'.repeat(Math.max(1, widthOf(token))))];
}

/** Never between the two halves of one character. */
function boundary(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
