import type { Outcome } from '@meritlog/core';

/** A cell of a table of results, and what the outcome has in its place. */
export interface ResultCell {
  readonly place: string;
  readonly shown: string;
  readonly found: string;
}

type Keys = Readonly<Record<string, string>>;
type Shown = Pick<Outcome, 'standings' | 'subjects'>;

/**
 * Every cell of a README's tables of results beside what an outcome has there.
 *
 * A table of results names, in backticks, its first column by the subject's key and further ones by keys, by
 * indicators or by a column of a standing (`ranking.rank`). A dash is unknown or none; columns without backticks are
 * for the reader.
 */
export function resultCells(readme: string, subjectKey: string, outcome: Shown): readonly ResultCell[] {
  return tablesOf(readme).flatMap(([head = [], , ...rows]) => {
    const columns = head.map((cell) => /^`([\w.]+)`$/.exec(cell)?.[1]);
    if (columns[0] !== subjectKey) return [];
    return rows.flatMap((row) => rowCells(row, columns, outcome));
  });
}

function tablesOf(readme: string): readonly (readonly (readonly string[])[])[] {
  const tables = readme.match(/(?:^\|.*\|\n)+/gm) ?? [];
  return tables.map((table) =>
    table
      .trim()
      .split('\n')
      .map((line) =>
        line
          .slice(1, -1)
          .split('|')
          .map((cell) => cell.trim()),
      ),
  );
}

function rowCells(row: readonly string[], columns: readonly (string | undefined)[], outcome: Shown): ResultCell[] {
  const [subject = ''] = row;
  const indicators = outcome.subjects[subject]?.indicators ?? {};
  const named = columns.flatMap((column, at) => (column === undefined ? [] : [{ column, shown: row[at] ?? '' }]));
  const isResult = ({ column }: { column: string }): boolean =>
    column.includes('.') || Object.hasOwn(indicators, column);
  const keys: Keys = Object.fromEntries(
    named.filter((one) => !isResult(one)).map(({ column, shown }) => [column, shown]),
  );
  return named.filter(isResult).map(({ column, shown }) => ({
    place: `${column} (${Object.values(keys).join(', ')})`,
    shown: shown.replace(/^\*\*(.*)\*\*$/, '$1'),
    found: printed(
      column.includes('.') ? inStanding(column, subject, keys, outcome) : ofIndicator(column, subject, keys, outcome),
    ),
  }));
}

function inStanding(column: string, subject: string, keys: Keys, { standings }: Shown): unknown {
  const [name, part = ''] = column.split('.');
  const table = standings.find((one) => one.id === name && agrees(one.keys, keys));
  const row = table?.rows.find((one) => one.subject === subject);
  return row === undefined ? `no row of ${name}` : Object.entries(row).find(([key]) => key === part)?.[1];
}

function ofIndicator(name: string, subject: string, keys: Keys, { subjects }: Shown): unknown {
  const reading = subjects[subject]?.indicators[name];
  const bindings = reading === undefined ? [] : [reading, ...(reading.members ?? [])];
  const found =
    bindings.find((one) => one.value !== null && agrees(one.keys, keys)) ??
    bindings.find((one) => agrees(one.keys, keys));
  return found === undefined ? `no reading of ${name}` : found.value;
}

/** Whether the keys of a row are those of a binding, as far as the row names them. */
function agrees(own: Readonly<Record<string, unknown>>, keys: Keys): boolean {
  return Object.entries(keys).every(([key, value]) => !Object.hasOwn(own, key) || String(own[key]) === value);
}

function printed(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.join(', ');
  return String(value);
}
