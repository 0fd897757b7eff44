export type { SqliteDatabase, SqliteRow, SqliteStatement, SqliteValue } from './database.js';
export { openSqliteStore, type SqliteStoreOptions, type SqliteStoreSource } from './sqlite-store.js';
