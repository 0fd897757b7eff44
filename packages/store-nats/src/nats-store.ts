import { setImmediate } from 'node:timers/promises';
import { type AppendResult, type EventStore, type StoreCapabilities, StoreError } from '@meritlog/core';
import { type Append, admit, bell, checkedInstant, groupCommit, oversized, throwIfStopped } from '@meritlog/core/store';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection, NodeConnectionOptions } from '@nats-io/transport-node';
import { appendAll } from './append.js';
import { lastPosition, sizeOf } from './commit.js';
import { durabilityOf } from './durability.js';
import { type Ledger, natsLedger } from './ledger.js';
import { ledgerIndex } from './ledger-index.js';
import { asStoreError } from './nats-error.js';
import { openConnection } from './open-connection.js';
import { placeOf } from './place.js';
import { reader } from './read.js';
import { prepareStream } from './schema.js';
import { positionAt } from './search.js';
import { tail } from './tail.js';

export type NatsStoreOptions = NatsStoreSource & {
  /** Which of the ledgers of the account; made where there is none of this name. 'main' where none is given. */
  readonly ledger?: string;
  /** On how many servers of a cluster a new ledger is kept: 1, 3 or 5; 1 where none is given. */
  readonly replicas?: number;
  /** The clock, in milliseconds since 1970; the machine's where none is given. */
  readonly now?: () => number;
  /** How long to ask servers again that do not answer, in milliseconds; 15000 where none is given. */
  readonly patienceMs?: number;
};

export type NatsStoreSource =
  /** Where the servers are and who asks: `{ servers: 'nats://127.0.0.1:4222', user, pass }` and what else `connect` takes. */
  | { readonly connection: NodeConnectionOptions; readonly nats?: never }
  /** A connection that the host has, and ends. */
  | { readonly nats: NatsConnection; readonly connection?: never };

/**
 * Opens a ledger in JetStream, and makes its stream where there is none.
 * @throws StoreError `cannot-open`, `denied`, `not-a-ledger`, `newer-schema`, `incomplete`, `read-only`, `disconnected`
 */
export async function openNatsStore(options: NatsStoreOptions): Promise<EventStore> {
  const { ledger = 'main', replicas = 1, now = Date.now, patienceMs = 15_000 } = options;
  const place = placeOf(ledger);
  const name = `The ledger ${JSON.stringify(ledger)}`;
  let own: NatsConnection | undefined;
  try {
    if (options.nats === undefined) own = await openConnection(options.connection);
    const nats = own ?? options.nats;
    if (nats === undefined) throw new TypeError('Give a `connection` or a connected `nats`.');
    const manager = await jetstreamManager(nats, { checkAPI: false, timeout: ANSWER_MS });
    const { config } = await prepareStream(manager, place, replicas, patienceMs);
    return natsStore({
      ledger: natsLedger({ nats, manager, client: jetstream(nats, { timeout: ANSWER_MS }) }, place, patienceMs),
      durability: durabilityOf(config),
      name,
      now,
      patienceMs,
      close: async () => own?.close(),
    });
  } catch (error) {
    await own?.close();
    throw asStoreError(error, name);
  }
}

/** Then a server is asked again. */
const ANSWER_MS = 2000;

interface Opened {
  readonly ledger: Ledger;
  readonly durability: StoreCapabilities['durability'];
  /** For messages. */
  readonly name: string;
  readonly now: () => number;
  readonly patienceMs: number;
  close(): Promise<void>;
}

function natsStore({ ledger, name, now, patienceMs, ...opened }: Opened): EventStore {
  const changes = bell();
  const index = ledgerIndex(ledger, patienceMs);
  let closing: Promise<void> | undefined;
  const closed = (): boolean => closing !== undefined;
  const checkOpen = (): void => {
    if (closed()) throw new StoreError('closed', `${name}: this store was closed; open it again.`);
  };
  const failed = (error: unknown): never => {
    throw asStoreError(error, name);
  };
  const open = async <T>(work: () => Promise<T>): Promise<T> => {
    checkOpen();
    return work().catch((error: unknown) => {
      checkOpen(); // What the closing has cut off.
      return failed(error);
    });
  };
  const sizeOfAppend = ({ candidates }: Append): number => candidates.reduce((sum, one) => sum + sizeOf(one), 0);
  /** The appends that come while a message is on its way share the next one. */
  const commits = groupCommit<Append, AppendResult>(
    (group) => appendAll(ledger, index, group, now).catch(failed),
    setImmediate,
    { most: ledger.room, of: sizeOfAppend },
  );
  const maxAppend = Math.floor(ledger.room / SMALLEST);
  return {
    capabilities: { dense: true, durability: opened.durability, maxAppend, tail: 'push' },
    append: async (events, options = {}) => {
      checkOpen();
      throwIfStopped(options.signal);
      const admitted = admit(events, options, maxAppend);
      if (admitted.kind === 'invalid') return admitted;
      const append = { candidates: admitted.candidates, options };
      const size = sizeOfAppend(append);
      return size > ledger.room ? oversized(size, ledger.room) : commits.submit(append);
    },
    read: (query = {}) => reader(ledger, patienceMs, open)(query),
    head: () =>
      open(async () => {
        const last = await ledger.last();
        if (last === undefined) return { position: 0, recordedtime: null };
        return { position: lastPosition(last), recordedtime: last.events.at(-1)?.event.recordedtime ?? null };
      }),
    positionAt: async (instant) => {
      const ms = checkedInstant('instant', instant);
      return open(async () => positionAt(ledger, ms, await ledger.last()));
    },
    tail: (after, options = {}) => tail({ ledger, changes, closed, failed }, after, options),
    close: () => {
      closing ??= commits.idle().then(opened.close).catch(failed);
      changes.ring();
      return closing;
    },
  };
}

/** No event takes fewer bytes than this in a message. */
const SMALLEST = 150;
