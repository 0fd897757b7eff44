import type { LedgerEvent } from '../model/ledger.js';
import { VOIDED } from './events-engine.js';
import type { Findings } from './events-findings.js';
import { Identities } from './events-identity.js';
import { isPlain } from './events-seal.js';
import { shown } from './events-shown.js';

export type Arrivals = readonly (LedgerEvent | undefined)[];

/** The first arrival of each identity; refused events count too, so that one mistake is not reported as two. */
export function identitiesOf(raw: readonly unknown[], arrivals: Arrivals): Identities {
  const identities = new Identities();
  for (const [index, event] of arrivals.entries()) {
    const { source, id } = event?.event ?? named(raw[index]);
    if (typeof source === 'string' && typeof id === 'string') identities.add(source, id, index);
  }
  return identities;
}

/** Voids of events that are nowhere. The ids of derived events hold an `@`; whether these exist, only a replay knows. */
export function checkVoids(
  arrivals: Arrivals,
  identities: Identities,
  ledger: readonly LedgerEvent[],
  findings: Findings,
): void {
  const unmet = new Map<number, readonly Target[]>();
  for (const [index, event] of arrivals.entries()) {
    if (event?.type !== VOIDED) continue;
    const targets = targetsOf(event);
    if (targets.some(({ source, id }) => id.includes('@') || identities.get(source, id) !== undefined)) continue;
    unmet.set(index, targets);
  }
  if (unmet.size === 0) return;
  const known = new Identities();
  for (const [at, { event }] of ledger.entries()) known.add(event.source, event.id, at);
  for (const [index, targets] of unmet) {
    if (targets.some(({ source, id }) => known.get(source, id) !== undefined)) continue;
    const [target] = targets;
    const elsewhere = target && (identities.sourceOf(target.id) ?? known.sourceOf(target.id));
    findings.note('void-unknown-event', index, '/data/id', () => ({
      place: index + 1,
      id: shown(arrivals[index]?.event.id),
      target: shown(target?.id),
      source: shown(target?.source),
      elsewhere: elsewhere === undefined ? '' : shown(elsewhere),
    }));
  }
}

interface Target {
  readonly source: string;
  readonly id: string;
}

/** What the `id` of a ruling may mean: an id of the given or the ruling's own source, or `source#id`. */
function targetsOf({ event, data }: LedgerEvent): readonly Target[] {
  const { id, source } = data;
  if (typeof id !== 'string') return [];
  if (typeof source === 'string') return [{ source, id }];
  const targets = [{ source: event.source, id }];
  for (let at = id.indexOf('#'); at !== -1; at = id.indexOf('#', at + 1)) {
    targets.push({ source: id.slice(0, at), id: id.slice(at + 1) });
  }
  return targets;
}

function named(raw: unknown): Readonly<Record<string, unknown>> {
  return isPlain(raw) ? raw : {};
}
