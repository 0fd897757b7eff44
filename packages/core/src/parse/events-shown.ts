import { isPlain } from './events-seal.js';

/** A value as a message shows it: as JSON where JSON has it, cut after sixty characters. */
export function shown(value: unknown): string {
  const [head = '', ...rest] = chunks(written(value));
  return rest.length === 0 ? head : `${head}…`;
}

const LONGEST = 60;

function written(value: unknown): string {
  switch (typeof value) {
    case 'string':
      // Cut before quoting, so that a text of megabytes costs no more than a short one.
      return JSON.stringify(value.slice(0, LONGEST * 2));
    case 'number':
    case 'boolean':
      return String(value);
    case 'object':
      return value === null ? 'null' : structure(value);
    case 'bigint':
      return 'a bigint';
    case 'undefined':
    case 'function':
    case 'symbol':
      return typeof value;
  }
}

/** Structures are named, not written out: they may be huge, or cyclic. */
function structure(value: object): string {
  if (Array.isArray(value)) return value.length === 0 ? '[]' : '[…]';
  if (!isPlain(value)) return Object.prototype.toString.call(value);
  return Object.keys(value).length === 0 ? '{}' : '{…}';
}

/** Cut by code point. */
function chunks(text: string): readonly string[] {
  const points = Array.from(text);
  return points.length <= LONGEST ? [text] : [points.slice(0, LONGEST).join(''), ''];
}
