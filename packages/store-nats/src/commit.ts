import { type CloudEvent, type StoredEvent, StoreError } from '@meritlog/core';
import type { Candidate, Row } from '@meritlog/core/store';

/** One message of the stream: what was appended at once. */
export interface Commit {
  /** Of the message in the stream. */
  readonly sequence: number;
  /** Which the writer gave the message, so that it knows it again. */
  readonly id: string;
  /** In the order of their positions; never empty. */
  readonly events: readonly StoredEvent[];
}

/** The header of the identity. */
export const ID = 'Nats-Msg-Id';

/** A message as it lies in the stream. */
interface Message {
  /** Of the first event. */
  readonly position: number;
  readonly events: readonly {
    readonly stream: string;
    readonly version: number;
    readonly recordedtime: string;
    readonly content: CloudEvent;
  }[];
}

/** The message of these rows, of which there must be some. It holds the canonical text of each event as it is. */
export function messageOf(rows: readonly Row[]): string {
  const events = rows.map(({ stored: { stream, version, event }, candidate }) => {
    const head = JSON.stringify({ stream, version, recordedtime: event.recordedtime });
    return `${head.slice(0, -1)},"content":${candidate.content}}`;
  });
  return `{"position":${rows[0]?.stored.position},"events":[${events.join(',')}]}`;
}

/** At least as many bytes as a candidate takes in a message. */
export function sizeOf({ stream, content, recorded }: Candidate): number {
  return Buffer.byteLength(content) + Buffer.byteLength(JSON.stringify(stream)) + (recorded?.text.length ?? 0) + FRAME;
}

/** What is around the content, with the longest version and time that a ledger writes itself. */
const FRAME = 92;

/** @throws StoreError `corrupt` for a message that this store cannot have written */
export function commitOf(sequence: number, id: string, text: string): Commit {
  try {
    const { position, events }: Message = JSON.parse(text);
    if (!isCount(position) || !Array.isArray(events) || events.length === 0) throw new TypeError('no events');
    return { sequence, id, events: events.map((one, index) => storedEvent(position + index, one)) };
  } catch (cause) {
    throw new StoreError(
      'corrupt',
      `The message ${sequence} of the stream holds no events of a ledger. Restore the ledger from a backup.`,
      { cause },
    );
  }
}

function storedEvent(
  position: number,
  { stream, version, recordedtime, content }: Message['events'][number],
): StoredEvent {
  const isOurs = typeof stream === 'string' && typeof recordedtime === 'string' && typeof content === 'object';
  if (!isOurs || !isCount(version)) throw new TypeError(`no event at ${position}`);
  return { position, stream, version, event: { ...content, recordedtime } };
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0;
}

/** The position of the last event. */
export function lastPosition({ events }: Commit): number {
  return events.at(-1)?.position ?? 0;
}
