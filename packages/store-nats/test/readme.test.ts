import { readFile } from 'node:fs/promises';
import { inspect } from 'node:util';
import { startNats } from '@meritlog/local-nats';
import { connect } from '@nats-io/transport-node';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { gather, sampleEvent } from './sample.js';
import { hasNats, openStore, serverOfFile } from './server.js';

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

  test('lists the rights that suffice to append and to read, and without the first of them to read', async () => {
    const rights = /```conf\n([\s\S]*?)```/.exec(await beside('../README.md'))?.[1] ?? '';
    const fewer = rights.replace('"meritlog.1.inspections"', '');
    const guarded = await startNats(`authorization { users: [
      { user: owner, password: p }
      { user: scorer, password: p, ${rights} }
      { user: reader, password: p, ${fewer} }
    ] }`);
    onTestFinished(guarded.stop);
    const openAs = (user: string) =>
      openStore({ connection: { ...guarded.connection, user }, ledger: 'inspections', patienceMs: 500 });
    await openAs('owner');
    const scorer = await openAs('scorer');
    for (let n = 0; n < 40; n += 1) await scorer.append([sampleEvent(`e${n}`)]);
    const reader = await openAs('reader');
    expect(await gather(reader)).toHaveLength(40);
    expect((await reader.tail(39)[Symbol.asyncIterator]().next()).value).toHaveLength(1);
    await expect(reader.append([sampleEvent('new')])).rejects.toMatchObject({
      code: 'read-only',
      message: expect.stringContaining('this user may not do that. Grant it the subjects that the README lists.'),
    });
    const nats = await connect({ ...guarded.connection, user: 'scorer' });
    onTestFinished(() => nats.close());
    for (const forbidden of ['MSG.DELETE', 'PURGE', 'DELETE', 'UPDATE', 'CREATE']) {
      await expect(nats.request(`$JS.API.STREAM.${forbidden}.meritlog-inspections`, '{"seq":1}')).rejects.toThrow(
        /ermission/,
      );
    }
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
