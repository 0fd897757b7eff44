import type { Value } from '../model/expr.js';
import { div, floor, type Num } from '../model/num.js';
import type { Frame, RankKeyPlan } from '../model/plan.js';
import type { Edge } from '../model/rubric.js';
import { keyValues } from './key-values.js';
import type { ViewReader } from './reader.js';
import { type Part, splitByKey } from './split-key.js';
import type { StandingRow } from './standing.js';

/** Places of a quota; unlimited without one. */
export function placesOf(quota: Value): number {
  if (quota === undefined) return Number.POSITIVE_INFINITY;
  const places = floor(quota as Num);
  return typeof places === 'number' ? Math.max(0, places) : Number.POSITIVE_INFINITY;
}

/** What settles a tied group that outnumbers the places left. */
export interface EdgePolicy {
  readonly edge: Edge;
  readonly edgeKeys: readonly RankKeyPlan[];
  readonly reader: ViewReader;
  /** The table. */
  readonly scope: Frame;
}

export interface Filled {
  readonly taken: readonly StandingRow[];
  readonly undecided: readonly StandingRow[];
  readonly left: readonly StandingRow[];
  /** The share of each of those who split what was left. */
  readonly share: { readonly of: readonly StandingRow[]; readonly part: Num } | undefined;
}

/** Fills places group by group. A group that outnumbers the places left is settled by the edge policy. */
export function fillQuota(tiers: readonly (readonly StandingRow[])[], places: number, policy: EdgePolicy): Filled {
  const taken: StandingRow[] = [];
  const undecided: StandingRow[] = [];
  const left: StandingRow[] = [];
  let share: Filled['share'];
  let free = places;
  let before = 0;
  for (const tier of tiers) {
    if (tier.length <= free) {
      add(taken, tier);
      free -= tier.length;
    } else if (free <= 0) add(left, tier);
    else {
      const settled = settle(tier, free, before, policy);
      add(taken, settled.taken);
      add(undecided, settled.undecided);
      add(left, settled.left);
      share = settled.share;
      free = 0;
    }
    before += tier.length;
  }
  return { taken, undecided, left, share };
}

function add(to: StandingRow[], rows: readonly StandingRow[]): void {
  for (const row of rows) to.push(row);
}

const NONE: Filled = { taken: [], undecided: [], left: [], share: undefined };

/** `before`: how many candidates stand before the group. */
function settle(tier: readonly StandingRow[], free: number, before: number, policy: EdgePolicy): Filled {
  switch (policy.edge) {
    case 'extend':
      return { ...NONE, taken: tier };
    case 'decide':
      return { ...NONE, undecided: tier };
    case 'skip':
      return { ...NONE, left: tier };
    case 'split':
      return { ...NONE, taken: tier, share: { of: tier, part: div(free, tier.length) ?? 0 } };
    case 'next-key':
      return fillQuota(partsOf(tier, before, policy), free, { ...policy, edge: 'decide' });
  }
}

function partsOf(
  rows: readonly StandingRow[],
  before: number,
  { edgeKeys, reader, scope }: EdgePolicy,
): readonly (readonly StandingRow[])[] {
  const values = keyValues(
    reader,
    edgeKeys,
    rows.map(({ frame }) => frame),
    scope,
  );
  const byRow = new Map(rows.map((row, index) => [row, values[index] ?? []]));
  const whole: readonly Part[] = [{ rows, by: -1, read: undefined }];
  return edgeKeys
    .reduce(
      (parts, key, index) =>
        splitByKey(parts, key, { index, scope, read: undefined, readOf: (row) => byRow.get(row)?.[index] }, before),
      whole,
    )
    .map((part) => part.rows);
}
