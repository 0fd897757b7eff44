import { padEnd, padStart, widthOf } from './width.js';

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
}

export interface TableRow {
  readonly cells: readonly string[];
  /** A line of its own below the row, from the second column on. */
  readonly note?: string;
}

const GAP = '  ';

/** Rows under their titles, in columns as wide as their widest text. Columns in which no row says anything are left out. */
export function tableText(columns: readonly Column[], rows: readonly TableRow[]): string[] {
  const used = columns
    .map((_, index) => index)
    .filter((index) => rows.some(({ cells }) => (cells[index] ?? '') !== ''));
  const widths = used.map((index) =>
    Math.max(widthOf(columns[index]?.title ?? ''), ...rows.map(({ cells }) => widthOf(cells[index] ?? ''))),
  );
  const line = (cells: readonly string[]): string =>
    used
      .map((index, at) => (columns[index]?.align === 'right' ? padStart : padEnd)(cells[index] ?? '', widths[at] ?? 0))
      .join(GAP)
      .trimEnd();
  const indent = ' '.repeat((widths[0] ?? 0) + GAP.length);
  const head = line(columns.map(({ title }) => title));
  return [head, ...rows.flatMap(({ cells, note }) => [line(cells), ...(note === undefined ? [] : [indent + note])])];
}
