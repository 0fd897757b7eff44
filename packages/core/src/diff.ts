import { CauseSearch } from './cause-search.js';
import { rubricChanges } from './explain/rubric-changes.js';
import type { Difference } from './model/difference.js';
import type { Row } from './model/outcome.js';
import type { EditionModel } from './model/rubric.js';
import type { Outcome } from './outcome.js';
import { pairRows, rowChange } from './row-changes.js';

/**
 * What differs between two outcomes: of two editions, two moments, two what-ifs. The rubric's changes as sentences; who
 * moved, by which clause and which events, or only because others moved. Neither outcome is touched.
 */
export function diff(before: Outcome, after: Outcome): Difference {
  const pairs = pairRows(before, after);
  const search = new CauseSearch(before, after);
  const rows = pairs.filter(({ was, is }) => face(was) !== face(is)).map((pair) => rowChange(search, pair));
  const [old, now] = [editionOf(before), editionOf(after)];
  const rubric = rubricChanges(old.document, now.document);
  return {
    same: rows.length === 0 && rubric.length === 0,
    edition: { before: old.edition, after: now.edition },
    rubric,
    rows,
    unchanged: pairs.length - rows.length,
    tables: new Set(pairs.map(({ name }) => name)).size,
  };
}

function editionOf({ session: { reader } }: Outcome): EditionModel {
  return reader.editionAt(reader.asOf).model;
}

/** What of a row is a change: a key counts too where it moves nobody, since it is what a rank rests on. */
function face(row: Row | undefined): string | undefined {
  if (row === undefined) return undefined;
  const { rank, total, by, band, awards, shares, consequences, unranked } = row;
  return JSON.stringify([rank, total, by, band, awards, shares, consequences, unranked]);
}
