import path from 'node:path';
import { expect, test } from 'vitest';
import { docPages } from '../src/doc-blocks.js';
import { executed, programOf, typeProblems } from '../src/doc-program.js';
import { root } from '../src/repository.js';

/** The contract's page shows tests for vitest, and those of servers need one: they are run where the stores are tested. */
const elsewhere = ['contract', 'postgres', 'nats'].map((name) => `packages/store-${name}/README.md`);
const programs = docPages().filter((page) => programOf(page) !== '' && !elsewhere.includes(page.file));

test('the TypeScript of every page compiles', async () => {
  expect(programs.map(({ file }) => file)).toContain('README.md');
  expect(await typeProblems(programs)).toEqual([]);
}, 60_000);

test.each(programs.map((page) => [page.file, page] as const))(
  'the code of %s prints what the page says',
  async (file, page) => {
    await expect(await executed(page)).toMatchFileSnapshot(path.join(root, file));
  },
  30_000,
);
