import { StoreError } from '@meritlog/core';
import type { JetStreamManager, StreamInfo } from '@nats-io/jetstream';
import { isAbsent } from './nats-error.js';
import { patiently } from './patiently.js';
import { FORMAT, formatOf, type Place } from './place.js';

/**
 * Makes sure that the stream is a ledger that we can read, and makes one where there is none. Nothing else is touched.
 * @throws StoreError `not-a-ledger`, `newer-schema`, `incomplete`
 */
export async function prepareStream(
  manager: JetStreamManager,
  place: Place,
  replicas: number,
  patienceMs: number,
): Promise<StreamInfo> {
  const info = await patiently(patienceMs, () => findOrMake(manager, place, replicas));
  checkLedger(info, place);
  return info;
}

async function findOrMake(manager: JetStreamManager, place: Place, replicas: number): Promise<StreamInfo> {
  const found = await manager.streams.info(place.stream).catch(undefinedIfAbsent);
  if (found !== undefined) return found;
  const made = { name: place.stream, subjects: [place.subject], ...RULES, num_replicas: replicas };
  return manager.streams.add(made).catch(async (error: unknown) => {
    const rival = await manager.streams.info(place.stream).catch(undefinedIfAbsent); // Another process was faster.
    if (rival === undefined) throw error;
    return rival;
  });
}

function undefinedIfAbsent(error: unknown): undefined {
  if (!isAbsent(error)) throw error;
}

/** Nothing is ever deleted or forgotten; within the window a repeated message is answered as the first was. */
const RULES = {
  description: 'A ledger of Meritlog',
  retention: 'limits',
  storage: 'file',
  discard: 'new',
  deny_delete: true,
  deny_purge: true,
  duplicate_window: 120_000_000_000,
} as const;

function checkLedger({ config, state }: StreamInfo, { stream, subject }: Place): void {
  const [first, ...others] = config.subjects ?? [];
  const format = others.length === 0 ? formatOf(first) : undefined;
  if (format !== undefined && format > FORMAT) {
    throw new StoreError(
      'newer-schema',
      `${stream}: the ledger has format ${format}, and this version of @meritlog/store-nats knows ${FORMAT}. Update the package.`,
    );
  }
  if (first !== subject || others.length > 0) {
    throw new StoreError(
      'not-a-ledger',
      `${stream}: this stream belongs to another program. Give the ledger another name.`,
    );
  }
  if (config.retention !== 'limits' || config.max_age > 0 || config.max_msgs_per_subject > 0 || forgets(config)) {
    throw new StoreError(
      'not-a-ledger',
      `${stream}: the stream forgets messages, by their age, number or size. Take its limits away (\`nats stream edit\`).`,
    );
  }
  if (state.messages !== state.last_seq) {
    throw new StoreError(
      'incomplete',
      `${stream}: ${state.last_seq - state.messages} messages of the stream are missing. Restore it from a backup.`,
    );
  }
}

function forgets({ discard, max_msgs, max_bytes }: StreamInfo['config']): boolean {
  return discard === 'old' && (max_msgs > 0 || max_bytes > 0);
}
