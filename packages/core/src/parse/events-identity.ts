import { isJsonArray, isJsonObject, type Json } from '../model/json.js';
import type { LedgerEvent } from '../model/ledger.js';
import { compareTexts } from '../model/order.js';

/** Positions by source and id; two maps are quicker than one over joined texts. */
export class Identities {
  readonly #bySource = new Map<string, Map<string, number>>();

  get(source: string, id: string): number | undefined {
    return this.#bySource.get(source)?.get(id);
  }

  /** Keeps the first. */
  add(source: string, id: string, index: number): void {
    const ids = this.#bySource.get(source);
    if (ids === undefined) this.#bySource.set(source, new Map([[id, index]]));
    else if (!ids.has(id)) ids.set(id, index);
  }

  /** The first source in which the id occurs. */
  sourceOf(id: string): string | undefined {
    for (const [source, ids] of this.#bySource) if (ids.has(id)) return source;
    return undefined;
  }
}

/** Whether two events are the same but for `recordedtime`, which is the ledger's and no part of the content. */
export function sameContent({ event: a }: LedgerEvent, { event: b }: LedgerEvent): boolean {
  const { recordedtime: _, ...one } = a;
  const { recordedtime: __, ...other } = b;
  return equalJson(one, other);
}

/** Of two copies of one event, the one that says when it was recorded, and the earlier: the same whichever arrives first. */
export function preferred(a: LedgerEvent, b: LedgerEvent): LedgerEvent {
  const [x, y] = [a.event.recordedtime, b.event.recordedtime];
  if (x === undefined || y === undefined) return x === undefined && y !== undefined ? b : a;
  return (b.recorded - a.recorded || compareTexts(y, x)) < 0 ? b : a;
}

function equalJson(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (isJsonArray(a)) return isJsonArray(b) && a.length === b.length && a.every((item, at) => equalMember(item, b[at]));
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => equalMember(a[key], b[key]));
}

function equalMember(a: Json | undefined, b: Json | undefined): boolean {
  return a !== undefined && b !== undefined && equalJson(a, b);
}
