import type { LedgerEvent } from '../model/ledger.js';
import type { Findings } from './events-findings.js';
import { type Identities, preferred, sameContent } from './events-identity.js';
import { mergeEvents, sortEvents } from './events-order.js';
import { shown } from './events-shown.js';

/** The ledger with the arrivals in it, each identity once. `identities` holds the first arrival of each. */
export function merge(
  ledger: readonly LedgerEvent[],
  arrivals: readonly (LedgerEvent | undefined)[],
  identities: Identities,
  findings: Findings,
): readonly LedgerEvent[] {
  const fresh = [...arrivals];
  const twice = (kept: LedgerEvent, other: LedgerEvent, index: number, first: string | number): LedgerEvent => {
    const { source, id } = other.event;
    if (sameContent(kept, other)) return preferred(kept, other);
    const facts = { place: index + 1, id: shown(id), source: shown(source), first };
    findings.note('id-conflict', index, '/id', () => facts);
    return kept;
  };
  for (const [index, event] of arrivals.entries()) {
    if (event === undefined) continue;
    const first = identities.get(event.event.source, event.event.id);
    if (first === undefined || first === index) continue;
    const kept = fresh[first];
    if (kept === undefined) continue;
    fresh[first] = twice(kept, event, index, first + 1);
    fresh[index] = undefined;
  }
  const old = ledger.filter((known) => {
    const index = identities.get(known.event.source, known.event.id);
    const event = index === undefined ? undefined : fresh[index];
    if (index === undefined || event === undefined) return true;
    const replaced = twice(known, event, index, '') !== known;
    if (!replaced) fresh[index] = undefined;
    return !replaced;
  });
  return mergeEvents(old, sortEvents(fresh.filter((event) => event !== undefined)));
}
