import { readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../repository.js';
import type { Row } from './row.js';
import { type Titled, titlesIn } from './test-titles.js';

/** A test or a group of tests that tries what a row says. */
export interface Evidence {
  readonly file: string;
  readonly title: string;
}

const FOLDER = 'reference/test/capabilities';

/** The files whose tests are there for these tables. */
export const triedIn: readonly string[] = [
  ...readdirSync(path.join(root, 'packages', FOLDER))
    .filter((name) => name.endsWith('.test.ts'))
    .sort()
    .map((name) => `${FOLDER}/${name}`),
  'reference/test/primitives-measures.test.ts',
];

const read = new Map<string, readonly Titled[]>();

export function titles(file: string): readonly Titled[] {
  const known = read.get(file) ?? titlesIn(file);
  read.set(file, known);
  return known;
}

/** The keys that a title begins with: `30 and 60: …`. */
export function keysOf(title: string): readonly string[] {
  const [, keys] = /^([CNS]?\d+(?:(?:, | and )[CNS]?\d+)*): /.exec(title) ?? [];
  return keys?.split(/, | and /) ?? [];
}

/** The tests that are named after a key. */
export function namedAfter(key: string): readonly Evidence[] {
  return triedIn.flatMap((file) =>
    titles(file)
      .filter(({ title }) => keysOf(title).includes(key))
      .map(({ title }) => ({ file, title })),
  );
}

/** All tests that try what a row says, without those of the gallery and of docs/primitives.md. */
export function evidenceOf({ key, also = [] }: Row): readonly Evidence[] {
  const all = [key, ...also].flatMap((one) => (isKey(one) ? namedAfter(one) : [spelledOut(one)]));
  return all.filter(
    (one, index) => all.findIndex(({ file, title }) => file === one.file && title === one.title) === index,
  );
}

export function isKey(reference: string): boolean {
  return /^[CN]?\d+$/.test(reference);
}

function spelledOut(reference: string): Evidence {
  const colon = reference.indexOf(': ');
  return { file: reference.slice(0, colon), title: reference.slice(colon + 2) };
}
