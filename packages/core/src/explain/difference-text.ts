import type { Difference, RowChange } from '../model/difference.js';
import { rowChangeLines } from './row-change-lines.js';
import { withShortNumbers } from './short-number.js';
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
  const tables = byTable(difference.rows);
  for (const rows of tables) {
    const [first] = rows;
    const named = first !== undefined && difference.tables > 1;
    if (named) lines.push(tableText(first, words, language));
    for (const row of rows)
      lines.push(...rowChangeLines(row, words, language).map((line) => (named ? `  ${line}` : line)));
  }
  lines.push(words.unmoved(difference.unchanged));
  return withShortNumbers(lines.join('\n'));
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
