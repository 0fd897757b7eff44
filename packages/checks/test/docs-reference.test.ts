import path from 'node:path';
import { rubricJsonSchema } from '@meritlog/core';
import { expect, test } from 'vitest';
import { referencePage, undescribed } from '../src/reference-page.js';
import { root } from '../src/repository.js';
import { spelledOut } from '../src/schema-node.js';

const schema = spelledOut(JSON.parse(JSON.stringify(rubricJsonSchema())));

test('the reference is made of the schema and the catalogues; `npm run docs` writes it anew', async () => {
  await expect(await referencePage(schema)).toMatchFileSnapshot(path.join(root, 'docs/reference.md'));
});

test('every property of the schema is described in both languages', () => {
  expect(undescribed(schema)).toEqual([]);
});
