import { type Num, num } from '../model/num.js';
import type { StandingPlan } from '../model/plan.js';
import type { TieConvention } from '../model/rubric.js';
import { type Ordering, splitByChain } from './chain.js';
import type { Part } from './split-key.js';
import type { StandingRow } from './standing.js';

/** Splits the ranked rows key by key, ranks them, and lists them; unranked ones come last. Rows come in member order. */
export function orderRows(
  plan: StandingPlan,
  rows: readonly StandingRow[],
  ordering: Ordering,
): { readonly rows: readonly StandingRow[]; readonly parts: readonly Part[] } {
  const ranked = rows.filter((row) => row.unranked === null);
  const parts = splitByChain(ranked, plan.by, ordering);
  rankGroups(
    parts.map((part) => part.rows),
    plan.model.ties,
  );
  parts.forEach((part, tier) => {
    const deciding = Math.max(part.by, parts[tier + 1]?.by ?? -1);
    for (const row of part.rows) {
      row.tier = tier;
      row.decidedBy = deciding < 0 ? null : (plan.by.keys[deciding]?.model.name ?? null);
    }
  });
  return { rows: [...parts.flatMap((part) => part.rows), ...rows.filter((row) => row.unranked !== null)], parts };
}

function rankGroups(groups: readonly (readonly StandingRow[])[], ties: TieConvention): void {
  let before = 0;
  groups.forEach((group, tier) => {
    group.forEach((row, place) => {
      row.rankValue = rankFor(ties, { before, size: group.length, tier, place });
    });
    before += group.length;
  });
}

interface Standing {
  /** Rows ranked above the group. */
  readonly before: number;
  readonly size: number;
  readonly tier: number;
  readonly place: number;
}

function rankFor(ties: TieConvention, { before, size, tier, place }: Standing): Num {
  switch (ties) {
    case 'standard':
      return before + 1;
    case 'modified':
      return before + size;
    case 'dense':
      return tier + 1;
    case 'ordinal':
      return before + place + 1;
    case 'fractional':
      return num(BigInt(2 * before + size + 1), 2n);
  }
}
