import type { JsonObject } from './json.js';

/**
 * What happened, as a CloudEvents 1.0 event in its JSON format. `source` and `id` together are its identity; its
 * content is everything but `recordedtime`, which belongs to the ledger.
 */
export interface CloudEvent {
  readonly specversion: '1.0';
  /** Unique within `source`; never empty. */
  readonly id: string;
  /** Who reported it: a URI reference, never empty. */
  readonly source: string;
  /** Dotted, lower-case, past tense: `matter.overdue`. */
  readonly type: string;
  /** Whom it is about; never empty where given. */
  readonly subject?: string;
  /** When it happened: RFC 3339 with an offset. */
  readonly time: string;
  readonly data?: JsonObject;
  /** The CloudEvents `sequence` extension: orders the events of one instant. */
  readonly sequence?: string;
  /** When a ledger learned of it: RFC 3339 with an offset. */
  readonly recordedtime?: string;
  readonly datacontenttype?: 'application/json';
  readonly dataschema?: string;
}

/** An event as a ledger gives it back: it says when the ledger learned of it. */
export interface RecordedEvent extends CloudEvent {
  readonly recordedtime: string;
}

/** A recorded event with its place in the ledger. */
export interface StoredEvent {
  /** Place in the ledger, from 1, in the order of commits. */
  readonly position: number;
  /** The event's subject unless the append named another; `''` for an event about nobody. */
  readonly stream: string;
  /** Place in the stream: 1, 2, 3 … without holes. */
  readonly version: number;
  readonly event: RecordedEvent;
}
