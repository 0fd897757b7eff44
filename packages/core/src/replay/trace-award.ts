import type { MissedBecause, PlaceReason } from '../model/explanation.js';
import { printNum } from '../model/num.js';
import type { AwardPlan } from '../model/plan.js';
import { awardScope } from './award.js';
import { chainReading, missingKey } from './chain.js';
import type { ViewReader } from './reader.js';
import { keyShown } from './show.js';
import type { StandingRow, Table } from './standing.js';
import { failedParts, placesIn } from './trace-band.js';

type Awards = Pick<PlaceReason, 'awards' | 'missedAwards'>;

/** The awards of a row, and why it got none of the others. */
export function awardReasons(reader: ViewReader, table: Table, row: StandingRow): Awards {
  const awards: Awards['awards'][number][] = [];
  const missedAwards: Awards['missedAwards'][number][] = [];
  for (const award of table.plan.awards) {
    const { id, title = null, basis = null } = award.model;
    const scope = awardScope(award, table.scope, table.rows);
    const about = { award: id, title, basis, places: placesIn(scope, award.quota) };
    if (row.awards.includes(id)) awards.push({ ...about, share: printNum(row.shares?.get(id) ?? 1) });
    else {
      const because = whyNot(reader, table, award, row);
      missedAwards.push({ ...about, because, failed: failedParts(reader, award.conjuncts, row.frame) });
    }
  }
  return { awards, missedAwards };
}

function whyNot(reader: ViewReader, table: Table, award: AwardPlan, row: StandingRow): MissedBecause {
  if (row.unranked !== null) return 'unranked';
  if (award.model.exclusive.some((other) => row.awards.includes(other))) return 'exclusive';
  const fits = award.where === undefined ? true : award.where(row.frame);
  if (fits === false) return 'conditions';
  const values = chainReading(reader, award.by, [row.frame], table.scope)(row.frame, 0);
  const lacks = missingKey(award.by, values) !== undefined;
  const open = award.quota !== undefined && award.quota(awardScope(award, table.scope, table.rows)) === undefined;
  if (fits === undefined || lacks || open) return 'unknown';
  const name = String(keyShown(reader, table.of, row.member));
  const isTied = table.ties.some(
    ({ code, facts }) =>
      code === 'unresolved-award' && facts.award === award.model.id && facts.members?.split(', ').includes(name),
  );
  return isTied ? 'tie' : 'quota';
}
