import type { EventEffect } from '../model/event-fate.js';
import type { LedgerEvent } from '../model/ledger.js';
import { recordedReason } from './recorded-reason.js';
import type { Session } from './replay.js';
import { periodShown } from './show.js';
import type { Fates } from './trace-fate.js';

/** What an event closes: a period, with what was recorded of it afterwards. Nothing of any other event. */
export function closedEffects({ reader, leftOut }: Session, fates: Fates, ord: number): readonly EventEffect[] {
  const { columns, plan } = reader;
  const { closedBy, periodKey } = plan;
  const event = columns.event(ord);
  if (event.type !== CLOSED) return [];
  if (closedBy === undefined)
    return [{ kind: 'closed', period: String(event.data.period), settles: false, earlier: null, late: [] }];
  const idOf = (closing: LedgerEvent): number => columns.intern(periodKey, closedBy(closing));
  const first = columns.recorded.find((other) => other.type === CLOSED && idOf(other) === idOf(event));
  const late = [...leftOut.late].flatMap(([ref, one]) => {
    const told = one.closing === event ? fates.told(ref) : undefined;
    return told === undefined ? [] : [{ event: told, policy: one.policy, to: periodShown(one.to) }];
  });
  const earlier = first === undefined || first === event ? null : recordedReason(reader, first, 'active');
  return [{ kind: 'closed', period: periodShown(closedBy(event)), settles: true, earlier, late }];
}

const CLOSED = 'meritlog.period.closed';
