import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

const beside = (file: string): Promise<string> => readFile(new URL(file, import.meta.url), 'utf8');

test('The README shows the test that stands beside this one', async () => {
  expect(await beside('../README.md')).toContain(`\`\`\`ts\n${await beside('./readme-example.test.ts')}\`\`\``);
});
