import { extendLedger, type Ledger, parseEvents, type Rubric } from '@meritlog/core';
import { type Loaded, loaded, type Shell } from '../shell.js';
import { findRubric } from './find.js';
import { kindOf } from './kind.js';
import { asLoaded, loadEvents, loadRubric } from './load.js';

/** Whether events fit a rubric, behind what a ledger holds already. */
export async function checkAgainst(
  shell: Shell,
  rubricFile: string,
  ledger: string,
  { text, file }: { readonly text: string; readonly file: string },
): Promise<Loaded<undefined>> {
  const found = await findRubric(shell, rubricFile);
  if (!found.ok) return found;
  const rubric = await loadRubric(shell, found.value);
  if (!rubric.ok) return rubric;
  const before = await ledgerBefore(shell, rubric.value, ledger);
  if (!before.ok) return before;
  const after = asLoaded(extendLedger(rubric.value, before.value, text, { file }));
  return after.ok ? loaded(undefined) : after;
}

/** What a ledger holds already, as the rubric reads it; nothing where there is no such file. */
export async function ledgerBefore(shell: Shell, rubric: Rubric, ledger: string | undefined): Promise<Loaded<Ledger>> {
  const fresh = ledger === undefined || (await kindOf(shell.io, ledger)) === 'missing';
  return fresh ? asLoaded(parseEvents(rubric, [])) : loadEvents(shell, rubric, ledger);
}
