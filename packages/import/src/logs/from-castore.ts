import type { CloudEvent, Result } from '@meritlog/core';
import { eventsOfLog, type LogEntry, type LogOptions } from './log.js';

/** An event as Castore's event stores give it back (`EventDetail`). */
export interface CastoreEvent {
  readonly aggregateId: string;
  readonly version: number;
  readonly type: string;
  readonly timestamp: string;
  readonly payload?: unknown;
  readonly metadata?: unknown;
}

/** The events of one Castore event store: an aggregate's id and a version make an id, its timestamp is when it was recorded. */
export function fromCastore<E extends CastoreEvent>(
  log: Iterable<E>,
  options: LogOptions<E>,
): Result<readonly CloudEvent[]> {
  return eventsOfLog(
    [...log].map((event) => entryOf(event)),
    options,
  );
}

function entryOf<E extends CastoreEvent>(event: E): LogEntry<E> {
  const { aggregateId, version, type, timestamp, payload } = event;
  const sequence = String(version).padStart(DIGITS, '0');
  return {
    event,
    id: `${aggregateId}/${version}`,
    type,
    subject: aggregateId,
    recorded: timestamp,
    sequence,
    data: payload,
  };
}

const DIGITS = 10;
