import type { RankBecause } from '../model/difference.js';
import type { Row, StandingTable } from '../model/outcome.js';

/** One table on one side, and the keys of its order as they are written. */
export interface Side {
  readonly table: StandingTable;
  readonly order: string;
}

/** Why a row has another rank: by its own values, by another order, or only because others moved. */
export function rankBecause(subject: string, before: Side, after: Side): RankBecause | null {
  const [was, is] = [rowOf(before, subject), rowOf(after, subject)];
  if (was === undefined || is === undefined || was.rank === is.rank) return null;
  const own = face(was) !== face(is);
  const kind = before.order !== after.order ? 'order' : own ? 'own' : 'others';
  const [old, now] = [aboveOf(before, was), aboveOf(after, is)];
  const above = {
    before: old.filter((name) => !now.includes(name)),
    after: now.filter((name) => !old.includes(name)),
  };
  const moved = (name: string): boolean => face(rowOf(before, name)) !== face(rowOf(after, name));
  return { kind, above, moved: [...above.after, ...above.before].filter(moved) };
}

/** What of a row its rank hangs on. */
function face(row: Row | undefined): string | undefined {
  return row && JSON.stringify([row.by, row.unranked]);
}

function rowOf({ table }: Side, subject: string): Row | undefined {
  return table.rows.find((row) => row.subject === subject);
}

function aboveOf({ table }: Side, { rank }: Row): readonly string[] {
  if (rank === null) return [];
  return table.rows.flatMap((row) => (row.rank !== null && row.rank < rank ? [row.subject] : []));
}
