import { parseInstant } from '../model/calendar.js';
import type { Head, ReadQuery } from '../model/store.js';
import { isUnspeakable } from './event-problems.js';
import { StoreError } from './store-error.js';

/** A query made definite: every bound is a number, and the prefix ends where the ledger ended when the read began. */
export interface ReadPlan {
  readonly stream?: string;
  readonly types?: readonly string[];
  /** Positions `after` < p ≤ `upTo`. */
  readonly after: number;
  readonly upTo: number;
  /** `from` ≤ time < `before`, in milliseconds since 1970. */
  readonly occurred?: { readonly from: number; readonly before: number };
  readonly backward: boolean;
  readonly limit: number;
}

/**
 * `positionAt` gives the last position recorded at or before an instant in milliseconds.
 * @throws StoreError `bad-query` for a bound that is no position or no instant, and for a name that nothing can have
 */
export function planRead(query: ReadQuery, head: Head['position'], positionAt: (ms: number) => number): ReadPlan {
  const { stream, types, occurred, knownAt } = query;
  for (const name of [...(stream === undefined ? [] : [stream]), ...(types ?? [])]) checkName(name);
  const known = knownAt === undefined ? head : positionAt(checkedInstant('knownAt', knownAt));
  return {
    ...(stream === undefined ? {} : { stream }),
    ...(types === undefined ? {} : { types }),
    after: checkedPosition('after', query.after ?? 0),
    upTo: Math.min(head, known, checkedPosition('upTo', query.upTo ?? head)),
    ...(occurred === undefined ? {} : { occurred: checkedPeriod(occurred) }),
    backward: query.order === 'backward',
    limit: checkedPosition('limit', query.limit ?? Number.MAX_SAFE_INTEGER),
  };
}

/** @throws StoreError `bad-query` unless `value` is a whole number from 0 */
export function checkedPosition(name: string, value: number): number {
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new StoreError('bad-query', `${name} is ${value}; give a whole number from 0.`);
}

/** @throws StoreError `bad-query` unless `text` is an RFC 3339 timestamp with an offset */
export function checkedInstant(name: string, text: string): number {
  const parsed = parseInstant(text);
  if ('instant' in parsed) return parsed.instant;
  throw new StoreError(
    'bad-query',
    `${name} is ${JSON.stringify(text)} (${parsed.reason}); write an instant with its offset: 2026-12-31T23:59:59+08:00.`,
  );
}

function checkName(name: string): void {
  if (!isUnspeakable(name)) return;
  throw new StoreError(
    'bad-query',
    `No stream or type is called ${JSON.stringify(name)}: names hold no control characters.`,
  );
}

function checkedPeriod(period: NonNullable<ReadQuery['occurred']>): { from: number; before: number } {
  return {
    from: period.from === undefined ? Number.MIN_SAFE_INTEGER : checkedInstant('occurred.from', period.from),
    before: period.before === undefined ? Number.MAX_SAFE_INTEGER : checkedInstant('occurred.before', period.before),
  };
}
