import { StoreError } from '@meritlog/core';

/** Where a ledger lies on the servers. */
export interface Place {
  readonly stream: string;
  /** The one subject of the stream; it names the version of the format. */
  readonly subject: string;
}

/** How a message holds events. A server's stream of a newer format has another subject. */
export const FORMAT = 1;

/** @throws StoreError `cannot-open` for a name that is too long for a stream */
export function placeOf(ledger: string): Place {
  const token = plain(ledger);
  if (token.length <= LONGEST) return { stream: `meritlog-${token}`, subject: `meritlog.${FORMAT}.${token}` };
  throw new StoreError(
    'cannot-open',
    `The ledger is called ${JSON.stringify(ledger)}, which is ${token.length} characters as a stream; give a name of up to ${LONGEST}.`,
  );
}

/** The format of a ledger's subject; undefined for a subject of something else. */
export function formatOf(subject: string | undefined): number | undefined {
  const format = /^meritlog\.(\d{1,9})\.[^.*>]+$/.exec(subject ?? '')?.[1];
  return format === undefined ? undefined : Number(format);
}

/** A server makes a folder of each stream. */
const LONGEST = 200;

/** Letters, digits, `-` and `_` stay; every other byte of the name is written as `=` and two digits. No name is empty. */
function plain(name: string): string {
  const bytes = [...Buffer.from(name)];
  const token = bytes.map((byte) =>
    PLAIN.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : escaped(byte),
  );
  return token.join('') || '=';
}

const PLAIN = /[A-Za-z0-9_-]/;

function escaped(byte: number): string {
  return `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}
