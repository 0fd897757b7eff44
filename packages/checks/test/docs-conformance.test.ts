import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { evidenceOf, isKey, keysOf, namedAfter, titles, triedIn } from '../src/conformance/evidence.js';
import { conformancePage } from '../src/conformance/page.js';
import type { Later, Row } from '../src/conformance/row.js';
import { sourceSentences } from '../src/conformance/source-sentences.js';
import { tables } from '../src/conformance/tables.js';
import { galleryNames } from '../src/gallery.js';
import { primitiveExamples } from '../src/primitives-page.js';
import { root } from '../src/repository.js';

const rows: readonly Row[] = tables.flatMap((table) => table.rows);
const upTo = (last: number, letter = ''): readonly string[] =>
  Array.from({ length: last }, (_, index) => `${letter}${index + 1}`);
const namesOf = (wrong: readonly Row[]): readonly string[] => wrong.map(({ key }) => key);

test('the page is made of the lists; `npm run docs` writes it anew', async () => {
  await expect(conformancePage()).toMatchFileSnapshot(path.join(root, 'docs/conformance.md'));
});

describe('What must be sayable', () => {
  test('is listed once each, in order', () => {
    expect(namesOf(rows)).toEqual([...upTo(66), ...upTo(49, 'N'), ...upTo(56, 'C')]);
  });

  test('is tried by a test, and where it is about outcomes by one that asks both evaluators', () => {
    expect(namesOf(rows.filter((row) => evidenceOf(row).length === 0))).toEqual([]);
    const bothAgree = (row: Row): boolean =>
      row.gallery !== undefined || evidenceOf(row).some(({ file }) => triedIn.includes(file));
    expect(namesOf(rows.filter((row) => !bothAgree(row)))).toEqual([]);
    expect(rows.filter(({ key }) => key.startsWith('C') && namedAfter(key).length === 0)).toEqual([]);
  });

  test('names tests, groups of tests and schemes that there are, each by one title', () => {
    const wrong = rows.flatMap((row) => [
      ...evidenceOf(row)
        .filter(({ file, title }) => !existsSync(path.join(root, 'packages', file)) || placesOf(file, title) !== 1)
        .map(({ file, title }) => `${row.key}: ${file} has not exactly one "${title}"`),
      ...(row.also ?? [])
        .filter((one) => isKey(one) && namedAfter(one).length === 0)
        .map((one) => `${row.key}: ${one}`),
      ...(row.gallery ?? []).filter((name) => !galleryNames.includes(name)).map((name) => `${row.key}: ${name}`),
    ]);
    expect(wrong).toEqual([]);
  });

  test('is shown on the page of primitives, as far as it is a primitive', () => {
    const headings = primitiveExamples().map(({ title }) => title);
    const hidden = rows.filter(({ key, shown = [] }) =>
      key.startsWith('C') ? shown.length > 0 : shown.length === 0 || shown.some((one) => !headings.includes(one)),
    );
    expect(namesOf(hidden)).toEqual([]);
  });
});

test('every test that is there for the lists stands in a line of them', () => {
  const keys = new Set([...rows, ...sourceSentences].map(({ key }) => key));
  const evidence = [...rows.flatMap(evidenceOf), ...sourceSentences.flatMap(({ key }) => namedAfter(key))];
  const named = new Set(evidence.map(({ file, title }) => `${file}: ${title}`));
  const strays = triedIn.flatMap((file) =>
    titles(file)
      .filter(
        ({ runner, title, within }) =>
          runner !== 'describe' && ![title, ...within].some((one) => named.has(`${file}: ${one}`)),
      )
      .map(({ title }) => `${file}: ${title}`),
  );
  expect(strays).toEqual([]);
  expect(
    triedIn
      .flatMap(titles)
      .flatMap(({ title }) => keysOf(title))
      .filter((key) => !keys.has(key)),
  ).toEqual([]);
});

describe('The report behind the flagship', () => {
  test('is listed sentence by sentence, each with a place that is there', () => {
    expect(sourceSentences.map(({ key }) => key)).toEqual(upTo(48, 'S'));
    const lost = sourceSentences.filter(
      ({ where }) => where.length === 0 || where.some((one) => !existsSync(path.join(root, one.replace(/#.*/, '')))),
    );
    expect(lost.map(({ key }) => key)).toEqual([]);
  });

  test('waits for parts that are not there yet in so many places', () => {
    const waiting = (part: Later): readonly string[] =>
      sourceSentences.filter(({ later }) => later?.[part] !== undefined).map(({ key }) => key);
    expect({ reports: waiting('reports'), sealing: waiting('sealing') }).toEqual({
      reports: ['S5', 'S7', 'S8', 'S12', 'S13', 'S17', 'S22', 'S35', 'S37', 'S48'],
      sealing: ['S48'],
    });
  });
});

function placesOf(file: string, title: string): number {
  return titles(file).filter((one) => one.title === title).length;
}
