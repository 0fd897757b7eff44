import type { AppendOptions, CloudEvent, ReadQuery } from '@meritlog/core';
import fc from 'fast-check';
import { sampleEvent } from './sample-event.js';

/** What happens to a ledger: an append, or time that passes (backwards too). */
export type Step =
  | { readonly kind: 'append'; readonly events: readonly CloudEvent[]; readonly options: AppendOptions }
  | { readonly kind: 'clock'; readonly ms: number };

const streams = fc.constantFrom('', 'unit-0', 'unit-1', 'unit-2', 'unit-3', 'period/2026');
const types = fc.constantFrom('matter.overdue', 'matter.settled', 'matter.unheard');

const recorded = fc.integer({ min: -2000, max: 12_000 }).map((ms) => instant('2026-01-01T00:00:00Z', ms));
const occurred = fc.integer({ min: 0, max: 300 }).map((days) => instant('2026-01-01T01:00:00Z', days * 86_400_000));

/** Few identities and few contents, so that they meet. */
const events: fc.Arbitrary<CloudEvent> = fc
  .record({
    n: fc.nat(12),
    but: fc.record({ data: fc.constant({ other: true }), recordedtime: recorded }, { requiredKeys: [] }),
    odd: fc.integer({ min: 0, max: 5 }),
  })
  .map(({ n, but, odd }) => {
    const { data, ...rest } = but;
    return sampleEvent(n, { ...rest, ...(odd === 0 && data !== undefined ? { data } : {}) });
  });

const options: fc.Arbitrary<AppendOptions> = fc.record(
  { stream: streams, expected: fc.nat(4), preserveRecorded: fc.boolean() },
  { requiredKeys: [] },
);

export const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('append' as const),
        events: fc.array(events, { maxLength: 3 }),
        options,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('clock' as const), ms: fc.integer({ min: -3000, max: 5000 }) }),
    },
  ),
  { maxLength: 20 },
);

/** Queries whose bounds lie in and around a small ledger. */
export const queries: fc.Arbitrary<ReadQuery> = fc.record(
  {
    stream: streams,
    types: fc.array(types, { maxLength: 2 }),
    after: fc.nat(26),
    upTo: fc.nat(28),
    occurred: fc.record({ from: occurred, before: occurred }, { requiredKeys: [] }),
    knownAt: recorded,
    order: fc.constantFrom('forward' as const, 'backward' as const),
    limit: fc.nat(12),
  },
  { requiredKeys: [] },
);

function instant(origin: string, ms: number): string {
  return new Date(Date.parse(origin) + ms).toISOString();
}
