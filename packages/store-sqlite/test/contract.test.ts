import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MakeStore, runContract } from '@meritlog/store-contract';
import { openSqliteStore } from '@meritlog/store-sqlite';
import { describe, test } from 'vitest';

const make: MakeStore = async ({ now }) => {
  const folder = await mkdtemp(join(tmpdir(), 'meritlog-'));
  const open = () => openSqliteStore({ file: join(folder, 'ledger.sqlite'), now, pollMs: 1 });
  const handles = [await open()];
  const another = async () => {
    const handle = await open();
    handles.push(handle);
    return handle;
  };
  const end = async () => {
    for (const handle of handles) await handle.close();
    await rm(folder, { recursive: true });
  };
  return { store: handles[0] ?? (await another()), another, end };
};

describe('The SQLite store keeps the contract:', async () => {
  await runContract(make, {
    test: (name, trial) => (trial.kind === 'run' ? test(name, trial.run) : test.skip(`${name} (${trial.reason})`)),
  });
});
