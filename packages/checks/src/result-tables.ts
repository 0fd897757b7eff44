import type { Outcome } from '@meritlog/core';

/** A cell of a table of results, and what the outcome has in its place. */
export interface ResultCell {
  readonly place: string;
  readonly shown: string;
  readonly found: string;
}

type Keys = Readonly<Record<string, string>>;
type Shown = Pick<Outcome, 'standings' | 'subjects'>;

/** The keys of a scheme: that of its subjects, and all of them. */
export interface SchemeKeys {
  readonly subject: string;
  readonly all: readonly string[];
}

/**
 * Every cell of a README's tables of results beside what an outcome has there.
 *
 * A table of results names, in backticks, its first column by the subject's key and further ones by keys, by
 * indicators (`conduct`, or `conduct.band`), by a column of a standing (`ranking.rank`), or `cards` (colour and state)
 * and `consequences` of event rules. A dash is unknown or none; columns without backticks are for the reader.
 */
export function resultCells(readme: string, keys: SchemeKeys, outcome: Shown): readonly ResultCell[] {
  return tablesOf(readme).flatMap(([head = [], , ...rows]) => {
    const columns = head.map((cell) => /^`([\w.]+)`$/.exec(cell)?.[1]);
    if (columns[0] !== keys.subject) return [];
    return rows.flatMap((row) => rowCells(row, columns, keys, outcome));
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

function rowCells(
  row: readonly string[],
  columns: readonly (string | undefined)[],
  { all }: SchemeKeys,
  outcome: Shown,
): readonly ResultCell[] {
  const [subject = ''] = row;
  const named = columns.flatMap((column, at) => (column === undefined ? [] : [{ column, shown: row[at] ?? '' }]));
  const keys: Keys = Object.fromEntries(
    named.filter(({ column }) => all.includes(column)).map(({ column, shown }) => [column, shown]),
  );
  return named
    .filter(({ column }) => !all.includes(column))
    .map(({ column, shown }) => ({
      place: `${column} (${Object.values(keys).join(', ')})`,
      shown,
      found: printed(result(column, subject, keys, outcome)),
    }));
}

function result(column: string, subject: string, keys: Keys, { standings, subjects }: Shown): unknown {
  const [name = '', part = 'value'] = column.split('.');
  const file = subjects[subject];
  if (column === 'cards') return file?.cards.map(({ colour, state }) => `${colour} ${state}`);
  if (column === 'consequences') return file?.consequences.map(({ what }) => what);
  const tables = standings.filter(({ id }) => id === name);
  if (tables.length > 0) {
    const table = tables.find((one) => agrees(one.keys, keys));
    return partOf(
      table?.rows.find((row) => row.subject === subject),
      part,
      column,
    );
  }
  const reading = file?.indicators[name];
  const bindings = reading === undefined ? [] : [reading, ...(reading.members ?? [])];
  const fitting = bindings.filter((one) => agrees(one.keys, keys));
  return partOf(fitting.find(({ value }) => value !== null) ?? fitting[0], part, column);
}

function partOf(whole: object | undefined, part: string, column: string): unknown {
  if (whole === undefined || !Object.hasOwn(whole, part)) return `nothing is named ${column} here`;
  return Object.entries(whole).find(([name]) => name === part)?.[1];
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
