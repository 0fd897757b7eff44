import { readFile } from 'node:fs/promises';
import { inspect } from 'node:util';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { hasNats, serverOfFile } from './server.js';

const beside = (file: string): Promise<string> => readFile(new URL(file, import.meta.url), 'utf8');

describe.skipIf(!hasNats)('The README of the NATS store', async () => {
  if (!hasNats) return;
  const server = await serverOfFile('authorization {}');

  test('shows a program that runs, and what it prints', async () => {
    const [readme, example] = [await beside('../README.md'), await beside('./readme-example.ts')];
    expect(readme).toContain(`\`\`\`ts\n${example}\`\`\``);
    vi.stubEnv('NATS_URL', `nats://${server.connection.servers}`);
    onTestFinished(() => void vi.unstubAllEnvs());
    const printed = await printedBy(() => import('./readme-example.js'));
    expect(readme).toContain(`\`\`\`text\n${printed.join('\n')}\n\`\`\``);
  });
});

/** The lines that `work` prints. */
async function printedBy(work: () => Promise<unknown>): Promise<readonly string[]> {
  const lines: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((...values: unknown[]) => {
    lines.push(values.map((value) => (typeof value === 'string' ? value : inspect(value))).join(' '));
  });
  onTestFinished(() => log.mockRestore());
  await work();
  return lines;
}
