/** What is read at most, so that a hostile file takes no more time and memory than a large honest one. */
export interface ImportLimits {
  /** Bytes of the file. */
  readonly bytes: number;
  /** Bytes that the parts of a workbook may unpack to. */
  readonly unpacked: number;
  /** Rows behind the header that hold something, and events that come of them; a store takes no more at once. */
  readonly rows: number;
  readonly columns: number;
  /** Cells that hold something, whether a mapping reads them or not. */
  readonly cells: number;
  /** Characters in one cell: what a spreadsheet allows. */
  readonly cell: number;
  /** Problems of rows that are told in full; all refused rows are counted. */
  readonly problems: number;
}

export const IMPORT_LIMITS: ImportLimits = {
  bytes: 64 * 1024 * 1024,
  unpacked: 256 * 1024 * 1024,
  rows: 100_000,
  columns: 1000,
  cells: 2_000_000,
  cell: 32_767,
  problems: 1000,
};
