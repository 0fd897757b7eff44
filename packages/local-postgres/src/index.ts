export { freePort } from './free-port.js';
export { type Connection, type LocalPostgres, startPostgres } from './start-postgres.js';
