import { type Laid, type LedgerEvent, layOut } from '../model/ledger.js';
import type { EditionPlan, Plan, RulePlan } from '../model/plan.js';
import type { Carried } from './columns.js';
import { eventFrame } from './frame.js';
import type { Ruling, VainRuling } from './left-out.js';
import type { Note, ViewReader } from './reader.js';
import { refOf } from './ref.js';
import { meaningsOf, referTo } from './reference.js';
import { applies } from './rule.js';
import { buildWorld } from './world.js';

/** Rulings are heard before it is settled what is late. */
const NOTHING: Carried = new Map();
const VOIDED = 'meritlog.event.voided';

export interface Voided {
  /** What still stands, in the order given. */
  readonly standing: Laid;
  /** References (`source#id`) of everything voided, derived events included. */
  readonly refs: ReadonlySet<string>;
  /** By what, for those that rulings voided: in the order of the rulings. */
  readonly by: ReadonlyMap<string, readonly Ruling[]>;
  readonly vain: readonly VainRuling[];
}

/** Hears the rulings, from the last to the first (SPEC §7.2). */
export function hearVoids(
  plan: Plan,
  known: Laid,
  supposed: readonly string[],
  forced: EditionPlan | undefined,
  note: Note,
): Voided {
  const rulers = plan.editions.flatMap((edition) =>
    [...edition.rules.values()].filter((rule) => rule.effect.kind === 'void'),
  );
  const types = new Set([
    VOIDED,
    ...rulers.flatMap((rule) => (rule.model.on.kind === 'events' ? rule.model.on.types : [])),
  ]);
  const refs = new Set(supposed);
  const by = new Map<string, readonly Ruling[]>();
  const vain: VainRuling[] = [];
  const standing = (): Laid =>
    refs.size === 0 ? known : layOut(known.events.filter((event) => !refs.has(refOf(event))));
  if (![...types].some((type) => known.byType.has(type))) return { standing: standing(), refs, by, vain };
  const order = buildWorld(plan, known, forced, note, NOTHING)
    .columns.recorded.filter(({ type }) => types.has(type))
    .reverse();
  const hearing = new Hearing(plan, rulers, order, forced, note);
  const recorded = new Set(standing().events.map(refOf));
  for (const ruling of order) {
    if (refs.has(refOf(ruling))) continue;
    for (const { rule, meanings } of hearing.targetsOf(ruling, standing)) {
      const meant = meanings.find((ref) => recorded.has(ref));
      // What no recorded event answers may be a derived one, by each of its meanings.
      const refsMeant = meant === undefined ? meanings : [meant];
      const isBarred = refsMeant.some((ref) => !hearing.mayVoid(ruling, ref));
      if (meant === undefined || isBarred) vain.push({ event: ruling, rule, meanings, isBarred });
      for (const ref of refsMeant) {
        if (!hearing.mayVoid(ruling, ref)) continue;
        refs.add(ref);
        by.set(ref, [{ event: ruling, rule }, ...(by.get(ref) ?? [])]);
      }
      const event = meanings.at(-1) ?? '';
      if (ruling.type !== VOIDED || meant !== undefined || event.includes('@')) continue;
      note('void-unknown-event', ruling.event.subject ?? null, { event, ruling: ruling.event.id });
    }
  }
  return { standing: standing(), refs, by, vain };
}

/** What a ruling is about, by the rule that makes it one: the references that may be meant, the likelier first; none where that is unknown. */
interface Target {
  readonly rule: RulePlan | undefined;
  readonly meanings: readonly string[];
}

class Hearing {
  private reader: { readonly at: ViewReader; readonly size: number } | undefined;
  private readonly places: ReadonlyMap<string, number>;

  constructor(
    private readonly plan: Plan,
    private readonly rulers: readonly RulePlan[],
    /** From the last to the first. */
    order: readonly LedgerEvent[],
    private readonly forced: EditionPlan | undefined,
    private readonly note: Note,
  ) {
    this.places = new Map(order.map((ruling, index) => [refOf(ruling), index]));
  }

  /** A ruling may void what is no ruling, and rulings before it. */
  mayVoid(ruling: LedgerEvent, ref: string): boolean {
    const other = this.places.get(ref);
    return other === undefined || other > (this.places.get(refOf(ruling)) ?? 0);
  }

  targetsOf(ruling: LedgerEvent, standing: () => Laid): readonly Target[] {
    if (ruling.type === VOIDED) return [{ rule: undefined, meanings: plainTarget(ruling) }];
    const reader = this.readerOver(standing());
    const ord = reader.columns.recorded.indexOf(ruling);
    const frame = eventFrame(reader, Number.POSITIVE_INFINITY, ord);
    const targets: Target[] = [];
    for (const rule of this.rulers) {
      const { effect, model } = rule;
      if (effect.kind !== 'void' || model.on.kind !== 'events' || !model.on.types.includes(ruling.type)) continue;
      const held = applies(reader, rule, frame);
      this.plan.watch?.tried(rule, frame, undefined, held);
      if (!held) continue;
      const named = referTo(reader, effect.what, frame);
      targets.push(...(named.length === 0 ? [[]] : named).map((meanings) => ({ rule, meanings })));
    }
    return targets;
  }

  private readerOver(standing: Laid): ViewReader {
    if (this.reader === undefined || this.reader.size !== standing.events.length) {
      this.reader = {
        at: buildWorld(this.plan, standing, this.forced, this.note, NOTHING).recorded,
        size: standing.events.length,
      };
    }
    return this.reader.at;
  }
}

function plainTarget({ event, data }: LedgerEvent): readonly string[] {
  const id = String(data.id);
  return typeof data.source === 'string' ? [`${data.source}#${id}`] : meaningsOf(id, event.source);
}
