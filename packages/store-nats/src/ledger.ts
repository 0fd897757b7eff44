import { StoreError } from '@meritlog/core';
import type { JetStreamClient, JetStreamManager, MsgRequest, StoredMsg } from '@nats-io/jetstream';
import { errors, type NatsConnection, nuid } from '@nats-io/transport-node';
import { type Commit, commitOf, ID } from './commit.js';
import { type Following, follow } from './follow.js';
import { isOvertaken, isUnanswered } from './nats-error.js';
import { patiently } from './patiently.js';
import type { Place } from './place.js';

/** A stream of the servers as a ledger. What fails is NATS's failure, or `corrupt`. */
export interface Ledger {
  /** The most bytes that the events of one message may take. */
  readonly room: number;
  /** Undefined for an empty ledger. */
  last(): Promise<Commit | undefined>;
  at(sequence: number): Promise<Commit>;
  /** Everything from a sequence on, then whatever comes, until it is stopped or the connection ends. */
  follow(from: number): Following;
  /** Stores a message after the one of sequence `expected`, and gives its own; undefined where another one stands there. */
  publish(expected: number, message: string): Promise<number | undefined>;
}

export interface Streams {
  readonly nats: NatsConnection;
  readonly client: JetStreamClient;
  readonly manager: JetStreamManager;
}

export function natsLedger(streams: Streams, place: Place, patienceMs: number): Ledger {
  const { manager } = streams;
  const message = (query: MsgRequest) => patiently(patienceMs, () => manager.streams.getMessage(place.stream, query));
  let latest: Commit | undefined;
  return {
    room: (streams.nats.info?.max_payload ?? MAX_PAYLOAD) - HEADERS,
    last: async () => {
      const found = await message({ last_by_subj: place.subject });
      if (found === null) return undefined;
      if (found.seq !== latest?.sequence) latest = stored(found);
      return latest;
    },
    at: async (seq) => {
      if (seq === latest?.sequence) return latest; // Messages never change.
      const found = await message({ seq });
      if (found !== null) return stored(found);
      const told = `${place.stream}: the message ${seq} of the stream is missing. Restore the ledger from a backup.`;
      throw new StoreError('incomplete', told);
    },
    follow: (from) => follow(streams.nats, streams.client, place.stream, from),
    publish: (expected, message) => publish(streams, place, patienceMs, expected, message),
  };
}

/** NATS's default, and what its headers may take of it: our identity, the expected sequence. */
const MAX_PAYLOAD = 1_048_576;
const HEADERS = 512;

function stored(message: StoredMsg): Commit {
  return commitOf(message.seq, message.header.get(ID), message.string());
}

/**
 * A message with an expected sequence has one place where it can ever be stored. Where the answer is lost it is sent
 * again under its identity, which the server knows for a while; later that one place tells whose message is there.
 */
async function publish(
  { client, manager }: Streams,
  { stream, subject }: Place,
  patienceMs: number,
  expected: number,
  message: string,
): Promise<number | undefined> {
  const timeout = Math.max(1, Math.min(ANSWER_MS, patienceMs));
  const options = { msgID: nuid.next(), expect: { streamName: stream, lastSequence: expected }, timeout };
  let isDoubtful = false;
  return patiently(patienceMs, async () => {
    try {
      return (await client.publish(subject, message, options)).seq;
    } catch (error) {
      if (isOvertaken(error)) {
        if (!isDoubtful) return undefined;
        const there = await manager.streams.getMessage(stream, { seq: expected + 1 });
        return there?.header.get(ID) === options.msgID ? there.seq : undefined;
      }
      isDoubtful = true;
      if (!isUnanswered(error)) throw error;
      await manager.streams.info(stream); // Rejects where the stream is gone; else it has no leader yet.
      throw new errors.TimeoutError({ cause: error });
    }
  });
}

const ANSWER_MS = 1000;
