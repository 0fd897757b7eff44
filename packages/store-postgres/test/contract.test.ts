import { type MakeStore, runContract } from '@meritlog/store-contract';
import { openPostgresStore } from '@meritlog/store-postgres';
import pg from 'pg';
import { afterAll, describe, test } from 'vitest';
import { serverOfFile } from './server.js';

describe('The PostgreSQL store keeps the contract:', async () => {
  const server = await serverOfFile();
  const pool = new pg.Pool(server.connection);
  pool.on('error', () => {}); // The server may end before the last connection has closed.
  afterAll(() => pool.end());
  let ledgers = 0;
  const make: MakeStore = async ({ now }) => {
    ledgers += 1;
    const ledger = `ledger ${ledgers}`;
    const open = () => openPostgresStore({ pool, ledger, now });
    const handles = [await open()];
    const another = async () => {
      const handle = await open();
      handles.push(handle);
      return handle;
    };
    const end = async () => {
      for (const handle of handles) await handle.close();
    };
    return { store: handles[0] ?? (await another()), another, end };
  };
  await runContract(make, {
    test: (name, trial) => (trial.kind === 'run' ? test(name, trial.run) : test.skip(`${name} (${trial.reason})`)),
  });
});
