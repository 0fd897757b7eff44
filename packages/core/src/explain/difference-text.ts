import type { Cause, Difference, RowChange, ValueChange } from '../model/difference.js';
import { DIFFERENCE_WORDS } from './difference-words.js';
import { rowChangeLines } from './row-change-lines.js';
import { withShortNumbers } from './short-number.js';
import { findingLines, subjectChangeLines } from './subject-change-lines.js';
import { type Language, WORDS, type Words } from './words.js';

/** A difference as lines for people: the rubric's changes, who moved, and why, then what else differs of each subject. */
export function differenceText(difference: Difference, language: Language): string {
  const words = WORDS[language];
  const lines: string[] = [];
  const { before: old, after: now } = difference.edition;
  if (old !== now) lines.push(words.edition(`${old} → ${now}`));
  if (difference.rubric.length > 0) {
    lines.push(words.rubricChanges);
    for (const { sentence } of difference.rubric) lines.push(`  ${sentence[language]}`);
  }
  const tables = byTable(difference.rows);
  for (const rows of tables) {
    const [first] = rows;
    const named = first !== undefined && difference.tables > 1;
    if (named) lines.push(tableText(first, words, language));
    for (const row of rows)
      lines.push(...rowChangeLines(row, words, language).map((line) => (named ? `  ${line}` : line)));
  }
  if (difference.same) lines.push(lines.length === 0 ? words.same : DIFFERENCE_WORDS[language].sameOutcome);
  else if (difference.tables > 0) lines.push(words.unmoved(difference.unchanged));
  lines.push(...besideLines(difference, language));
  return withShortNumbers(lines.join('\n'));
}

/** What differs beside the rows: of each subject, then of none. */
function besideLines({ rows, subjects, findings, others }: Difference, language: Language): readonly string[] {
  const own = DIFFERENCE_WORDS[language];
  const told = new Set(rows.flatMap(({ subject, causes }) => causes.map((cause) => valueName(subject, cause))));
  const lines = [
    ...subjects.flatMap((change) =>
      subjectChangeLines(change, (value) => told.has(valueName(change.subject, value)), language),
    ),
    ...findings.flatMap((finding) => findingLines(finding, language)),
    ...others.map(own.other),
  ];
  return lines.length === 0 ? [] : [own.beside, ...lines.map((line) => `  ${line}`)];
}

/** A value as the causes of a row tell it, too. */
function valueName(subject: string, { indicator, keys, before, after }: ValueChange | Cause): string {
  const named = Object.entries(keys).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([subject, indicator, named, before, after]);
}

function byTable(rows: readonly RowChange[]): readonly (readonly RowChange[])[] {
  const tables = new Map<string, RowChange[]>();
  for (const row of rows) {
    const name = JSON.stringify([row.standing, row.keys]);
    const table = tables.get(name);
    if (table === undefined) tables.set(name, [row]);
    else table.push(row);
  }
  return [...tables.values()];
}

/** A table of a standing: its title and its keys. */
function tableText({ title, keys }: RowChange, words: Words, language: Language): string {
  return [title[language], ...Object.values(keys).map(String)].join(words.separator);
}
