import { parseRubric } from '@meritlog/core';
import { describe, expect, test } from 'vitest';
import { titlesIn } from '../src/conformance/test-titles.js';
import { docPages, type Page } from '../src/doc-blocks.js';
import { claims, deadLinks, emptyClaims } from '../src/doc-links.js';
import { trackedFiles } from '../src/repository.js';

const pages = docPages();
const page = (file: string): Page => {
  const found = pages.find((one) => one.file === file);
  if (found === undefined) throw new Error(`there is no page ${file}`);
  return found;
};

test('every link between pages leads somewhere', () => {
  expect(pages.flatMap(deadLinks)).toEqual([]);
});

test('every test that a page names is there', () => {
  expect(pages.flatMap(emptyClaims)).toEqual([]);
});

test('every decision names a test that holds it', () => {
  const decisions = pages.filter(({ file }) => /^docs\/decisions\/\d{4}-/.test(file));
  expect(decisions.length).toBeGreaterThan(9);
  expect(decisions.filter(({ text }) => claims(text).length === 0).map(({ file }) => file)).toEqual([]);
});

describe('The laws', () => {
  const [, from = ''] = page('docs/SPEC.md').text.split('\n## 9. Laws\n');
  const [laws = ''] = from.split('\n## ');
  const items = laws.split(/^- |\n\n/m).filter((item) => claims(item).length > 0);
  const numbered = items.flatMap((item) => {
    const [, number] = /^\*\*(I\d+)\*\*/.exec(item) ?? [];
    return number === undefined ? [] : [{ number, held: claims(item) }];
  });

  test('with a number each name a test that holds them', () => {
    expect(numbered.map(({ number }) => Number(number.slice(1)))).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17,
    ]);
  });

  test('that are tried stand on the page, each under its number', () => {
    const held = [
      ...numbered.flatMap(({ number, held: all }) => all.map(({ test: file, title }) => `${number} ${file} ${title}`)),
      ...claims(laws).map(({ test: file, title }) => ` ${file} ${title}`),
    ];
    const tried = testFiles().flatMap((file) =>
      titlesIn(file)
        .filter(({ runner, title }) => (runner === 'law' && file.includes('/laws/')) || /^I\d+: /.test(title))
        .filter(({ runner }) => runner !== 'describe')
        .map(({ title }) => `${/^(I\d+): /.exec(title)?.[1] ?? ''} ${file} ${title}`),
    );
    expect(tried.length).toBeGreaterThan(25);
    expect(tried.filter((one) => !held.includes(one))).toEqual([]);
  });
});

test('JSON that a page shows as a whole rubric is one', () => {
  const refused = pages.flatMap(({ file, blocks }) =>
    blocks
      .filter(
        ({ language, text }) =>
          language === 'json' && /^\{\s*"kind": "rubric"/.test(text) && !text.includes('"parent"'),
      )
      .flatMap(({ text, line }) => (parseRubric(text).ok ? [] : [`${file}:${line}`])),
  );
  expect(refused).toEqual([]);
});

test('other JSON that a page shows is JSON, or a part of it', () => {
  const broken = pages.flatMap(({ file, blocks }) =>
    blocks.filter(({ language, text }) => language === 'json' && !isJson(text)).map(({ line }) => `${file}:${line}`),
  );
  expect(broken).toEqual([]);
});

/** The tests of the two evaluators, by their paths as pages name them. */
function testFiles(): readonly string[] {
  return trackedFiles()
    .map((file) => file.replace(/^packages\//, ''))
    .filter((file) => /^(?:core|reference)\/test\/.*\.test\.ts$/.test(file));
}

function isJson(text: string): boolean {
  return [text, `{${text}}`, `[${text.trim().replaceAll('\n', ',')}]`].some((whole) => {
    try {
      JSON.parse(whole);
      return true;
    } catch {
      return false;
    }
  });
}
