import fc from 'fast-check';
import { expect } from 'vitest';
import { diff } from '../../src/diff.js';
import { differenceText } from '../../src/explain/difference-text.js';
import { canonical } from '../../src/model/canonical.js';
import type { Difference, FindingChange } from '../../src/model/difference.js';
import type { Json } from '../../src/model/json.js';
import type { IndicatorReading } from '../../src/model/outcome.js';
import type { Outcome } from '../../src/outcome.js';
import { replay } from '../../src/replay.js';
import { arbitraryScheme, type Scheme } from '../../src/testing/index.js';
import { law } from './law.js';
import { read } from './read-case.js';

interface Chosen {
  readonly scheme: Scheme;
  readonly choices: readonly number[];
  readonly days: readonly [number, number];
}

law(
  'a difference is none exactly where the documents agree, and what it tells of each subject makes the one of the other',
  {
    cases: fc.record({
      scheme: arbitraryScheme(),
      choices: fc.array(fc.nat(1000), { maxLength: 2 }),
      days: fc.tuple(fc.nat(3), fc.nat(3)),
    }),
    runs: 40,
    schemeOf: ({ scheme }: Chosen) => scheme,
  },
  ({ scheme, choices, days }, tally) => {
    const { rubric, ledger } = read(scheme);
    const { events } = scheme;
    const chosen = choices.map((choice) => events[choice % Math.max(1, events.length)]?.id ?? '');
    const [was, is] = days.map((day) => MOMENTS[day] ?? '2026-06-01');
    const before = replay(ledger, rubric, { ...(was === undefined ? {} : { asOf: was }), suppose: { void: chosen } });
    const after = replay(ledger, rubric, is === undefined ? {} : { asOf: is });
    const difference = diff(before, after);
    const isSame = shownText(before) === shownText(after);
    expect(difference.same).toBe(isSame);
    for (const language of ['en', 'zh'] as const) {
      const text = differenceText(difference, language);
      expect(text === (language === 'en' ? 'No difference.' : '没有差异。')).toBe(isSame && !isAmended(difference));
      expect(text).not.toMatch(/undefined|\[object/);
    }
    tally.count('the same', isSame);
    tally.count('not the same, and no row differs', !isSame && difference.rows.length === 0);
    saySubjects(before, after, difference, tally);
    sayFindings(before, after, difference);
    expect(difference.others.filter((pointer) => pointer === '/subjects' || pointer === '/findings')).toEqual([]);
  },
);

const MOMENTS = ['2026-03-01', '2026-05-15', '2026-11-30', '2027-06-01'];

function isAmended({ edition, rubric }: Difference): boolean {
  return edition.before !== edition.after || rubric.length > 0;
}

function shownText({ standings, subjects, findings }: Outcome): string {
  return text([standings, { ...subjects }, findings]);
}

/** What is told, put into the earlier files, gives the later ones. */
function saySubjects(
  before: Outcome,
  after: Outcome,
  { subjects }: Difference,
  tally: { readonly count: (what: string, occurs?: boolean) => void },
): void {
  const told = new Map(subjects.map((change) => [change.subject, change]));
  for (const subject of new Set([...Object.keys(before.subjects), ...Object.keys(after.subjects), ...told.keys()])) {
    const { cards = [], consequences = [], values = [] } = told.get(subject) ?? {};
    const [was, is] = [before.subjects[subject], after.subjects[subject]];
    expect(replaced(was?.cards ?? [], cards)).toEqual(sorted(is?.cards ?? []));
    const plain = consequences.map((change) => ({
      before: change.before && followed(change.before),
      after: change.after && followed(change.after),
    }));
    expect(replaced(was?.consequences ?? [], plain)).toEqual(sorted(is?.consequences ?? []));
    const shown = values.map(({ indicator, keys, there, before: old, after: now, band, coverage }) => ({
      before: there.before ? { indicator, keys, value: old, band: band.before, coverage: coverage.before } : null,
      after: there.after ? { indicator, keys, value: now, band: band.after, coverage: coverage.after } : null,
    }));
    expect(replaced(readings(was?.indicators), shown)).toEqual(sorted(readings(is?.indicators)));
    tally.count('a card that differs', cards.length > 0);
    tally.count('a consequence that differs', consequences.length > 0);
    tally.count('a value that differs', values.length > 0);
    for (const { before: old, after: now } of [...cards, ...plain, ...shown]) expect(text(old)).not.toBe(text(now));
  }
}

function sayFindings(before: Outcome, after: Outcome, { subjects, findings }: Difference): void {
  const told: readonly FindingChange[] = [...findings, ...subjects.flatMap((change) => change.findings)];
  const sides = told.map(({ finding, there }) => ({ before: there ? null : finding, after: there ? finding : null }));
  expect(replaced(before.findings, sides)).toEqual(sorted(after.findings));
}

function followed({ title, ruleTitle, basis, ...consequence }: { title: unknown; ruleTitle: unknown; basis: unknown }) {
  return consequence;
}

function readings(indicators: { readonly [name: string]: IndicatorReading | undefined } = {}): readonly object[] {
  return Object.entries(indicators).flatMap(([indicator, reading]) =>
    (reading === undefined ? [] : (reading.members ?? [reading])).map(({ keys, value, band, coverage }) => ({
      indicator,
      keys,
      value,
      band,
      coverage,
    })),
  );
}

function replaced(
  parts: readonly unknown[],
  changes: readonly { readonly before: unknown; readonly after: unknown }[],
): readonly string[] {
  const left = parts.map(text);
  for (const { before, after } of changes) {
    if (before !== null) left.splice(left.indexOf(text(before)), 1);
    if (after !== null) left.push(text(after));
  }
  return left.sort();
}

function sorted(parts: readonly unknown[]): readonly string[] {
  return parts.map(text).sort();
}

function text(value: unknown): string {
  return canonical(JSON.parse(JSON.stringify(value)) as Json);
}
