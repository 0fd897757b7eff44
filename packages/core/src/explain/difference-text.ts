import type { Cause, Difference, MemberChange, RowChange } from '../model/difference.js';
import type { Json } from '../model/json.js';
import type { Shown } from '../model/outcome.js';
import { type Language, WORDS, type Words } from './words.js';

/** A difference as lines for people: the rubric's changes, then who moved, and why. */
export function differenceText(difference: Difference, language: Language): string {
  const words = WORDS[language];
  if (difference.same) return words.same;
  const lines: string[] = [];
  if (difference.rubric.length > 0) {
    lines.push(words.rubricChanges);
    for (const { pointer, before, after } of difference.rubric)
      lines.push(`  ${words.change(pointer, json(before), json(after))}`);
  }
  for (const row of difference.rows) lines.push(...rowLines(row, words, language));
  lines.push(words.unmoved(difference.unchanged));
  return lines.join('\n');
}

function rowLines(row: RowChange, words: Words, language: Language): readonly string[] {
  const rank = (value: number | null): string => (value === null ? '–' : String(value));
  const lines = [
    `${words.rankMove(row.subject, rank(row.rank.before), rank(row.rank.after))}  ${shown(row.total.before, words)} → ${shown(row.total.after, words)}`,
  ];
  const band = (side: 'before' | 'after'): string => row.bandTitle[side]?.[language] ?? row.band[side] ?? '–';
  if (row.band.before !== row.band.after) lines.push(`  ${words.band(`${band('before')} → ${band('after')}`)}`);
  const [before, after] = [row.awards.before.join(words.separator), row.awards.after.join(words.separator)];
  if (before !== after) lines.push(`  ${words.awards(`${before || '–'} → ${after || '–'}`)}`);
  for (const cause of row.causes) lines.push(...causeLines(cause, words, language));
  return lines;
}

function causeLines(cause: Cause, words: Words, language: Language): readonly string[] {
  const name = [cause.code, cause.title[language]].filter((part) => part !== null && part !== '').join(' ');
  return [
    `  ${words.change(name, shown(cause.before, words), shown(cause.after, words))}`,
    ...cause.members.map((member) => `    ${memberLine(member, words)}`),
  ];
}

function memberLine(member: MemberChange, words: Words): string {
  const value = (at: Shown, other: string): string => (at === null ? other : String(at));
  const rule = member.rule.after ?? member.rule.before;
  const editions =
    member.edition.before !== member.edition.after && member.edition.before !== null && member.edition.after !== null
      ? ` ${words.edition(`${member.edition.before} → ${member.edition.after}`)}`
      : '';
  return [
    `${value(member.before, '–')} → ${value(member.after, '–')}`,
    ...(member.key === null ? [] : [member.key]),
    ...(rule === null ? [] : [`${rule}${member.basis === null ? '' : ` [${member.basis}]`}${editions}`]),
    ...(member.event === null ? [] : [member.event]),
  ].join('  ');
}

function shown(value: Shown, words: Words): string {
  return value === null ? words.unknown : String(value);
}

function json(value: Json | undefined): string {
  return value === undefined ? '–' : JSON.stringify(value);
}
