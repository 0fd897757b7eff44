import type { CloudEvent, StoredEvent } from './event.js';
import type { Bilingual, Problem } from './problem.js';

/** The append-only ledger behind six methods. Any store that passes `@meritlog/store-contract` will do. */
export interface EventStore {
  /**
   * Appends all of `events`, or none. What can be expected to go wrong is returned; a rejected promise means that the
   * store itself failed (see `StoreErrorCode`) or that the signal fired before the append began.
   */
  append(events: readonly CloudEvent[], options?: AppendOptions): Promise<AppendResult>;
  /** Batches in order of position, from the ledger as it stood when the first one was asked for. */
  read(query?: ReadQuery): AsyncIterable<readonly StoredEvent[]>;
  head(): Promise<Head>;
  /** The last position recorded at or before `instant` (RFC 3339); 0 where there is none. */
  positionAt(instant: string): Promise<number>;
  /** Everything after a position, then whatever comes, until the signal fires or the store is closed. */
  tail(after: number, options?: TailOptions): AsyncIterable<readonly StoredEvent[]>;
  readonly capabilities: StoreCapabilities;
  /** Finishes the appends already begun; afterwards every call fails with the code `closed`. May be called twice. */
  close(): Promise<void>;
}

export interface AppendOptions {
  /** The stream of all these events; without it each one goes to the stream of its own subject. */
  readonly stream?: string;
  /** The version the one stream must have now; 0 means that it must not exist. Without it, any. */
  readonly expected?: number;
  /**
   * Keeps each `recordedtime` that an event already has, for restores and imports; it must not lie before the head's.
   * Without it the ledger stamps its own, whatever the event says.
   */
  readonly preserveRecorded?: boolean;
  readonly signal?: StopSignal;
}

export type AppendResult = Appended | Duplicate | AppendProblem;

export interface Appended {
  readonly kind: 'appended';
  /** In the order given. */
  readonly events: readonly StoredEvent[];
}

/** Every event of the batch is in the ledger already, with the same content: the answer to a repeated append. */
export interface Duplicate {
  readonly kind: 'duplicate';
  /** Where the events were stored the first time, in the order given. */
  readonly events: readonly StoredEvent[];
}

/** Why nothing was stored. Identities are looked at before versions, versions before recorded times. */
export type AppendProblem = InvalidAppend | IdConflict | VersionConflict | RecordedOutOfOrder;

export interface InvalidAppend {
  readonly kind: 'invalid';
  /** All of them; pointers go into `{ events, options }`: `/events/0/time`, `/options/expected`. */
  readonly problems: readonly Problem[];
  readonly message: Bilingual;
}

/** Identities that the ledger, or an earlier event of the same batch, has already. */
export interface IdConflict {
  readonly kind: 'id-conflict';
  readonly conflicts: readonly IdClash[];
  readonly message: Bilingual;
}

export interface IdClash {
  /** Index in the batch. */
  readonly index: number;
  readonly source: string;
  readonly id: string;
  /** `already-recorded`: the same content is stored, but other events of the batch are new. */
  readonly why: 'other-content' | 'already-recorded' | 'repeated-in-batch';
  /** Where the identity is stored; 0 for `repeated-in-batch`. */
  readonly position: number;
}

export interface VersionConflict {
  readonly kind: 'version-conflict';
  readonly stream: string;
  readonly expected: number;
  readonly actual: number;
  readonly message: Bilingual;
}

export interface RecordedOutOfOrder {
  readonly kind: 'recorded-out-of-order';
  /** Index in the batch. */
  readonly index: number;
  readonly recordedtime: string;
  /** The recorded time before which it lies: the head's, or that of an earlier event of the batch. */
  readonly notBefore: string;
  readonly message: Bilingual;
}

/** A prefix of the ledger (`upTo`, `knownAt`) crossed with a filter. Instants are RFC 3339 and compare as instants. */
export interface ReadQuery {
  readonly stream?: string;
  readonly types?: readonly string[];
  /** Positions greater than this. */
  readonly after?: number;
  /** Positions up to and including this. */
  readonly upTo?: number;
  /** The event's `time`, half-open: from ≤ time < before. */
  readonly occurred?: { readonly from?: string; readonly before?: string };
  /** What the ledger knew at this instant: recordedtime ≤ knownAt. */
  readonly knownAt?: string;
  readonly order?: 'forward' | 'backward';
  /** At most so many events in all. */
  readonly limit?: number;
  readonly signal?: StopSignal;
}

export interface TailOptions {
  readonly signal?: StopSignal;
}

export interface Head {
  /** 0 for an empty ledger. */
  readonly position: number;
  readonly recordedtime: string | null;
}

export interface StoreCapabilities {
  /** Positions are 1..N without holes. */
  readonly dense: boolean;
  /** What an acknowledged event outlives: the call, the process, the power supply, the loss of a machine. */
  readonly durability: 'memory' | 'process' | 'power' | 'quorum';
  /** The most events that one append may hold. */
  readonly maxAppend: number;
  /** Whether a tail is woken by writers or looks from time to time. */
  readonly tail: 'push' | 'poll';
}

/** The part of a DOM `AbortSignal` that stores use: core knows no platform. */
export interface StopSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** How a store itself fails; recognised by `code`. */
export type StoreErrorCode =
  | 'closed'
  | 'busy'
  | 'denied'
  | 'disconnected'
  | 'read-only'
  | 'cannot-open'
  | 'not-a-database'
  | 'not-a-ledger'
  | 'newer-schema'
  | 'older-schema'
  | 'incomplete'
  | 'corrupt'
  | 'no-driver'
  | 'bad-query'
  | 'failed';
