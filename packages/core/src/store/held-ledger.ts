import type { StoredEvent } from '../model/event.js';
import type { AppendOptions, AppendResult } from '../model/store.js';
import type { Candidate } from './admit.js';
import { type LedgerView, type Row, settle } from './settle.js';

/** An append that waits for its turn. */
export interface Append {
  readonly candidates: readonly Candidate[];
  readonly options: AppendOptions;
}

/** What a group of appends needs to know of a ledger that nobody else writes to, and what the group will write. */
export interface HeldLedger {
  readonly rows: readonly Row[];
  /** Settles one append on top of those before it: all of its rows will be written, or none. */
  append(one: Append, now: number): AppendResult;
}

/** `events` has what the ledger holds under the identities of the group, `versions` the versions of its streams. */
export function heldLedger(
  start: LedgerView['head'],
  events: Iterable<StoredEvent>,
  versions: Iterable<readonly [stream: string, version: number]>,
): HeldLedger {
  const stored = new Map<string, StoredEvent>();
  const streams = new Map(versions);
  const rows: Row[] = [];
  let head = start;
  const put = (one: StoredEvent): unknown => stored.set(identity(one.event.source, one.event.id), one);
  for (const one of events) put(one);
  const find: LedgerView['find'] = (source, id) => stored.get(identity(source, id));
  const version: LedgerView['version'] = (stream) => streams.get(stream) ?? 0;
  return {
    rows,
    append: ({ candidates, options }, now) => {
      const decided = settle(candidates, options, { head, find, version, now });
      if (decided.kind !== 'write') return decided;
      for (const row of decided.rows) {
        rows.push(row);
        put(row.stored);
        streams.set(row.stored.stream, row.stored.version);
        head = {
          position: row.stored.position,
          recorded: row.recorded,
          recordedtime: row.stored.event.recordedtime,
        };
      }
      return { kind: 'appended', events: decided.rows.map(({ stored: one }) => one) };
    },
  };
}

/** Neither part can hold a line break. */
function identity(source: string, id: string): string {
  return `${source}\n${id}`;
}
