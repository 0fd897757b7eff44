import { memoryStore } from '@meritlog/core';
import { runContract } from '@meritlog/store-contract';
import { describe, test } from 'vitest';

describe('My store keeps the contract:', async () => {
  const make = async ({ now }: { now: () => number }) => {
    const store = memoryStore({ now }); // Your store, empty.
    return { store, end: () => store.close() };
  };
  await runContract(make, {
    test: (name, trial) => (trial.kind === 'run' ? test(name, trial.run) : test.skip(`${name} (${trial.reason})`)),
  });
});
