import type { Instant } from './calendar.js';
import type { CloudEvent } from './event.js';
import type { JsonObject } from './json.js';

/** An event that passed the door: typed against the vocabulary, frozen, its times read. */
export interface LedgerEvent {
  readonly event: CloudEvent;
  readonly type: string;
  /** Empty where the event has none. */
  readonly subject: string;
  readonly data: JsonObject;
  readonly time: Instant;
  /** `recordedtime`, or `time` where the event has not been recorded yet. */
  readonly recorded: Instant;
}

/** Events in canonical order of (time, sequence, source, id), each identity once. */
export interface Ledger {
  readonly kind: 'ledger';
  readonly events: readonly LedgerEvent[];
}
