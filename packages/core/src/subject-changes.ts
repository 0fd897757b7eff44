import type { CauseSearch } from './cause-search.js';
import {
  type ConsequencePair,
  cardChanges,
  consequenceChanges,
  findingChanges,
  type ReadingPair,
  readingChanges,
} from './explain/outcome-changes.js';
import type { Change, ConsequenceChange, SubjectChange, ValueChange } from './model/difference.js';
import type { Outcome } from './outcome.js';
import { findReading } from './replay/find.js';
import { keyFrame } from './replay/frame.js';
import { consequenceReason } from './replay/trace-consequence.js';
import { type Read, readOf } from './replay/trace-read.js';
import type { ShownEvents } from './shown-events.js';

type Side = keyof Change<unknown>;

/** What differs about each subject beside its rows: those of the later side first. */
export function subjectChanges(search: CauseSearch, shown: ShownEvents): readonly SubjectChange[] {
  const { before, after } = search;
  const cards = bySubject(cardChanges(before, after));
  const consequences = bySubject(consequenceChanges(before, after));
  const values = bySubject(readingChanges(before, after));
  const findings = bySubject(
    findingChanges(before, after).map(({ finding, there }) => ({ subject: finding.subject, finding, there })),
  );
  const known = [after, before].flatMap(({ subjects }) => Object.keys(subjects));
  const names = new Set([...known, ...findings.keys()]);
  return [...names].flatMap((subject) => {
    const own = {
      subject,
      cards: (cards.get(subject) ?? []).map(({ before: was, after: is }) => ({
        before: was,
        after: is,
        ...shown.cardHappened(was, is),
      })),
      consequences: (consequences.get(subject) ?? []).map((pair) => consequenceChange(search, pair)),
      values: (values.get(subject) ?? []).map((pair) => valueChange(search, pair)),
      findings: (findings.get(subject) ?? []).map((change) => shown.finding(change)),
    };
    const count = own.cards.length + own.consequences.length + own.values.length + own.findings.length;
    return count === 0 ? [] : [own];
  });
}

function bySubject<One extends { readonly subject: string | null }>(
  changes: readonly One[],
): ReadonlyMap<string, readonly One[]> {
  const groups = new Map<string, One[]>();
  for (const change of changes) {
    if (change.subject === null) continue;
    const group = groups.get(change.subject);
    if (group === undefined) groups.set(change.subject, [change]);
    else group.push(change);
  }
  return groups;
}

/** The rules are told as each side has them. */
export function consequenceChange(
  { before, after }: Pick<CauseSearch, Side>,
  { before: was, after: is }: Pick<ConsequencePair, Side>,
): ConsequenceChange {
  const [{ reader: old }, { reader: now }] = [before.session, after.session];
  return {
    before: was && consequenceReason(old, old.asOf, was),
    after: is && consequenceReason(now, now.asOf, is),
  };
}

export function valueChange(search: CauseSearch, { subject, indicator, keys, was, is }: ReadingPair): ValueChange {
  const { before, after } = search;
  const readsOf = ({ session: { reader } }: Outcome): readonly Read[] => {
    if (!reader.editionAt(reader.asOf).indicators.has(indicator)) return [];
    const found = findReading(reader, indicator, subject, keys);
    return found === undefined ? [] : [readOf(reader, found.plan, keyFrame(reader, reader.asOf, found.ids))];
  };
  const reads = [...(is === undefined ? [] : readsOf(after)), ...(was === undefined ? [] : readsOf(before))];
  const modelOf = ({ session: { reader } }: Outcome) => reader.editionAt(reader.asOf).model.indicators.get(indicator);
  const about = (is === undefined ? undefined : modelOf(after)) ?? modelOf(before);
  return {
    indicator,
    title: about?.title ?? { en: indicator, zh: indicator },
    code: about?.code ?? null,
    basis: about?.basis ?? null,
    keys,
    there: { before: was !== undefined, after: is !== undefined },
    before: was?.value ?? null,
    after: is?.value ?? null,
    band: { before: was?.band ?? null, after: is?.band ?? null },
    coverage: { before: was?.coverage ?? NONE, after: is?.coverage ?? NONE },
    causes: search.causes(reads, { before: before.session.reader.asOf, after: after.session.reader.asOf }, true),
  };
}

const NONE = { used: 0, of: 0 };
