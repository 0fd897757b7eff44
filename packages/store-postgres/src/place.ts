import { StoreError } from '@meritlog/core';

/** The schema that holds the tables, once its name is known to be harmless. */
export interface Place {
  readonly schema: string;
  /** As SQL writes it. */
  readonly quoted: string;
}

/** @throws StoreError `cannot-open` for a name that is no plain identifier */
export function placeOf(schema: string): Place {
  if (PLAIN.test(schema)) return { schema, quoted: `"${schema}"` };
  throw new StoreError(
    'cannot-open',
    `The schema is called ${JSON.stringify(schema)}; give up to 40 letters a–z, digits and underscores, a letter first.`,
  );
}

/** Short enough for the name of a channel, of which PostgreSQL takes 63 bytes. */
const PLAIN = /^[a-z][a-z0-9_]{0,39}$/;
