import type { Frame, MeasurePlan } from '../model/plan.js';
import type { VoidedMembers } from '../model/reason-measure.js';
import { domainOf } from './domain.js';
import { triggersOf } from './join.js';
import { membersOf, weigh } from './measure.js';
import type { ViewReader } from './reader.js';
import { refOf } from './ref.js';
import { replayUnheard, type Session } from './replay.js';
import { FEW } from './trace-bounds.js';
import { Fates } from './trace-fate.js';

/** Knows which voided events a measure would have counted: those that are its members where nothing is voided. */
export class Unheard {
  private found: ViewReader | undefined;
  private readonly fates: Fates;

  private constructor(private readonly session: Session) {
    this.fates = new Fates(session);
  }

  /** Undefined where nothing is voided. */
  static of(session: Session): Unheard | undefined {
    const { voids, supposed } = session.leftOut;
    return voids.size + supposed.size === 0 ? undefined : new Unheard(session);
  }

  membersOf(plan: MeasurePlan, frame: Frame): VoidedMembers | undefined {
    const { reader } = this;
    const there = moved(this.session.reader, reader, frame);
    if (there === undefined) return undefined;
    const ords = plan.of.kind === 'each' ? this.keysOf(plan.of, frame, there) : countedIn(reader, plan, there);
    const refs = [...new Set(ords.flatMap((ord) => this.voidedBehind(ord) ?? []))];
    const members = (refs.length > FEW ? [] : refs).flatMap((ref) => {
      const [event, fate] = [this.fates.told(ref), this.fates.of(ref)];
      return event === undefined || fate.kind !== 'voided' ? [] : [{ event, by: fate.by }];
    });
    return refs.length === 0 ? undefined : { count: refs.length, members };
  }

  private get reader(): ViewReader {
    this.found ??= replayUnheard(this.session);
    return this.found;
  }

  /** Events that alone name a key, so that it is none now. */
  private keysOf({ domain, key }: EachPlan, frame: Frame, there: Frame): readonly number[] {
    if (domain.kind !== 'events') return [];
    const { reader } = this;
    const { columns } = this.session.reader;
    const own = domainOf(this.session.reader, domain, key, frame) ?? [];
    const known = new Set(own.map((id) => reader.columns.intern(key, columns.keyValue(key, id))));
    const found = new Set(domainOf(reader, domain, key, there));
    return triggersOf(reader, domain.joins, there).filter((ord) => {
      const id = reader.columns.keyId(ord, key);
      return found.has(id) && !known.has(id);
    });
  }

  /** The voided event that it is, or that it hangs on. */
  private voidedBehind(ord: number): string | undefined {
    const { voids, supposed } = this.session.leftOut;
    const { columns } = this.reader;
    for (let at: number | undefined = ord; at !== undefined; at = columns.derivedBy.get(at)?.trigger) {
      const ref = refOf(columns.event(at));
      if (voids.has(ref) || supposed.has(ref)) return ref;
    }
    return undefined;
  }
}

type EachPlan = MeasurePlan['of'] & { readonly kind: 'each' };

function countedIn(reader: ViewReader, plan: MeasurePlan, frame: Frame): readonly number[] {
  const members = membersOf(reader, plan, frame) ?? [];
  weigh(reader, plan, frame, members);
  return members.flatMap(({ frame: { ord }, fate }) =>
    ord >= 0 && (fate === 'taken' || fate === 'unknown') ? [ord] : [],
  );
}

/** The same scope for another reader; undefined where it is about an event that the other has not. */
function moved(from: ViewReader, to: ViewReader, frame: Frame): Frame | undefined {
  const outer = frame.outer && moved(from, to, frame.outer);
  const ord = frame.ord < 0 ? frame.ord : to.view.positionOf(refOf(from.event(frame.ord)));
  if (ord === undefined || (frame.outer !== undefined && outer === undefined)) return undefined;
  const bound = frame.bound?.map((id, key) => (id < 0 ? id : to.columns.intern(key, from.keyValue(key, id))));
  return { ...frame, reader: to, cells: to.cells, outer, ord, bound };
}
