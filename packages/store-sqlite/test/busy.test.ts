import { openSqliteStore } from '@meritlog/store-sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../src/open-database.js';
import { gather, sampleEvent } from './sample.js';
import { temporaryFile } from './temporary-folder.js';

async function ledgerHeldByAnother(patienceMs: number) {
  const file = await temporaryFile('ledger.sqlite');
  const store = await openSqliteStore({ file, now: () => 0, patienceMs });
  const other = await openDatabase(file, false);
  onTestFinished(async () => {
    other.close();
    await store.close();
  });
  other.exec('BEGIN IMMEDIATE');
  return { store, other };
}

test('An append waits until the other writer has finished', async () => {
  const { store, other } = await ledgerHeldByAnother(60_000);
  const appending = store.append([sampleEvent('e1')]);
  expect(await gather(store)).toEqual([]); // Readers do not wait.
  other.exec('COMMIT');
  expect(await appending).toMatchObject({ kind: 'appended' });
});

test('An append that has no patience left is rejected by the code busy, and may be repeated', async () => {
  const { store, other } = await ledgerHeldByAnother(0);
  await expect(store.append([sampleEvent('e1')])).rejects.toMatchObject({ code: 'busy' });
  other.exec('COMMIT');
  expect(await store.append([sampleEvent('e1')])).toMatchObject({ kind: 'appended' });
});
