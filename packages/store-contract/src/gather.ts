import type { AppendOptions, AppendResult, CloudEvent, EventStore, Json, ReadQuery, StoredEvent } from '@meritlog/core';

/** All events of a read, in its order. */
export async function gather(store: EventStore, query?: ReadQuery): Promise<readonly StoredEvent[]> {
  const all: StoredEvent[] = [];
  for await (const batch of store.read(query)) all.push(...batch);
  return all;
}

/** The first `count` events of a tail. */
export async function gatherTail(store: EventStore, after: number, count: number): Promise<readonly StoredEvent[]> {
  const all: StoredEvent[] = [];
  if (count === 0) return all;
  for await (const batch of store.tail(after)) {
    all.push(...batch);
    if (all.length >= count) break;
  }
  return all;
}

/** Appends what must succeed. */
export async function appendAll(
  store: EventStore,
  events: readonly CloudEvent[],
  options?: AppendOptions,
): Promise<readonly StoredEvent[]> {
  const result = await store.append(events, options);
  if (result.kind === 'appended') return result.events;
  throw new Error(`An append that must succeed gave ${result.kind}.`);
}

/** Stored events as JSON, for comparison. */
export function asJson(stored: readonly StoredEvent[]): readonly Json[] {
  return stored.map(({ position, stream, version, event }) => ({ position, stream, version, event: { ...event } }));
}

export function positions(stored: readonly StoredEvent[]): readonly number[] {
  return stored.map(({ position }) => position);
}

/** A result without its sentences. */
export function outline(result: AppendResult): Json {
  switch (result.kind) {
    case 'appended':
    case 'duplicate':
      return { kind: result.kind, events: asJson(result.events) };
    case 'invalid':
      return { kind: result.kind, at: result.problems.map(({ pointer }) => pointer) };
    case 'id-conflict':
      return { kind: result.kind, conflicts: result.conflicts.map((clash) => ({ ...clash })) };
    case 'version-conflict':
      return { kind: result.kind, stream: result.stream, expected: result.expected, actual: result.actual };
    case 'recorded-out-of-order':
      return { kind: result.kind, index: result.index, notBefore: result.notBefore };
  }
}
