import { type CloudEvent, type Result, readJson } from '@meritlog/core';
import { eventsOfLog, type LogEntry, type LogOptions } from './log.js';

/** An event as Emmett's stores give it back: `readStream`, `readMessagesBatch`, subscriptions. */
export interface EmmettEvent {
  readonly type: string;
  readonly data: unknown;
  readonly metadata: {
    readonly messageId: string;
    readonly streamName: string;
    readonly streamPosition: bigint | number | string;
    readonly globalPosition?: bigint | number | string | undefined;
  };
}

/** A row of the table `emt_messages` of its SQLite and PostgreSQL stores, with what a driver makes of each column. */
export interface EmmettRow {
  readonly stream_id: string;
  readonly stream_position: bigint | number | string;
  readonly global_position: bigint | number | string;
  readonly message_type: string;
  readonly message_id: string;
  /** As a text, or read already. */
  readonly message_data: unknown;
  /** Commands (`C`) are no events and left out. */
  readonly message_kind?: string;
  /** When it was stored: in UTC where it has no offset. */
  readonly created?: Date | string | null;
}

/**
 * The events of an Emmett log. Its rows say when each was stored; events that were read through its API do not, so for
 * them `time` must say when they happened, from their data or metadata.
 */
export function fromEmmett<E extends EmmettEvent | EmmettRow>(
  log: Iterable<E>,
  options: LogOptions<E>,
): Result<readonly CloudEvent[]> {
  return eventsOfLog(
    [...log].flatMap((event) => entryOf(event) ?? []),
    options,
  );
}

function entryOf<E extends EmmettEvent | EmmettRow>(event: E): LogEntry<E> | undefined {
  if (!isRow(event)) {
    const { messageId, streamName, streamPosition, globalPosition } = event.metadata;
    const sequence = padded(globalPosition ?? streamPosition);
    return {
      event,
      id: messageId,
      type: event.type,
      subject: streamName,
      recorded: undefined,
      sequence,
      data: event.data,
    };
  }
  if (event.message_kind === 'C') return undefined;
  const {
    message_id: id,
    message_type: type,
    stream_id: subject,
    global_position: position,
    message_data: written,
  } = event;
  const data = typeof written === 'string' ? parsed(written) : written;
  return { event, id, type, subject, recorded: createdAt(event.created), sequence: padded(position), data };
}

function isRow(event: EmmettEvent | EmmettRow): event is EmmettRow {
  return 'message_id' in event;
}

/** A text that is torn, or holds numbers that JavaScript would lose digits of, is nothing that JSON can hold. */
function parsed(text: string): unknown {
  const read = readJson(text);
  return read.ok ? read.value.value : TORN;
}

const TORN = Symbol('torn');

/** Sequences are compared as texts. */
function padded(position: bigint | number | string): string {
  return String(position).padStart(DIGITS, '0');
}

const DIGITS = 19;

/** `2026-04-29 14:30:05.123+00`, as SQLite and PostgreSQL write it, as RFC 3339. */
function createdAt(created: Date | string | null | undefined): string | undefined {
  if (created === null || created === undefined) return undefined;
  if (typeof created !== 'string') return Number.isNaN(created.getTime()) ? 'Invalid Date' : created.toISOString();
  const [, day, clock, fraction = '', offset = 'Z'] = WRITTEN.exec(created.trim()) ?? [];
  if (day === undefined) return created;
  return `${day}T${clock}${fraction.slice(0, 4)}${/^[+-][0-9]{2}$/.test(offset) ? `${offset}:00` : offset}`;
}

const WRITTEN =
  /^([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]([0-9]{2}:[0-9]{2}:[0-9]{2})(\.[0-9]+)?(Z|[+-][0-9]{2}(?::[0-9]{2})?)?$/;
