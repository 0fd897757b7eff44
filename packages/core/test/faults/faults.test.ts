import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { FAULTS } from './faults.js';

const packages = path.resolve(import.meta.dirname, '../../..');
const source = (file: string): string => readFileSync(path.join(packages, 'core/src', file), 'utf8');

test('At least sixty-four faults are planted, each once', () => {
  expect(FAULTS.length).toBeGreaterThanOrEqual(64);
  expect(new Set(FAULTS.map(({ name }) => name)).size).toBe(FAULTS.length);
});

test.each(FAULTS.map((fault) => [fault.name, fault] as const))('%s', (_name, { file, find, replace, caughtBy }) => {
  expect(source(file).split(find), 'the place of the fault occurs once').toHaveLength(2);
  expect(replace).not.toBe(find);
  expect(caughtBy).not.toEqual([]);
  expect(caughtBy.filter((test) => !existsSync(path.join(packages, test)))).toEqual([]);
});
