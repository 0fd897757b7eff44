import { StoreError, type StoreErrorCode } from '@meritlog/core';

/** PostgreSQL's failure as the store's, saying which ledger and what to do. A StoreError stays what it is. */
export function asStoreError(error: unknown, name: string): StoreError {
  if (error instanceof StoreError) return error;
  const failure = FAILURES.get(codeOf(error)) ?? byClass(codeOf(error)) ?? byMessage(error);
  const { code, advice } = ADVICE[failure];
  const why = (error instanceof Error && error.message) || codeOf(error) || String(error);
  return new StoreError(code, `${name}: ${advice} (PostgreSQL: ${why})`, { cause: error });
}

/** Whether the role lacks a right. */
export function isForbidden(error: unknown): boolean {
  return FAILURES.get(codeOf(error)) === 'forbidden';
}

/** The SQLSTATE, or the name of a failed system call. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

type PostgresFailure = keyof typeof ADVICE;

/** https://www.postgresql.org/docs/current/errcodes-appendix.html and the system calls of a connection. */
const FAILURES: ReadonlyMap<string, PostgresFailure> = new Map([
  ['28P01', 'denied'],
  ['28000', 'denied'],
  ['3D000', 'absent'],
  ['ECONNREFUSED', 'unreachable'],
  ['ENOTFOUND', 'unreachable'],
  ['ENOENT', 'unreachable'],
  ['EAI_AGAIN', 'unreachable'],
  ['EHOSTUNREACH', 'unreachable'],
  ['ETIMEDOUT', 'unreachable'],
  ['57P03', 'unreachable'],
  ['42501', 'forbidden'],
  ['25006', 'forbidden'],
  ['3F000', 'incomplete'],
  ['42P01', 'incomplete'],
  ['42883', 'incomplete'],
  ['55P03', 'busy'],
  ['40001', 'busy'],
  ['40P01', 'busy'],
  ['53300', 'busy'],
  ['57P01', 'disconnected'],
  ['57P02', 'disconnected'],
  ['25P03', 'disconnected'],
  ['57P05', 'disconnected'],
  ['ECONNRESET', 'disconnected'],
  ['EPIPE', 'disconnected'],
  ['25P01', 'noTransaction'],
  ['25P02', 'abortedTransaction'],
  ['54000', 'longName'],
  ['53100', 'full'],
]);

/** 08: connection exceptions; XX: what PostgreSQL finds wrong in itself or its files. */
function byClass(code: string): PostgresFailure | undefined {
  if (code.startsWith('08')) return 'disconnected';
  return code === 'XX001' || code === 'XX002' ? 'corrupt' : undefined;
}

/** The driver's own failures have no code. */
function byMessage(error: unknown): PostgresFailure {
  const message = error instanceof Error ? error.message : '';
  if (UNANSWERED.test(message)) return 'unreachable';
  return LOST.test(message) ? 'disconnected' : 'failed';
}

const UNANSWERED = /due to connection timeout$|^timeout exceeded when trying to connect/;

const LOST = /^Connection terminated|^Client has encountered a connection error|^Client was closed/;

const ADVICE = {
  denied: {
    code: 'denied',
    advice: 'the server knows no such user with this password, or does not let it in. Check user, password and pg_hba.',
  },
  absent: { code: 'cannot-open', advice: 'the server has no such database. Check its name, or create it.' },
  unreachable: {
    code: 'cannot-open',
    advice: 'no server answers there. Check host and port, and that the server is running.',
  },
  forbidden: {
    code: 'read-only',
    advice: 'this role or server lets us read only. Grant the role the functions of the schema, or append elsewhere.',
  },
  incomplete: {
    code: 'incomplete',
    advice: 'a table or function of the ledger is missing. Restore the database from a backup.',
  },
  busy: {
    code: 'busy',
    advice: 'another writer was in the way, or has held the ledger for too long. Nothing was stored: try again.',
  },
  disconnected: {
    code: 'disconnected',
    advice: 'the connection was lost. An append under way may be stored or not: repeat it as it was, that is safe.',
  },
  noTransaction: {
    code: 'failed',
    advice: 'the given client has no open transaction. Send BEGIN first, or append with the store itself.',
  },
  abortedTransaction: {
    code: 'failed',
    advice: 'the open transaction has failed already. Roll it back and begin again.',
  },
  longName: {
    code: 'failed',
    advice:
      'source and id, or the stream, are longer than an index of PostgreSQL takes (2600 bytes). Nothing was stored.',
  },
  full: { code: 'failed', advice: 'the disk of the server is full. Nothing was stored: make room and try again.' },
  corrupt: { code: 'corrupt', advice: 'the files of the database are damaged. Restore it from a backup.' },
  failed: { code: 'failed', advice: 'the database failed. Nothing was stored by an append that failed so.' },
} as const satisfies Readonly<Record<string, { readonly code: StoreErrorCode; readonly advice: string }>>;
