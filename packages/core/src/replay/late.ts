import type { Instant } from '../model/calendar.js';
import type { Value } from '../model/expr.js';
import { type Laid, type LedgerEvent, layOut } from '../model/ledger.js';
import { add, type Num } from '../model/num.js';
import type { EditionPlan, Plan } from '../model/plan.js';
import type { LatePolicy } from '../model/rubric.js';
import type { Carried, Columns } from './columns.js';
import type { Late } from './left-out.js';
import type { Note } from './reader.js';
import { refOf } from './ref.js';
import { show } from './show.js';
import { buildWorld } from './world.js';

export interface Settled {
  /** What is left, in the order given. */
  readonly standing: Laid;
  /** The period that late events are carried to. */
  readonly carried: Carried;
  /** By full reference, those that count included. */
  readonly late: ReadonlyMap<string, Late>;
}

/** Decides what becomes of events that were recorded when their period was closed (SPEC §3), and tells those that have happened by `asOf`. */
export function settleLate(
  plan: Plan,
  standing: Laid,
  forced: EditionPlan | undefined,
  asOf: Instant | undefined,
  note: Note,
): Settled {
  const none: Carried = new Map();
  if (plan.closedBy === undefined || !standing.byType.has(CLOSED)) return { standing, carried: none, late: new Map() };
  const { columns } = buildWorld(plan, standing, forced, note, none);
  const closings = new Closings(plan, columns);
  const ignored = new Set<LedgerEvent>();
  const carried = new Map<LedgerEvent, Value>();
  const late = new Map<string, Late>();
  for (const [ord, event] of columns.recorded.entries()) {
    const policy = columns.editionFor(ord).model.period?.late;
    const period = policy === undefined || event.type === CLOSED ? undefined : periodOf(plan, columns, ord);
    if (policy === undefined || period === undefined) continue;
    const closing = closings.before(period, event.recorded);
    if (closing === undefined) continue;
    if (policy === 'ignore') ignored.add(event);
    if (policy === 'carry') carried.set(event, closings.nextOpen(period, event.recorded));
    const at = columns.effectiveOf(ord);
    late.set(refOf(event), { policy, period, to: carried.get(event), closing, at });
    if (asOf !== undefined && at > asOf) continue;
    note('late-event', event.event.subject ?? null, factsOf(event, period, policy, carried.get(event)));
  }
  const left = ignored.size === 0 ? standing : layOut(standing.events.filter((event) => !ignored.has(event)));
  return { standing: left, carried, late };
}

const CLOSED = 'meritlog.period.closed';

/** When each period was closed: the first closing of it counts. */
class Closings {
  private readonly at = new Map<number, { readonly instant: Instant; readonly closing: LedgerEvent }>();

  constructor(
    private readonly plan: Plan,
    private readonly columns: Columns,
  ) {
    for (const ord of columns.recorded.keys()) {
      const event = columns.event(ord);
      if (event.type !== CLOSED) continue;
      const id = this.idOf(plan.closedBy?.(event));
      if (!this.at.has(id)) this.at.set(id, { instant: columns.effectiveOf(ord), closing: event });
    }
  }

  /** What closed a period before an instant. */
  before(period: Value, instant: Instant): LedgerEvent | undefined {
    const closed = this.at.get(this.idOf(period));
    return closed !== undefined && closed.instant < instant ? closed.closing : undefined;
  }

  nextOpen(period: Value, instant: Instant): Value {
    let next = add(period as Num, 1);
    while (this.before(next, instant) !== undefined) next = add(next, 1);
    return next;
  }

  private idOf(period: Value): number {
    return this.columns.intern(this.plan.periodKey, period);
  }
}

/** The period that an event carries itself, if it says which. */
function periodOf({ periodKey }: Plan, columns: Columns, ord: number): Value {
  const id = columns.keyId(ord, periodKey);
  return id < 0 ? undefined : columns.keyValue(periodKey, id);
}

function factsOf(event: LedgerEvent, period: Value, policy: LatePolicy, to: Value): Record<string, string> {
  const said = (value: Value): string => String(show(value, typeof value === 'string' ? 'text' : 'number'));
  const facts = { event: event.event.id, period: said(period), policy };
  return to === undefined ? facts : { ...facts, to: said(to) };
}
