import type { StoreCapabilities } from '@meritlog/core';
import type { StreamConfig } from '@nats-io/jetstream';

/**
 * What an answered event outlives, read from the stream rather than assumed. One server writes before it answers, but
 * has it on disk only later (`sync_interval`, which no client can read); of three, two have it when they answer.
 */
export function durabilityOf({
  storage,
  num_replicas,
}: Pick<StreamConfig, 'storage' | 'num_replicas'>): StoreCapabilities['durability'] {
  if (storage === 'memory') return 'memory';
  return num_replicas >= 3 ? 'quorum' : 'process';
}
