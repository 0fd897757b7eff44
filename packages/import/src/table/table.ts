/** What stands in one cell: as text, with what the sheet knows about it. Empty cells are not there. */
export type Cell =
  | { readonly kind: 'text' | 'number' | 'date'; readonly text: string }
  | { readonly kind: 'flag'; readonly text: 'true' | 'false' }
  /** What cannot be taken: a formula without a value to take, an error such as #N/A, a list or an object. */
  | { readonly kind: 'formula' | 'error' | 'structure' | 'merged'; readonly text: string };

export interface Row {
  /** 1-based: of the sheet, of the records of a CSV file, of the lines of JSON Lines. */
  readonly number: number;
  /** 1-based line of the text, where there is one. */
  readonly line?: number;
  /** By column: letters, or the keys of JSON Lines. */
  readonly cells: ReadonlyMap<string, Cell>;
}

export interface Table {
  readonly rows: readonly Row[];
  /** How it was read, for the report. */
  readonly read: TableRead;
  readonly locate: Locate;
}

/** Where a cell is: the line and the character of a text, the row and the column of a sheet. Both from 1. */
export type Locate = (row: Row, key: string) => { readonly line: number; readonly column: number };

export interface TableRead {
  readonly format: 'csv' | 'xlsx' | 'jsonl';
  readonly encoding?: string;
  readonly sheet?: string;
}
