import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Io } from '../io.js';

export type FileKind = 'folder' | 'rubric' | 'events' | 'ledger' | 'missing';

const MAGIC = 'SQLite format 3\0';

/** What a path holds, by its name and, for ledgers, its first bytes. `-` counts as events. */
export async function kindOf({ cwd }: Io, file: string): Promise<FileKind> {
  if (file === '-') return 'events';
  if (file === '') return 'missing';
  const full = path.resolve(cwd, file);
  const found = await stat(full).catch(() => undefined);
  if (found === undefined) return 'missing';
  if (found.isDirectory()) return 'folder';
  if (await startsWith(full, MAGIC)) return 'ledger';
  return /\.(?:jsonl|ndjson)$/i.test(file) ? 'events' : /\.(?:db|sqlite3?)$/i.test(file) ? 'ledger' : 'rubric';
}

async function startsWith(file: string, magic: string): Promise<boolean> {
  const handle = await open(file).catch(() => undefined);
  if (handle === undefined) return false;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(magic.length), 0, magic.length, 0);
    return buffer.toString('latin1', 0, bytesRead) === magic;
  } finally {
    await handle.close();
  }
}
