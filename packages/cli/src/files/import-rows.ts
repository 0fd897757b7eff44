import path from 'node:path';
import type { Problem, Rubric } from '@meritlog/core';
import { checkRows, type Imported, importTable, readMapping, type TableRead } from '@meritlog/import';
import { type Loaded, loaded, type Shell } from '../shell.js';
import { ledgerBefore } from './append-check.js';
import type { EventLines } from './event-lines.js';
import { findRubric, RUBRIC } from './find.js';
import { kindOf } from './kind.js';
import { asLoaded, loadRubric } from './load.js';
import { nameOf, readBytes, readText } from './read-text.js';

/** What a table gives: its events by row, and what is wrong with it. */
export interface RowsRead {
  readonly read: TableRead;
  readonly rows: number;
  readonly refused: number;
  readonly lines: EventLines;
  readonly problems: readonly Problem[];
}

export interface RowSources {
  readonly file: string;
  readonly mapping: string;
  readonly ledger: string | undefined;
  readonly rubric: string | undefined;
}

/** Reads a table by its mapping; a rubric checks its events behind what the ledger holds. */
export async function readRows(shell: Shell, { file, mapping, ledger, rubric }: RowSources): Promise<Loaded<RowsRead>> {
  const text = await readText(shell, mapping);
  if (!text.ok) return text;
  const map = asLoaded(readMapping(text.value, { file: nameOf(mapping) }));
  if (!map.ok) return map;
  const rules = await rubricFor(shell, rubric, ledger);
  if (!rules.ok) return rules;
  const bytes = await readBytes(shell, file);
  if (!bytes.ok) return bytes;
  await shell.progress.step({ en: `reading ${file}`, zh: `正在读取 ${file}` });
  showLines(shell, nameOf(file), bytes.value);
  const zone = rules.value?.model.editions.at(-1)?.zone;
  const table = asLoaded(
    importTable(bytes.value, map.value, { file: nameOf(file), ...(zone === undefined ? {} : { zone }) }),
  );
  if (!table.ok || rules.value === undefined) return table.ok ? loaded(rowsOf(table.value)) : table;
  const before = await ledgerBefore(shell, rules.value, ledger);
  if (!before.ok) return before;
  await shell.progress.step({ en: `checking the rows of ${file}`, zh: `正在检查 ${file} 的各行` });
  return loaded(rowsOf(checkRows(rules.value, before.value, table.value, nameOf(file))));
}

/** The rubric that is named, else the one beside the ledger, if there is one. */
async function rubricFor(
  shell: Shell,
  named: string | undefined,
  ledger: string | undefined,
): Promise<Loaded<Rubric | undefined>> {
  const beside = path.join(path.dirname(ledger ?? '.'), RUBRIC);
  const there = named ?? (ledger !== undefined && (await kindOf(shell.io, beside)) === 'rubric' ? beside : undefined);
  if (there === undefined) return loaded(undefined);
  const found = await findRubric(shell, there);
  return found.ok ? loadRubric(shell, found.value) : found;
}

/** Problems show the lines of a text that they are about; those of other encodings, and sheets, have none to show. */
function showLines(shell: Shell, name: string, bytes: Uint8Array): void {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return;
  try {
    shell.sources.set(name, new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    shell.sources.delete(name);
  }
}

function rowsOf({ read, rows, events, repeated, refused, problems }: Imported): RowsRead {
  const lines = events.map(({ event, row }) => ({ event, line: row.line ?? row.number }));
  return { read, rows, refused: refused.size, lines: { lines, repeated }, problems };
}
