/** The part of a pool of the driver `pg` that the store uses. */
export interface PostgresPool {
  connect(): Promise<PostgresClient>;
}

/** The part of a client of `pg` that the store uses. */
export interface PostgresClient extends PostgresSession {
  on(event: 'error' | 'end' | 'notification', listener: () => void): unknown;
  off(event: 'error' | 'end' | 'notification', listener: () => void): unknown;
  /** Gives the client back to its pool; `true` ends its connection. */
  release(destroy?: boolean): void;
}

/** What runs one statement after another. */
export interface PostgresSession {
  query(text: string, values?: PostgresValue[]): Promise<{ readonly rows: readonly PostgresRow[] }>;
}

export type PostgresValue = string | number | readonly string[] | readonly number[];

export type PostgresRow = Readonly<Record<string, unknown>>;

/** Where the server is and who asks; what is left out comes from the environment (PGHOST, PGUSER …). */
export interface PostgresConnection {
  /** postgresql://user:password@host:port/database */
  readonly connectionString?: string;
  readonly host?: string;
  readonly port?: number;
  readonly user?: string;
  readonly password?: string;
  readonly database?: string;
  /** TLS; true checks the server's certificate. */
  readonly ssl?: boolean;
}
