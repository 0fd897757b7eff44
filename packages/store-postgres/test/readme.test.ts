import { readFile } from 'node:fs/promises';
import { inspect } from 'node:util';
import { expect, onTestFinished, test, vi } from 'vitest';
import { gather, sampleEvent } from './sample.js';
import { newDatabase, openStore, poolOf, serverOfFile } from './server.js';

const server = await serverOfFile();
const beside = (file: string): Promise<string> => readFile(new URL(file, import.meta.url), 'utf8');

test('The README shows a program that runs, and what it prints', async () => {
  const [readme, example] = [await beside('../README.md'), await beside('./readme-example.ts')];
  expect(readme).toContain(`\`\`\`ts\n${example}\`\`\``);
  const { user, password, host, port, database } = await newDatabase(server);
  vi.stubEnv('DATABASE_URL', `postgresql://${user}:${password}@${host}:${port}/${database}`);
  onTestFinished(() => void vi.unstubAllEnvs());
  const printed = await printedBy(() => import('./readme-example.js'));
  expect(readme).toContain(`\`\`\`text\n${printed.join('\n')}\n\`\`\``);
});

test('The README shows how to append inside a transaction', async () => {
  const [, shown = ''] = [...(await beside('../README.md')).matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code);
  const pool = poolOf({ ...server, connection: await newDatabase(server) });
  const ledger = await openStore({ pool });
  const client = await pool.connect();
  onTestFinished(() => client.release(true));
  await client.query('CREATE TABLE invoices (number integer, paid boolean); INSERT INTO invoices VALUES (17, false)');
  await run(shown, { client, ledger, overdue: sampleEvent('e1') });
  expect((await pool.query('SELECT paid FROM invoices')).rows).toEqual([{ paid: true }]);
  expect(await ledger.head()).toMatchObject({ position: 1 });
});

test('The role of the README appends and reads, and can neither update, delete, truncate nor insert', async () => {
  const [sql = ''] = [...(await beside('../README.md')).matchAll(/```sql\n([\s\S]*?)```/g)].map(([, code]) => code);
  const connection = await newDatabase(server);
  const owner = poolOf({ ...server, connection });
  await (await openStore({ pool: owner })).append([sampleEvent('e1')]);
  await owner.query("CREATE ROLE scorer LOGIN PASSWORD 'p'");
  const [usage = '', select = '', execute = ''] = sql.trim().split('\n');
  await owner.query(usage + select);
  const role = poolOf({ ...server, connection: { ...connection, user: 'scorer' } });
  const reading = await openStore({ pool: role });
  expect(await gather(reading)).toHaveLength(1);
  await expect(reading.append([sampleEvent('e2')])).rejects.toMatchObject({ code: 'read-only' });
  await expect(openStore({ pool: role, ledger: 'new' })).rejects.toMatchObject({ code: 'read-only' });
  await owner.query(execute);
  const store = await openStore({ pool: role, ledger: 'new' });
  expect(await store.append([sampleEvent('e2')])).toMatchObject({ kind: 'appended' });
  expect(await store.positionAt('2030-01-01T00:00:00Z')).toBe(1);
  for (const forbidden of [
    'UPDATE meritlog.events SET version = 9',
    'UPDATE meritlog.ledgers SET position = 0',
    'DELETE FROM meritlog.events',
    'TRUNCATE meritlog.events',
    "INSERT INTO meritlog.ledgers (name) VALUES ('x')",
    'INSERT INTO meritlog.events SELECT * FROM meritlog.events',
    'DROP TABLE meritlog.events',
    'ALTER TABLE meritlog.events DISABLE TRIGGER ALL',
  ]) {
    await expect(role.query(forbidden), forbidden).rejects.toMatchObject({ code: '42501' });
  }
});

/** Runs a text of statements with these names. */
async function run(text: string, names: Readonly<Record<string, unknown>>): Promise<void> {
  const AsyncFunction = Object.getPrototypeOf(run).constructor;
  await new AsyncFunction(...Object.keys(names), text)(...Object.values(names));
}

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
