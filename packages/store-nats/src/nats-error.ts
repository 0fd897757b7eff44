import { StoreError, type StoreErrorCode } from '@meritlog/core';

/** A failure of NATS as the store's, saying which ledger and what to do. A StoreError stays what it is. */
export function asStoreError(error: unknown, name: string): StoreError {
  if (error instanceof StoreError) return error;
  const { code, advice } = ADVICE[failureOf(error)];
  const why = error instanceof Error ? error.message : String(error);
  return new StoreError(code, `${name}: ${advice} (NATS: ${why})`, { cause: error });
}

/** Whether the stream has other messages by now than the append was settled upon. */
export function isOvertaken(error: unknown): boolean {
  return apiCodeOf(error) === 10_071;
}

/** Whether there is no such stream. */
export function isAbsent(error: unknown): boolean {
  return apiCodeOf(error) === 10_059;
}

/** Whether the servers may answer when asked again: they were silent, lost the connection, or choose a leader. */
export function isSilence(error: unknown): boolean {
  const failure = failureOf(error);
  return failure === 'disconnected' || failure === 'leaderless' || failure === 'placeless';
}

/** Whether nobody answers for JetStream; of a stream, also while it has no leader. */
export function isUnanswered(error: unknown): boolean {
  return failureOf(error) === 'disabled';
}

/** Whether a consumer is gone that must be made anew. */
export function isLost(error: unknown): boolean {
  return error instanceof Error && (error.name === 'JetStreamStatusError' || apiCodeOf(error) === 10_014);
}

type NatsFailure = keyof typeof ADVICE;

function failureOf(error: unknown): NatsFailure {
  const named = error instanceof Error ? (byCause(error) ?? NAMES.get(error.name)) : undefined;
  return named ?? CODES.get(apiCodeOf(error) ?? 0) ?? 'failed';
}

/** What went wrong with a request is told by its cause. */
function byCause({ name, cause }: Error): NatsFailure | undefined {
  return name === 'RequestError' && cause instanceof Error ? NAMES.get(cause.name) : undefined;
}

/** The `err_code` of an answer of JetStream. */
function apiCodeOf(error: unknown): number | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'number' ? code : undefined;
}

/** https://github.com/nats-io/nats.js/blob/main/core/src/errors.ts and jetstream/src/jserrors.ts */
const NAMES: ReadonlyMap<string, NatsFailure> = new Map([
  ['AuthorizationError', 'denied'],
  ['UserAuthenticationExpiredError', 'denied'],
  ['PermissionViolationError', 'forbidden'],
  ['ConnectionError', 'unreachable'],
  ['JetStreamNotEnabled', 'disabled'],
  ['TimeoutError', 'disconnected'],
  ['RequestError', 'disconnected'],
  ['ClosedConnectionError', 'ended'],
  ['DrainingConnectionError', 'ended'],
]);

/** https://github.com/nats-io/nats-server/blob/main/server/errors.json */
const CODES: ReadonlyMap<number, NatsFailure> = new Map([
  [10_008, 'leaderless'],
  [10_009, 'leaderless'],
  [10_076, 'disabled'],
  [10_059, 'incomplete'],
  [10_023, 'full'],
  [10_047, 'full'],
  [10_077, 'full'],
  [10_074, 'replicas'],
  [10_005, 'placeless'],
]);

const ADVICE = {
  denied: {
    code: 'denied',
    advice: 'the server does not let us in. Check user and password, token or credentials.',
  },
  forbidden: {
    code: 'read-only',
    advice: 'this user may not do that. Grant it the subjects that the README lists.',
  },
  unreachable: {
    code: 'cannot-open',
    advice: 'no server answers there. Check host and port, and that the server is running.',
  },
  disabled: {
    code: 'cannot-open',
    advice: 'the server keeps nothing: JetStream is off. Start it with `-js`, or enable JetStream for the account.',
  },
  leaderless: {
    code: 'cannot-open',
    advice: 'the servers have no leader. Check that more than half of them run and reach each other.',
  },
  replicas: {
    code: 'cannot-open',
    advice: 'there are fewer servers than the ledger is to have replicas. Start more, or ask for fewer `replicas`.',
  },
  placeless: {
    code: 'cannot-open',
    advice: 'too few servers are there, or have room. Start more, or ask for fewer `replicas`.',
  },
  disconnected: {
    code: 'disconnected',
    advice: 'no answer came. An append under way may be stored or not: repeat it as it was, that is safe.',
  },
  ended: {
    code: 'disconnected',
    advice: 'the connection was closed. An append under way may be stored or not: repeat it as it was, that is safe.',
  },
  incomplete: { code: 'incomplete', advice: 'the stream of the ledger is gone. Restore it from a backup.' },
  full: { code: 'failed', advice: 'JetStream has no room left. Nothing was stored: make room and try again.' },
  failed: { code: 'failed', advice: 'the server failed. Nothing was stored by an append that failed so.' },
} as const satisfies Readonly<Record<string, { readonly code: StoreErrorCode; readonly advice: string }>>;
