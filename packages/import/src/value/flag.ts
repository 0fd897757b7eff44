import { folded } from './fold.js';

/** Yes or no as people write it; undefined for anything else. */
export function flagOf(written: string): boolean | undefined {
  return FLAGS.get(folded(written).toLowerCase());
}

const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'yes', 'y', '1', '是', '对', '√', '✓', '✔'].map((word) => [word, true] as const),
  ...['false', 'no', 'n', '0', '否', '×', '✗', '✘'].map((word) => [word, false] as const),
]);
