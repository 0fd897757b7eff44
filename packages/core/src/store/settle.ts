import { formatInstant } from '../model/calendar.js';
import { canonical } from '../model/canonical.js';
import type { StoredEvent } from '../model/event.js';
import type { AppendOptions, AppendProblem, Duplicate } from '../model/store.js';
import type { Candidate } from './admit.js';
import { idConflict, recordedOutOfOrder, versionConflict } from './append-problems.js';
import { contentOf, restore } from './content.js';

/** The ledger as an append finds it, inside the store's critical section. */
export interface LedgerView {
  /** The event of this identity, if it is stored. */
  find(source: string, id: string): StoredEvent | undefined;
  /** The stream's version; 0 for a stream that does not exist. */
  version(stream: string): number;
  readonly head: { readonly position: number; readonly recorded: number | null; readonly recordedtime: string | null };
  /** The host's clock, in milliseconds since 1970. */
  readonly now: number;
}

/** An event to write, with copies of what stores index. */
export interface Row {
  readonly stored: StoredEvent;
  readonly candidate: Candidate;
  /** `recordedtime`, in milliseconds since 1970. */
  readonly recorded: number;
}

export interface Write {
  readonly kind: 'write';
  readonly rows: readonly Row[];
}

/** Decides an append: the rows to write, or the answer. Identities first, so that a retry finds what it stored. */
export function settle(
  candidates: readonly Candidate[],
  options: AppendOptions,
  ledger: LedgerView,
): Write | Duplicate | AppendProblem {
  const found = candidates.map(({ source, id }) => ledger.find(source, id));
  const conflict = idConflict(candidates, found, sameContent);
  if (conflict !== undefined) return conflict;
  const known = found.filter((stored) => stored !== undefined);
  if (known.length === candidates.length) return { kind: 'duplicate', events: known };
  return staleVersion(candidates, options, ledger) ?? written(candidates, ledger);
}

function sameContent(candidate: Candidate, stored: StoredEvent): boolean {
  return canonical(contentOf(stored.event)) === candidate.content;
}

function staleVersion(candidates: readonly Candidate[], { expected }: AppendOptions, ledger: LedgerView) {
  const stream = candidates[0]?.stream;
  if (expected === undefined || stream === undefined) return undefined;
  const actual = ledger.version(stream);
  return actual === expected ? undefined : versionConflict(stream, expected, actual);
}

function written(candidates: readonly Candidate[], { head, now, version }: LedgerView) {
  const versions = new Map<string, number>();
  const rows: Row[] = [];
  let last = { at: head.recorded ?? Number.NEGATIVE_INFINITY, text: head.recordedtime ?? '' };
  for (const [index, candidate] of candidates.entries()) {
    const { stream, content } = candidate;
    const recorded = candidate.recorded ?? stamp(now, last);
    if (recorded.at < last.at) return recordedOutOfOrder(index, recorded.text, last.text);
    last = recorded;
    const next = (versions.get(stream) ?? version(stream)) + 1;
    versions.set(stream, next);
    const event = restore(content, recorded.text);
    rows.push({
      stored: { position: head.position + index + 1, stream, version: next, event },
      candidate,
      recorded: recorded.at,
    });
  }
  return { kind: 'write', rows } as const;
}

/** The clock may jump back; recorded times never do. */
function stamp(now: number, last: { readonly at: number; readonly text: string }): { at: number; text: string } {
  if (!Number.isFinite(now)) throw new RangeError(`The clock says ${now}; it must give milliseconds since 1970.`);
  const at = Math.floor(now);
  return at > last.at ? { at, text: formatInstant(at) } : { at: last.at, text: formatInstant(last.at) };
}
