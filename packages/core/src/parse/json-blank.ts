import { type Cursor, note, type Path } from './json-cursor.js';

/** Moves to the next character that means something; comments and full-width spaces are noted and passed over. */
export function skipBlank(cursor: Cursor, path: Path | undefined): string {
  const { text } = cursor;
  for (;;) {
    const next = text[cursor.at] ?? '';
    if (next === ' ' || next === '\n' || next === '\r' || next === '\t') cursor.at += 1;
    else if (next === '/' || next === '#') {
      if (!skipComment(cursor, path)) return next;
    } else if (next === '\u3000' || next === '\u00a0') {
      note(cursor, 'json.full-width', path, cursor.at, {
        found: next === '\u3000' ? 'U+3000' : 'U+00A0',
        instead: 'U+0020',
      });
      cursor.at += 1;
    } else return plain(cursor, path, next);
  }
}

const ASCII_OF: Readonly<Record<string, string>> = {
  '，': ',',
  '：': ':',
  '｛': '{',
  '｝': '}',
  '［': '[',
  '］': ']',
};

/** Full-width punctuation, typed with a Chinese keyboard, is noted and then read as what was meant. */
function plain(cursor: Cursor, path: Path | undefined, next: string): string {
  const instead = ASCII_OF[next];
  if (instead === undefined) return next;
  note(cursor, 'json.full-width', path, cursor.at, { found: next, instead });
  return instead;
}

function skipComment(cursor: Cursor, path: Path | undefined): boolean {
  const { text, at } = cursor;
  const block = text.startsWith('/*', at);
  if (!block && !text.startsWith('//', at) && text[at] !== '#') return false;
  note(cursor, 'json.comment', path, at);
  const end = block ? text.indexOf('*/', at + 2) : text.indexOf('\n', at);
  cursor.at = end === -1 ? text.length : end + (block ? 2 : 1);
  return true;
}
