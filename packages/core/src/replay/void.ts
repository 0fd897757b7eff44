import type { LedgerEvent } from '../model/ledger.js';
import type { EditionPlan, Plan, RulePlan } from '../model/plan.js';
import { eventFrame } from './frame.js';
import type { Note, ViewReader } from './reader.js';
import { refOf } from './ref.js';
import { referTo } from './reference.js';
import { applies } from './rule.js';
import { buildWorld } from './world.js';

export const VOIDED = 'meritlog.event.voided';

export interface Voided {
  /** What still stands, in the order given. */
  readonly standing: readonly LedgerEvent[];
  /** References (`source#id`) of everything voided, derived events included. */
  readonly refs: ReadonlySet<string>;
}

/** Hears the rulings, from the last to the first (SPEC §7.2). */
export function hearVoids(plan: Plan, events: readonly LedgerEvent[], supposed: readonly string[], forced: EditionPlan | undefined, note: Note): Voided {
  const rulers = plan.editions.flatMap((edition) => [...edition.rules.values()].filter((rule) => rule.effect.kind === 'void'));
  const types = new Set(rulers.flatMap((rule) => (rule.model.on.kind === 'events' ? rule.model.on.types : [])));
  const rulings = events.filter(({ type }) => type === VOIDED || types.has(type));
  const refs = new Set(supposed);
  const standing = (): readonly LedgerEvent[] => (refs.size === 0 ? events : events.filter((event) => !refs.has(refOf(event))));
  if (rulings.length === 0) return { standing: standing(), refs };
  const hearing = new Hearing(plan, rulers, rulings, forced, note);
  const order = buildWorld(plan, events, forced, note).columns.events.filter((event) => rulings.includes(event));
  for (const ruling of order.reverse()) {
    if (refs.has(refOf(ruling))) continue;
    for (const ref of hearing.targetsOf(ruling, standing)) {
      if (!hearing.isLaterRuling(ref, ruling, order)) refs.add(ref);
    }
  }
  return { standing: standing(), refs };
}

class Hearing {
  private reader: { readonly at: ViewReader; readonly size: number } | undefined;
  private readonly places: ReadonlyMap<string, number>;

  constructor(
    private readonly plan: Plan,
    private readonly rulers: readonly RulePlan[],
    rulings: readonly LedgerEvent[],
    private readonly forced: EditionPlan | undefined,
    private readonly note: Note,
  ) {
    this.places = new Map(rulings.map((ruling, index) => [refOf(ruling), index]));
  }

  /** A ruling may void what is no ruling, and rulings before it. `order` runs from the last to the first. */
  isLaterRuling(ref: string, ruling: LedgerEvent, order: readonly LedgerEvent[]): boolean {
    if (!this.places.has(ref)) return false;
    const own = order.indexOf(ruling);
    const other = order.findIndex((candidate) => refOf(candidate) === ref);
    return other >= 0 && other <= own;
  }

  targetsOf(ruling: LedgerEvent, standing: () => readonly LedgerEvent[]): readonly string[] {
    if (ruling.type === VOIDED) return [plainTarget(ruling)];
    const reader = this.readerOver(standing());
    const ord = reader.columns.events.indexOf(ruling);
    const frame = eventFrame(reader, Number.POSITIVE_INFINITY, ord);
    const refs: string[] = [];
    for (const rule of this.rulers) {
      const { effect, model } = rule;
      if (effect.kind !== 'void' || model.on.kind !== 'events' || !model.on.types.includes(ruling.type)) continue;
      if (applies(reader, rule, frame)) refs.push(...referTo(reader, effect.what, frame));
    }
    return refs;
  }

  private readerOver(events: readonly LedgerEvent[]): ViewReader {
    if (this.reader === undefined || this.reader.size !== events.length) {
      this.reader = { at: buildWorld(this.plan, events, this.forced, this.note).recorded, size: events.length };
    }
    return this.reader.at;
  }
}

function plainTarget({ event, data }: LedgerEvent): string {
  const source = typeof data['source'] === 'string' ? data['source'] : event.source;
  return `${source}#${String(data['id'])}`;
}
