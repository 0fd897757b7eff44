import { parseRubric } from '@meritlog/core';
import { expect, test } from 'vitest';
import { docPages, type Page } from '../src/doc-blocks.js';
import { claims, deadLinks, emptyClaims } from '../src/doc-links.js';

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

test('every law names a test that holds it', () => {
  const [, laws = ''] = page('docs/SPEC.md').text.split('\n## 9. Laws\n');
  const numbered = laws.split(/^- \*\*(?=I\d+)/m).slice(1);
  const numbers = numbered.map((law) => Number(/^I(\d+)\*\*/.exec(law)?.[1]));
  expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16]);
  expect(numbered.filter((law) => claims(law).length === 0)).toEqual([]);
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
