import type { ClauseChange } from '../model/difference.js';
import type { MissedClause, PlaceReason } from '../model/explanation.js';
import type { Bilingual } from '../model/problem.js';

/** The bands and awards that a row has on one side only, or misses for another reason than before. */
export function clauseChanges(before: PlaceReason | null, after: PlaceReason | null): readonly ClauseChange[] {
  if (before === null || after === null) return [];
  return [
    ...changesOf('band', bandsOf(before), bandsOf(after)),
    ...changesOf('award', awardsOf(before), awardsOf(after)),
  ];
}

/** What a row has, and what it misses; a band below the one it has is neither. */
interface Side {
  readonly has: ReadonlyMap<string, Had>;
  readonly misses: ReadonlyMap<string, MissedClause>;
}

interface Had {
  readonly title: Bilingual | null;
  readonly basis: string | null;
  readonly places: number | null;
}

function bandsOf({ band }: PlaceReason): Side {
  return {
    has: band.band === null ? new Map() : new Map([[band.band, band]]),
    misses: new Map(band.missed.map((missed) => [missed.band, missed])),
  };
}

function awardsOf({ awards, missedAwards }: PlaceReason): Side {
  return {
    has: new Map(awards.map((award) => [award.award, award])),
    misses: new Map(missedAwards.map((missed) => [missed.award, missed])),
  };
}

function changesOf(kind: ClauseChange['kind'], before: Side, after: Side): readonly ClauseChange[] {
  const ids = new Set([...after.misses.keys(), ...after.has.keys(), ...before.misses.keys(), ...before.has.keys()]);
  return [...ids].flatMap((id) => {
    const has = { before: before.has.has(id), after: after.has.has(id) };
    const missed = has.after ? before.misses.get(id) : after.misses.get(id);
    const isNews = has.before !== has.after || before.misses.get(id)?.because !== missed?.because;
    if (missed === undefined || !isNews) return [];
    const { title, basis, because, failed } = missed;
    // What was not asked for, because a better band was given, is told as it is where it was.
    const places = (side: Side): number | null => (side.has.get(id) ?? side.misses.get(id) ?? missed).places;
    return [{ kind, id, title, basis, has, because, failed, places: { before: places(before), after: places(after) } }];
  });
}
