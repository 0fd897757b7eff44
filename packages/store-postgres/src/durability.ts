import type { StoreCapabilities } from '@meritlog/core';
import type { PostgresRow, PostgresSession } from './database.js';
import type { Place } from './place.js';
import { text } from './row.js';

/** What a committed event outlives on this server, read from its settings rather than assumed. */
export async function durability(session: PostgresSession, place: Place): Promise<StoreCapabilities['durability']> {
  const { rows } = await session.query(SETTINGS, [`${place.quoted}.events`]);
  return durabilityOf(rows[0]);
}

/** The settings as the server names them, and the persistence of the table: `p`, or `u` for one that is not logged. */
export function durabilityOf(row: PostgresRow | undefined): StoreCapabilities['durability'] {
  const setting = (name: string): string => text(row, name);
  const commit = setting('synchronous_commit');
  if (setting('persistence') === 'u' || commit === 'off') return 'memory'; // A crash of the server loses them.
  if (setting('fsync') === 'off' || setting('full_page_writes') === 'off') return 'process';
  const confirmed = commit === 'on' || commit === 'remote_apply';
  return confirmed && setting('synchronous_standby_names') !== '' ? 'quorum' : 'power';
}

const SETTINGS = `
  SELECT current_setting('fsync') AS fsync,
    current_setting('full_page_writes') AS full_page_writes,
    current_setting('synchronous_commit') AS synchronous_commit,
    current_setting('synchronous_standby_names') AS synchronous_standby_names,
    relpersistence::text AS persistence
  FROM pg_catalog.pg_class WHERE oid = $1::regclass`;
