import type { ReadQuery, StoredEvent } from '@meritlog/core';

/** What a query must give, found the plain way: by filtering the list of all events. */
export function oracleRead(all: readonly StoredEvent[], query: ReadQuery): readonly StoredEvent[] {
  const found = all.filter((stored) => matches(stored, query));
  const ordered = query.order === 'backward' ? found.toReversed() : found;
  return ordered.slice(0, query.limit ?? ordered.length);
}

/** The last position recorded at or before `instant`, found by looking at every event. */
export function oraclePositionAt(all: readonly StoredEvent[], instant: string): number {
  const known = all.filter(({ event }) => Date.parse(event.recordedtime) <= Date.parse(instant));
  return Math.max(0, ...known.map(({ position }) => position));
}

function matches({ position, stream, event }: StoredEvent, query: ReadQuery): boolean {
  const { after = 0, upTo = Number.POSITIVE_INFINITY, occurred, knownAt, types } = query;
  return (
    position > after &&
    position <= upTo &&
    (query.stream === undefined || query.stream === stream) &&
    (types === undefined || types.includes(event.type)) &&
    (occurred?.from === undefined || Date.parse(occurred.from) <= Date.parse(event.time)) &&
    (occurred?.before === undefined || Date.parse(event.time) < Date.parse(occurred.before)) &&
    (knownAt === undefined || Date.parse(event.recordedtime) <= Date.parse(knownAt))
  );
}
