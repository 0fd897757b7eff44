import { type MakeStore, runContract } from '@meritlog/store-contract';
import { openNatsStore } from '@meritlog/store-nats';
import { connect } from '@nats-io/transport-node';
import { afterAll, describe, test } from 'vitest';
import { hasNats, newLedger, serverOfFile } from './server.js';

describe.skipIf(!hasNats)('The NATS store keeps the contract:', async () => {
  if (!hasNats) return;
  const server = await serverOfFile();
  const nats = await connect({ ...server.connection });
  afterAll(() => nats.close());
  const make: MakeStore = async ({ now }) => {
    const ledger = newLedger();
    const open = () => openNatsStore({ nats, ledger, now });
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
