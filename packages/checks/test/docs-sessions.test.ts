import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { docPages } from '../src/doc-blocks.js';
import { failing, npmScripts, plainCommands, replayed } from '../src/doc-session.js';
import { root } from '../src/repository.js';

/** The command line's own pages are tested beside it. */
const pages = docPages().filter(({ file }) => !file.startsWith('packages/cli/') || file.includes('/templates/'));
const shown = pages.filter(({ blocks }) => blocks.some(({ language }) => language === 'console'));
/** Pages in two languages name the same commands; they are run once. */
const named = pages.filter((page) => plainCommands(page).length > 0 && !page.file.endsWith('.zh.md'));

test.each(shown.map((page) => [page.file, page] as const))(
  'the commands of %s print what it says',
  async (file, page) => {
    await expect(await replayed(page)).toMatchFileSnapshot(path.join(root, file));
  },
  30_000,
);

test.each(named.map((page) => [page.file, page] as const))(
  'the commands that %s names run',
  async (_, page) => {
    expect(await failing(page, plainCommands(page))).toEqual([]);
  },
  60_000,
);

test('every npm script that a page names is there', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const known = [...Object.keys(scripts), 'install'];
  expect(pages.flatMap(npmScripts).filter((name) => !known.includes(name))).toEqual([]);
});
