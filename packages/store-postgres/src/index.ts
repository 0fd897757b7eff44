export type { PostgresClient, PostgresConnection, PostgresPool, PostgresRow } from './database.js';
export {
  openPostgresStore,
  type PostgresStore,
  type PostgresStoreOptions,
  type PostgresStoreSource,
} from './postgres-store.js';
