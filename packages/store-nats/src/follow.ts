import { setTimeout } from 'node:timers/promises';
import { type ConsumerMessages, DeliverPolicy, type JetStreamClient } from '@nats-io/jetstream';
import { errors, type NatsConnection } from '@nats-io/transport-node';
import { type Commit, commitOf, ID } from './commit.js';
import { isLost, isSilence, isUnanswered } from './nats-error.js';

/** Everything in a stream from a message on, then whatever comes. */
export interface Following extends AsyncIterable<Commit> {
  /** Ends the iteration; with a failure it rejects with that. Settles when the server has forgotten the consumer. */
  stop(failure?: Error): Promise<void>;
}

/** What follows has a consumer, which is replaced where it or a message of it is lost. It ends with the connection. */
export function follow(nats: NatsConnection, client: JetStreamClient, stream: string, from: number): Following {
  let next = from;
  let messages: ConsumerMessages | undefined;
  let stopped: { readonly failure: Error | undefined } | undefined;
  let forgotten = Promise.resolve();
  async function* ofOneConsumer(): AsyncGenerator<Commit> {
    const start = { deliver_policy: DeliverPolicy.StartSequence, opt_start_seq: next };
    const consumer = await client.consumers.get(stream, start);
    messages = await consumer.consume(PULL);
    try {
      if (stopped !== undefined) return;
      void endWhereLost(messages, () => next);
      for await (const message of messages) {
        next = message.seq + 1;
        yield commitOf(message.seq, message.headers?.get(ID) ?? '', message.string());
      }
    } finally {
      messages.stop();
      forgotten = consumer.delete().then(
        () => {},
        () => {}, // Then the server ends it after a while.
      );
    }
  }
  return {
    async *[Symbol.asyncIterator]() {
      while (stopped === undefined) {
        try {
          yield* ofOneConsumer();
        } catch (error) {
          if (!isSilence(error) && !isUnanswered(error) && !isLost(error)) throw error;
          await setTimeout(PAUSE_MS);
        }
        if (nats.isClosed() && stopped === undefined) throw new errors.ClosedConnectionError();
      }
      if (stopped.failure !== undefined) throw stopped.failure;
    },
    stop: async (failure) => {
      stopped ??= { failure };
      messages?.stop();
      await forgotten;
    },
  };
}

const PAUSE_MS = 100;

/**
 * A hundred messages may be on their way, so that a reader needs a hundred times `max_payload` at worst: a bound in bytes
 * would be refused again and again where little of it is left. A consumer lost with its server is missed after two beats.
 */
const PULL = { max_messages: 100, expires: 5000, idle_heartbeat: 1000, abort_on_missing_resource: true };

/** A message that was on its way when a connection broke is known by a heartbeat that tells of more than has come. */
async function endWhereLost(messages: ConsumerMessages, next: () => number): Promise<void> {
  for await (const status of messages.status()) {
    if (status.type !== 'heartbeat') continue;
    const isTaken = messages.getProcessed() === messages.getReceived();
    if (isTaken && status.lastStreamSequence >= next()) messages.stop();
  }
}
