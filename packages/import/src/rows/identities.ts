import { type CloudEvent, canonical } from '@meritlog/core';
import { sha256 } from '@meritlog/core/parse';

export type Content = Omit<CloudEvent, 'id'>;

/** What is already there under an id, by the row that brought it. */
export type Claim = 'new' | 'repeated' | { readonly row: number };

/** Ids of the events of one table, given or made. */
export class Identities {
  readonly #made = new Map<string, number>();
  readonly #given = new Map<string, { readonly content: string; readonly row: number }>();

  /**
   * The id of an event whose row has none: a digest of its content, and its number among equal ones. So the same table
   * gives the same ids, whatever the order of its rows and the columns beside those that are read.
   */
  made(content: Content): string {
    const digest = sha256(canonical({ ...content })).slice(PREFIX, PREFIX + LENGTH);
    const count = (this.#made.get(digest) ?? 0) + 1;
    this.#made.set(digest, count);
    return count === 1 ? digest : `${digest}-${count}`;
  }

  claim(id: string, content: Content, row: number): Claim {
    const key = JSON.stringify([content.source, id]);
    const text = canonical({ ...content });
    const before = this.#given.get(key);
    if (before === undefined) {
      this.#given.set(key, { content: text, row });
      return 'new';
    }
    return before.content === text ? 'repeated' : { row: before.row };
  }
}

const PREFIX = 'sha256:'.length;
const LENGTH = 24;
