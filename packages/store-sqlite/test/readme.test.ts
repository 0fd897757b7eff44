import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { inspect } from 'node:util';
import { expect, onTestFinished, test, vi } from 'vitest';
import { temporaryFile } from './temporary-folder.js';

const beside = (file: string): Promise<string> => readFile(new URL(file, import.meta.url), 'utf8');

test('The README shows a program that runs, and what it prints', async () => {
  const [readme, example] = [await beside('../README.md'), await beside('./readme-example.ts')];
  expect(readme).toContain(`\`\`\`ts\n${example}\`\`\``);
  const printed = await printedIn(
    path.dirname(await temporaryFile('ledger.sqlite')),
    () => import('./readme-example.js'),
  );
  expect(readme).toContain(`\`\`\`text\n${printed.join('\n')}\n\`\`\``);
});

/** The lines that `run` prints while it works in `folder`. */
async function printedIn(folder: string, run: () => Promise<unknown>): Promise<readonly string[]> {
  const lines: string[] = [];
  const home = process.cwd();
  const log = vi.spyOn(console, 'log').mockImplementation((...values: unknown[]) => {
    lines.push(values.map((value) => (typeof value === 'string' ? value : inspect(value))).join(' '));
  });
  onTestFinished(() => {
    process.chdir(home);
    log.mockRestore();
  });
  process.chdir(folder);
  await run();
  return lines;
}
