import { type Restored, restoreLedger } from '@meritlog/import';
import { type Loaded, loaded, type Shell } from '../shell.js';
import { withLedger } from './ledger.js';
import { asLoaded } from './load.js';
import { nameOf, readText } from './read-text.js';

/** Fills an empty ledger with what an export wrote. */
export async function restoreInto(shell: Shell, file: string, ledger: string): Promise<Loaded<Restored>> {
  const text = await readText(shell, file);
  if (!text.ok) return text;
  await shell.progress.step({ en: `restoring ${file}`, zh: `正在恢复 ${file}` });
  return withLedger(shell, ledger, false, async (store) => {
    const restored = asLoaded(await restoreLedger(store, linesIn(text.value), { file: nameOf(file) }));
    return restored.ok ? loaded(restored.value) : restored;
  });
}

/** One at a time: a ledger may be long. */
function* linesIn(text: string): Generator<string> {
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start);
    const stop = end < 0 ? text.length : end;
    yield text.slice(start, stop);
    start = stop + 1;
  }
}
