import type { Instant } from '../model/calendar.js';
import { Cells } from '../model/cells.js';
import type { VainBecause } from '../model/event-fate.js';
import type { Value } from '../model/expr.js';
import type { Laid, LedgerEvent } from '../model/ledger.js';
import { printNum } from '../model/num.js';
import {
  type EditionPlan,
  type FieldPlan,
  type Frame,
  type Plan,
  type TypePlan,
  UNBOUND,
  UNKNOWN_KEY,
} from '../model/plan.js';

const UNSET = -3;

/** How the state of an event ended. */
export interface StateEnd {
  readonly at: Instant;
  readonly as: string;
  /** Position of the trigger that ended it. */
  readonly by: number;
  readonly rule: string;
  readonly turn: number;
}

/** A rule that ended nothing: what it names, as it is written, and why not. */
export interface VainEnd {
  readonly by: number;
  readonly rule: string;
  readonly named: string | undefined;
  readonly because: VainBecause;
}

/** How a rule came to issue an event: in which scope, when rules had had effects so many times, and of so many events seen. */
export interface Derivation {
  readonly rule: string;
  readonly edition: number;
  readonly trigger: number;
  readonly frame: Frame;
  readonly turn: number;
  readonly seen: number;
}

/** The period that an event is read in, where that is not its own. */
export type Carried = ReadonlyMap<LedgerEvent, Value>;

/** Events by position, with what is derived from each alone: keys, fields, effective time, end of its state. */
export class Columns {
  readonly endedAt: Map<number, StateEnd> = new Map();
  readonly derivedBy: Map<number, Derivation> = new Map();
  readonly vainEnds: VainEnd[] = [];
  /** What rules would have issued, had it not been voided; by full reference. */
  readonly withheld: Map<string, LedgerEvent> = new Map();
  /** How many times rules have had effects. */
  turn: number = 0;
  readonly recorded: readonly LedgerEvent[];
  readonly cells: Cells;
  private readonly subjectIds = new Map<number, Int32Array>();
  private readonly derived: LedgerEvent[] = [];
  private readonly issued = new Map<number, ReadonlyMap<string, Value>>();
  private readonly keyColumns: (Int32Array | undefined)[];
  private readonly derivedKeys = new Map<number, number>();
  private readonly ids: Map<string | number, number>[];
  private readonly values: Value[][];
  private readonly computed = new Map<FieldPlan, Map<number, Value>>();
  /** Where one edition judges every event: its types, by their place in the ledger. */
  private readonly typePlans: readonly (TypePlan | undefined)[] | undefined;

  /**
   * `laid`: in canonical order. `effects`: their effective times, where those are not their times. `carried`: the
   * period that late events are carried to. `scope` yields the frame in which a computed field of an event is read;
   * `editionOf` the edition of its fields.
   */
  constructor(
    private readonly plan: Plan,
    readonly laid: Laid,
    private readonly effects: readonly Instant[] | undefined,
    private readonly carried: Carried,
    private readonly scope: (ord: number) => Frame,
    private readonly editionOf: EditionPlan | ((ord: number) => EditionPlan),
  ) {
    this.recorded = laid.events;
    this.cells = new Cells(plan.cells, laid.fields);
    if (typeof editionOf !== 'function') this.typePlans = laid.types.map((type) => editionOf.types.get(type));
    this.keyColumns = plan.keyNames.map(() => undefined);
    this.ids = plan.keyNames.map(() => new Map());
    this.values = plan.keyNames.map(() => []);
  }

  /** Adds an event that a rule issued; it takes effect at its time. */
  issue(event: LedgerEvent, values: ReadonlyMap<string, Value>): number {
    const ord = this.recorded.length + this.derived.length;
    this.derived.push(event);
    this.issued.set(ord, values);
    return ord;
  }

  event(ord: number): LedgerEvent {
    const event = this.recorded[ord] ?? this.derived[ord - this.recorded.length];
    if (event === undefined) throw new RangeError(`no event at position ${ord}`);
    return event;
  }

  effectiveOf(ord: number): Instant {
    return this.effects?.[ord] ?? this.laid.times[ord] ?? this.event(ord).time;
  }

  typePlan(ord: number): TypePlan | undefined {
    const place = this.laid.typeOf[ord];
    if (place !== undefined && this.typePlans !== undefined) return this.typePlans[place];
    return this.editionFor(ord).types.get(this.event(ord).type);
  }

  /** The edition of an event's fields. */
  editionFor(ord: number): EditionPlan {
    return typeof this.editionOf === 'function' ? this.editionOf(ord) : this.editionOf;
  }

  isDerived(ord: number): boolean {
    return ord >= this.recorded.length;
  }

  /** `before`: as it was before rules had had effects so many times. */
  state(ord: number, at: Instant, before: number = Number.POSITIVE_INFINITY): string {
    const end = this.endedAt.get(ord);
    return end === undefined || end.at > at || end.turn >= before ? 'active' : end.as;
  }

  field(ord: number, name: string): Value {
    const issued = this.issued.get(ord);
    if (issued?.has(name) === true) return issued.get(name);
    const field = this.typePlan(ord)?.fields.get(name);
    return field === undefined ? undefined : this.fieldValue(ord, field);
  }

  list(ord: number, name: string): readonly Value[] {
    return this.typePlan(ord)?.fields.get(name)?.list?.(this.event(ord)) ?? [];
  }

  /** UNBOUND where the event's type does not carry the key, UNKNOWN_KEY where this event does not tell it. */
  keyId(ord: number, key: number): number {
    if (ord >= this.recorded.length) return this.derivedKeyId(ord, key);
    if (this.typePlans?.[this.laid.typeOf[ord] ?? -1]?.keyFields[key]?.isSubject === true)
      return this.subjectId(ord, key);
    let column = this.keyColumns[key];
    if (column === undefined) {
      column = new Int32Array(this.recorded.length).fill(UNSET);
      this.keyColumns[key] = column;
    }
    const id = column[ord] ?? UNSET;
    if (id !== UNSET) return id;
    const found = this.findKey(ord, key);
    column[ord] = found;
    return found;
  }

  /** Ids of a key that the subject carries, by the subject's place in the ledger. */
  subjectIdsOf(key: number): Int32Array {
    let ids = this.subjectIds.get(key);
    if (ids === undefined) {
      ids = Int32Array.from(this.laid.subjects, (subject) =>
        subject === '' ? UNKNOWN_KEY : this.intern(key, subject),
      );
      this.subjectIds.set(key, ids);
    }
    return ids;
  }

  intern(key: number, value: Value): number {
    if (value === undefined) return UNKNOWN_KEY;
    const ids = this.ids[key];
    const values = this.values[key];
    if (ids === undefined || values === undefined) return UNKNOWN_KEY;
    const name = typeof value === 'object' ? printNum(value) : typeof value === 'boolean' ? String(value) : value;
    const known = ids.get(name);
    if (known !== undefined) return known;
    values.push(value);
    ids.set(name, values.length - 1);
    return values.length - 1;
  }

  keyValue(key: number, id: number): Value {
    return this.values[key]?.[id];
  }

  private derivedKeyId(ord: number, key: number): number {
    const name = ord * this.plan.keyNames.length + key;
    const known = this.derivedKeys.get(name);
    if (known !== undefined) return known;
    const found = this.findKey(ord, key);
    this.derivedKeys.set(name, found);
    return found;
  }

  private findKey(ord: number, key: number): number {
    const field = this.typePlan(ord)?.keyFields[key];
    if (field === undefined) return UNBOUND;
    const issued = this.issued.get(ord);
    if (issued?.has(field.name) === true) return this.intern(key, issued.get(field.name));
    if (field.isSubject) return this.subjectId(ord, key);
    return this.intern(key, this.fieldValue(ord, field));
  }

  private subjectId(ord: number, key: number): number {
    if (this.isDerived(ord)) return this.intern(key, this.event(ord).event.subject);
    return this.subjectIdsOf(key)[this.laid.subjectOf[ord] ?? 0] ?? UNKNOWN_KEY;
  }

  private fieldValue(ord: number, field: FieldPlan): Value {
    if (this.carried.size > 0 && field.name === this.plan.keyNames[this.plan.periodKey]) {
      const event = this.event(ord);
      if (this.carried.has(event)) return this.carried.get(event);
    }
    if (field.plain !== undefined) return field.plain(this.event(ord));
    if (field.is === undefined) return undefined;
    let cache = this.computed.get(field);
    if (cache === undefined) {
      cache = new Map();
      this.computed.set(field, cache);
    }
    if (cache.has(ord)) return cache.get(ord);
    const value = field.is(this.scope(ord));
    cache.set(ord, value);
    return value;
  }
}
