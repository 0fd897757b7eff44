/** The part of `DatabaseSync` (node:sqlite and those that follow it) that the store uses. */
export interface SqliteDatabase {
  exec(sql: string): void;
  prepare(sql: string): SqliteStatement;
  close(): void;
}

export interface SqliteStatement {
  run(...values: SqliteValue[]): unknown;
  get(...values: SqliteValue[]): SqliteRow | undefined;
  all(...values: SqliteValue[]): readonly SqliteRow[];
}

export type SqliteValue = string | number;

export type SqliteRow = Readonly<Record<string, unknown>>;
