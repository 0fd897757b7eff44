import { CauseSearch } from './cause-search.js';
import { findingChanges, otherChanges, partsDiffering, rowFace } from './explain/outcome-changes.js';
import { rubricChanges } from './explain/rubric-changes.js';
import type { Difference } from './model/difference.js';
import { child } from './model/problem.js';
import type { EditionModel } from './model/rubric.js';
import type { Outcome } from './outcome.js';
import { pairRows, rowChange } from './row-changes.js';
import { ShownEvents } from './shown-events.js';
import { subjectChanges } from './subject-changes.js';

/**
 * What differs between two outcomes: of two editions, two moments, two what-ifs. The rubric's changes as sentences; who
 * moved, by which clause and which events, or only because others moved; then the cards, consequences, values and
 * findings of each subject. Neither outcome is touched.
 */
export function diff(before: Outcome, after: Outcome): Difference {
  const pairs = pairRows(before, after);
  const search = new CauseSearch(before, after);
  const rows = pairs.filter(({ was, is }) => rowFace(was) !== rowFace(is)).map((pair) => rowChange(search, pair));
  const [old, now] = [editionOf(before), editionOf(after)];
  const shown = new ShownEvents(search);
  const differing = partsDiffering(before, after);
  const subjects = differing.length === 0 ? [] : subjectChanges(search, shown);
  const findings = findingChanges(before, after)
    .filter(({ finding }) => finding.subject === null)
    .map((change) => shown.finding(change));
  const named = new Set(subjects.map(({ subject }) => child('/subjects', subject)));
  const others = otherChanges(before, after).filter((pointer) => !named.has(pointer));
  const told = rows.length + subjects.length + findings.length + others.length;
  return {
    same: differing.length === 0,
    edition: { before: old.edition, after: now.edition },
    rubric: rubricChanges(old.document, now.document),
    rows,
    unchanged: pairs.length - rows.length,
    tables: new Set(pairs.map(({ name }) => name)).size,
    subjects,
    findings,
    others: told === 0 ? differing : others,
  };
}

function editionOf({ session: { reader } }: Outcome): EditionModel {
  return reader.editionAt(reader.asOf).model;
}
