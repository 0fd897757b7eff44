import type { ClauseChange, RowChange } from '../model/difference.js';
import type { ConsequenceReason } from '../model/explanation.js';
import type { Shown } from '../model/outcome.js';
import type { Bilingual } from '../model/problem.js';
import { causeLines } from './cause-lines.js';
import { clausePart, consequenceText, failedText, withBasis } from './clause-text.js';
import { DIFFERENCE_WORDS } from './difference-words.js';
import type { Language, Words } from './words.js';

/** What changed for one row, and below it why. */
export function rowChangeLines(row: RowChange, words: Words, language: Language): readonly string[] {
  return [
    words.row(row.subject, rowText(row, words)),
    ...[
      ...becauseLines(row, words),
      ...decidedLines(row, language),
      ...bandLines(row, words, language),
      ...awardLines(row, words, language),
      ...consequenceLines(row, words, language),
      ...(repeatsTotal(row) ? row.causes.slice(1) : row.causes).flatMap((cause) =>
        causeLines(cause, row, words, language),
      ),
    ].map((line) => `  ${line}`),
  ];
}

/** Whether the first cause is the total, and says no more than the row does. */
function repeatsTotal({ total, causes: [first] }: RowChange): boolean {
  if (first === undefined || first.formula !== null) return false;
  const { before, after, members, steps } = first;
  const says = members.length + steps.before.length + steps.after.length;
  return says === 0 && before === total.before && after === total.after;
}

/** Only what changed; the rank as it is where neither it nor the total did. */
function rowText({ there, rank, total, unranked }: RowChange, words: Words): string {
  const rankOf = (at: 'before' | 'after'): string =>
    rank[at] === null ? words.unranked(unranked[at] ?? '') : String(rank[at]);
  const rankText = (at: 'before' | 'after'): string => (rank[at] === null ? rankOf(at) : words.rankIs(rankOf(at)));
  const summed = (value: Shown): string => words.totalIs(shown(value, words));
  const side = (at: 'before' | 'after'): string => `${rankText(at)}${words.separator}${summed(total[at])}`;
  if (!there.before) return `${words.joined}${words.separator}${side('after')}`;
  if (!there.after) return `${words.left} ${words.aside(side('before'))}`;
  const parts = [
    ...(rankOf('before') === rankOf('after') ? [] : [words.rankIs(`${rankOf('before')} → ${rankOf('after')}`)]),
    ...(total.before === total.after
      ? []
      : [words.totalIs(`${shown(total.before, words)} → ${shown(total.after, words)}`)]),
  ];
  return parts.length === 0 ? rankText('after') : parts.join(words.separator);
}

const MOST_NAMES = 5;

/** Who came to stand above, or no longer does; where the row's own values are others, only those that moved themselves. */
function becauseLines({ because }: RowChange, words: Words): readonly string[] {
  if (because === null) return [];
  const { kind, above, moved } = because;
  const names = (all: readonly string[], say: (names: string) => string): readonly string[] => {
    const told = kind === 'own' ? all.filter((name) => moved.includes(name)) : all;
    const more = told.length > MOST_NAMES ? [`+ ${told.length - MOST_NAMES}`] : [];
    return told.length === 0 ? [] : [say([...told.slice(0, MOST_NAMES), ...more].join(words.separator))];
  };
  const parts = [
    ...(kind === 'own' ? [] : [kind === 'order' ? words.otherOrder : words.others]),
    ...names(above.after, words.nowAbove),
    ...names(above.before, words.noLongerAbove),
  ];
  return parts.length === 0 ? [] : [parts.join(words.part)];
}

/** What separates it from its neighbours, where it stands as before. */
function decidedLines({ rank, total, decidedBy: { before, after } }: RowChange, language: Language): readonly string[] {
  if (before === after || rank.before !== rank.after || total.before !== total.after) return [];
  return [DIFFERENCE_WORDS[language].decidedBy(before ?? '–', after ?? '–')];
}

function bandLines(row: RowChange, words: Words, language: Language): readonly string[] {
  const band = (side: 'before' | 'after'): string => row.bandTitle[side]?.[language] ?? row.band[side] ?? '–';
  const clauses = row.clauses.filter(({ kind }) => kind === 'band');
  return [
    ...(row.band.before === row.band.after ? [] : [words.band(`${band('before')} → ${band('after')}`)]),
    ...clauses.flatMap((clause) => clauseLines(clause, words, language)).map((line) => `  ${line}`),
  ];
}

function awardLines(row: RowChange, words: Words, language: Language): readonly string[] {
  const side = (at: 'before' | 'after'): string =>
    row.awards[at]
      .map((id, index) => {
        const { [id]: share = '1' } = row.shares[at];
        const title = row.awardTitles[at][index]?.[language] ?? id;
        return share === '1' ? title : title + words.share(share);
      })
      .join(words.separator) || '–';
  const clauses = row.clauses.filter(({ kind, has }) => kind === 'award' && has.before !== has.after);
  return [
    ...(side('before') === side('after') ? [] : [words.awards(`${side('before')} → ${side('after')}`)]),
    ...clauses.flatMap((clause) => clauseLines(clause, words, language)).map((line) => `  ${line}`),
  ];
}

function clauseLines(clause: ClauseChange, words: Words, language: Language): readonly string[] {
  const { has, because, failed, places } = clause;
  const say = has.after ? words.missedBefore : words.missedBy;
  const counts =
    because === 'quota' && places.before !== places.after
      ? words.part + words.places(count(places.before), count(places.after))
      : '';
  return [
    `${say[because](clausePart(clause, clause.id, language))}${counts}`,
    ...failed.map((part) => `  ${failedText(part, words)}`),
  ];
}

function count(places: number | null): string {
  return places === null ? '–' : String(places);
}

function consequenceLines({ consequences }: RowChange, words: Words, language: Language): readonly string[] {
  const [old = NONE, now = NONE] = [consequences.before, consequences.after].map(
    (list) => new Map(list.map((one) => [one.id, followsText(one, words, language)])),
  );
  const kept = [...now].filter(([id, text]) => old.has(id) && old.get(id) !== text);
  return [
    ...[...now].filter(([id]) => !old.has(id)).map(([, text]) => words.follows(text)),
    ...kept.map(([id, text]) => words.stands(old.get(id) ?? '', text)),
    ...[...old].filter(([id]) => !now.has(id)).map(([, text]) => words.noLongerFollows(text)),
  ];
}

const NONE: ReadonlyMap<string, string> = new Map();

/** What follows, with the rule that says so. */
export function followsText(one: ConsequenceReason, words: Words, language: Language): string {
  const title: Bilingual | null = one.ruleTitle;
  return `${consequenceText(one, words, language)}  ${withBasis(title?.[language] ?? one.rule, one.basis)}`;
}

function shown(value: Shown, words: Words): string {
  return value === null ? words.unknown : String(value);
}
