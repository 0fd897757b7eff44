import type { Cause, Difference, MemberChange, RowChange } from '../model/difference.js';
import type { Shown } from '../model/outcome.js';
import { eventText } from './event-text.js';
import { type Language, WORDS, type Words } from './words.js';

/** A difference as lines for people: the rubric's changes, then who moved, and why. */
export function differenceText(difference: Difference, language: Language): string {
  const words = WORDS[language];
  if (difference.same) return words.same;
  const lines: string[] = [];
  const { before: old, after: now } = difference.edition;
  if (old !== now) lines.push(words.edition(`${old} → ${now}`));
  if (difference.rubric.length > 0) {
    lines.push(words.rubricChanges);
    for (const { sentence } of difference.rubric) lines.push(`  ${sentence[language]}`);
  }
  for (const row of difference.rows) lines.push(...rowLines(row, words, language));
  lines.push(words.unmoved(difference.unchanged));
  return lines.join('\n');
}

function rowLines(row: RowChange, words: Words, language: Language): readonly string[] {
  const lines = [words.row(row.subject, rowText(row, words))];
  const band = (side: 'before' | 'after'): string => row.bandTitle[side]?.[language] ?? row.band[side] ?? '–';
  if (row.band.before !== row.band.after) lines.push(`  ${words.band(`${band('before')} → ${band('after')}`)}`);
  const [before, after] = [row.awards.before.join(words.separator), row.awards.after.join(words.separator)];
  if (before !== after) lines.push(`  ${words.awards(`${before || '–'} → ${after || '–'}`)}`);
  for (const cause of row.causes) lines.push(...causeLines(cause, row, words, language));
  return lines;
}

/** Only what changed; the rank as it is where neither it nor the total did. */
function rowText({ there, rank, total }: RowChange, words: Words): string {
  const ranked = (value: number | null): string => (value === null ? words.notRanked : words.rankIs(String(value)));
  const summed = (value: Shown): string => words.totalIs(shown(value, words));
  const side = (at: 'before' | 'after'): string => `${ranked(rank[at])}${words.separator}${summed(total[at])}`;
  if (!there.before) return `${words.joined}${words.separator}${side('after')}`;
  if (!there.after) return `${words.left} ${words.aside(side('before'))}`;
  const parts = [
    ...(rank.before === rank.after ? [] : [rankMove(rank.before, rank.after, words)]),
    ...(total.before === total.after
      ? []
      : [words.totalIs(`${shown(total.before, words)} → ${shown(total.after, words)}`)]),
  ];
  return parts.length === 0 ? ranked(rank.after) : parts.join(words.separator);
}

function rankMove(before: number | null, after: number | null, words: Words): string {
  const known = (value: number | null): string => (value === null ? words.notRanked : String(value));
  return words.rankIs(`${known(before)} → ${known(after)}`);
}

function causeLines(cause: Cause, row: RowChange, words: Words, language: Language): readonly string[] {
  const { there, before, after } = cause;
  const name = [cause.code, cause.title[language], ...furtherKeys(cause, row)].filter(
    (part) => part !== null && part !== '',
  );
  const move =
    there.before && there.after && before === after
      ? shown(after, words)
      : `${value(there.before, before, words)} → ${value(there.after, after, words)}`;
  return [
    `  ${name.join(' ')} ${move}`,
    ...cause.members
      .filter(({ there: counted }) => counted.before || counted.after)
      .map((member) => `    ${memberLine(member, words, language)}`),
  ];
}

/** The keys of an indicator that the row does not tell already. */
function furtherKeys({ keys }: Cause, { subject, keys: known }: RowChange): readonly string[] {
  const further = Object.entries(keys).flatMap(([name, key]) =>
    String(key) === subject || known[name] === key ? [] : [String(key)],
  );
  return further.length === 0 ? [] : [`(${further.join(' ')})`];
}

function memberLine(member: MemberChange, words: Words, language: Language): string {
  const { there, rule: rules, edition, event } = member;
  const rule = rules.after ?? rules.before;
  const editions =
    edition.before !== edition.after && edition.before !== null && edition.after !== null
      ? ` ${words.edition(`${edition.before} → ${edition.after}`)}`
      : '';
  return [
    `${value(there.before, member.before, words)} → ${value(there.after, member.after, words)}`,
    ...(member.key === null ? [] : [member.key]),
    ...(rule === null ? [] : [`${rule}${member.basis === null ? '' : ` [${member.basis}]`}${editions}`]),
    ...(event === null ? [] : [eventText(event, words, language)]),
  ].join('  ');
}

function value(isThere: boolean, at: Shown, words: Words): string {
  return isThere ? shown(at, words) : '–';
}

function shown(value: Shown, words: Words): string {
  return value === null ? words.unknown : String(value);
}
