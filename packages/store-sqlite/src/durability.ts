import type { StoreCapabilities } from '@meritlog/core';
import type { SqliteDatabase } from './database.js';
import { integer, text } from './row.js';

/** What a committed event outlives in this database, read from its settings rather than assumed. */
export function durability(database: SqliteDatabase): StoreCapabilities['durability'] {
  const journal = text(database.prepare('PRAGMA journal_mode').get(), 'journal_mode');
  if (journal === 'memory' || journal === 'off') return 'memory';
  const synchronous = integer(database.prepare('PRAGMA synchronous').get(), 'synchronous');
  return synchronous >= FULL ? 'power' : 'process';
}

const FULL = 2;
