import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { namingViolations, styleViolations, topLevelViolations } from '../src/house-style.js';
import { root, trackedFiles } from '../src/repository.js';

const files = trackedFiles().filter((file) => !file.startsWith('packages/checks/fixtures/'));
const text = (file: string): string => readFileSync(path.join(root, file), 'utf8');
/** Written in pieces, so that this file does not break the rules it tests. */
const join = (...parts: string[]): string => parts.join('');

test('the top level holds exactly what it should', () => {
  expect(topLevelViolations(trackedFiles())).toEqual([]);
});

test('names and lines of all files keep to the house style', () => {
  const readable = files.filter((file) => !/\.(?:png|woff2?|ico|db|xlsx|gz)$/.test(file) && file !== 'pnpm-lock.yaml');
  expect(readable.flatMap((file) => namingViolations(file, text(file)))).toEqual([]);
});

test('all code keeps to the house style', () => {
  const code = files.filter((file) => /\.[cm]?[jt]sx?$/.test(file));
  expect(code.flatMap((file) => styleViolations(file, text(file)))).toEqual([]);
});

describe('a planted breach is caught:', () => {
  const src = 'packages/core/src/model/a.ts';
  const inTest = 'packages/core/test/a.test.ts';
  test.each([
    ['251 lines', src, 'export {};\n'.repeat(251), 'has 251 lines'],
    ['something left for later', src, join('// TO', 'DO: round\n'), ':1 leaves something for later'],
    ['a cast by way of unknown', src, 'export const a = (1 as unknown) as string;\n', ':1 casts by way of unknown'],
    ['any', src, 'export type A = readonly any[];\n', ':1 says any'],
    ['a silenced compiler', src, join('// @ts', '-ignore\nexport {};\n'), ':1 silences the compiler'],
    ['export all', src, "export * from './b.js';\n", ':1 exports everything'],
    ['a test left out', inTest, "it.skip('a', () => {});\n", ':1 leaves tests out with .skip'],
    ['one test only', inTest, "\ntest.concurrent.only('a', () => {});\n", ':2 leaves tests out with .only'],
    ['a wait', inTest, 'await new Promise((done) => setTimeout(done, 9));\n', ':1 waits in a test'],
    ['the network', inTest, "await fetch('a');\n", ':1 fetches in a test'],
  ])('%s', (_what, file, source, said) => {
    expect(styleViolations(file, source)).toEqual([expect.stringContaining(said)]);
  });

  test.each([
    ['a name that says nothing', 'packages/core/src/utils.ts', '', 'says nothing'],
    ['a folder that says nothing', 'packages/core/src/helpers/round.ts', '', 'says nothing'],
    ['camel case', 'packages/core/src/caseFile.ts', '', 'kebab-case'],
    ['a path of one machine', 'docs/a.md', join('see /ho', 'me/ann/rubric.json'), ':1 names a path'],
    ['a registry host', '.config/a.mjs', join('\nhttps://reg', 'istry.example.org/a'), ':2 names a registry'],
  ])('%s', (_what, file, source, said) => {
    expect(namingViolations(file, source)).toEqual([expect.stringContaining(said)]);
  });

  test('a stranger at the top level, and a gap', () => {
    const names = 'CHANGELOG.md README.md docs/a.md examples/a.md package.json packages/a.md pnpm-lock.yaml';
    const more = 'pnpm-workspace.yaml tsconfig.base.json vitest.config.ts .gitignore notes.txt';
    expect(topLevelViolations(`${names} ${more}`.split(' '))).toEqual([
      expect.stringContaining('notes.txt does not belong'),
      expect.stringContaining('LICENSE is missing'),
    ]);
  });
});

test('words that only look like a breach are let through', () => {
  const source = "// any rubric may skip it, only: any\nexport const a: string = 'it.only in a text: any';\n";
  expect(styleViolations('packages/core/src/a.ts', source)).toEqual([]);
  const skip = join('test.skip(`$', '{name} ($', '{trial.reason})`);\n');
  expect(styleViolations('packages/core/test/a.test.ts', skip)).toEqual([]);
  expect(namingViolations('docs/a.md', 'see https://example.org/work/a and ./work/b')).toEqual([]);
});
