import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { layerViolations } from '../src/layers.js';
import { doors, sources } from '../src/repository.js';

const planted = path.resolve(import.meta.dirname, '../fixtures/layers');
const cases = readdirSync(planted).filter((name) => name !== 'clean');

test('every import of this repository keeps to the folder rule', () => {
  expect(layerViolations(sources(), doors())).toEqual([]);
});

test('imports that keep to the rule are let through', () => {
  expect(sources(path.join(planted, 'clean'))).not.toEqual([]);
  expect(layerViolations(sources(path.join(planted, 'clean')), doors())).toEqual([]);
});

test.each(cases)('a planted violation is caught with one sentence: %s', async (name) => {
  const said = layerViolations(sources(path.join(planted, name)), doors());
  expect(said).toHaveLength(1);
  await expect(`${said[0]}\n`).toMatchFileSnapshot(path.join(planted, name, 'expected.txt'));
});
