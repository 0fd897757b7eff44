import type { Instant } from '../model/calendar.js';
import type { Value } from '../model/expr.js';
import type { LedgerEvent } from '../model/ledger.js';
import { printNum } from '../model/num.js';
import { type EditionPlan, type FieldPlan, type Frame, type Plan, type TypePlan, UNBOUND, UNKNOWN_KEY } from '../model/plan.js';

const UNSET = -3;

/** Events by position, with what is derived from each alone: keys, fields, effective time, end of its state. */
export class Columns {
  readonly events: LedgerEvent[] = [];
  readonly effective: Instant[] = [];
  /** When the event's state ended, and as what. */
  readonly endedAt: Map<number, { readonly at: Instant; readonly as: string; readonly by: number }> = new Map();
  /** For derived events: the rule and the trigger's position. */
  readonly derivedBy: Map<number, { readonly rule: string; readonly trigger: number }> = new Map();
  private readonly issued = new Map<number, ReadonlyMap<string, Value>>();
  private readonly keyColumns: number[][];
  private readonly ids: Map<string | number, number>[];
  private readonly values: Value[][];
  private readonly computed = new Map<FieldPlan, Map<number, Value>>();

  /** `scope` yields the frame in which a computed field of an event is read; `editionOf` the edition of its fields. */
  constructor(
    plan: Plan,
    private readonly scope: (ord: number) => Frame,
    private readonly editionOf: (ord: number) => EditionPlan,
  ) {
    this.keyColumns = plan.keyNames.map(() => []);
    this.ids = plan.keyNames.map(() => new Map());
    this.values = plan.keyNames.map(() => []);
  }

  add(event: LedgerEvent, effective: Instant, issued?: ReadonlyMap<string, Value>): number {
    const ord = this.events.length;
    this.events.push(event);
    this.effective.push(effective);
    if (issued !== undefined) this.issued.set(ord, issued);
    return ord;
  }

  event(ord: number): LedgerEvent {
    const event = this.events[ord];
    if (event === undefined) throw new RangeError(`no event at position ${ord}`);
    return event;
  }

  effectiveOf(ord: number): Instant {
    return this.effective[ord] ?? Number.POSITIVE_INFINITY;
  }

  typePlan(ord: number): TypePlan | undefined {
    return this.editionOf(ord).types.get(this.event(ord).type);
  }

  isDerived(ord: number): boolean {
    return this.derivedBy.has(ord);
  }

  state(ord: number, at: Instant): string {
    const end = this.endedAt.get(ord);
    return end === undefined || end.at > at ? 'active' : end.as;
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
    const column = this.keyColumns[key];
    if (column === undefined) return UNBOUND;
    const id = column[ord] ?? UNSET;
    if (id !== UNSET) return id;
    while (column.length <= ord) column.push(UNSET);
    const found = this.findKey(ord, key);
    column[ord] = found;
    return found;
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

  private findKey(ord: number, key: number): number {
    const field = this.typePlan(ord)?.keyFields[key];
    if (field === undefined) return UNBOUND;
    const issued = this.issued.get(ord);
    if (issued?.has(field.name) === true) return this.intern(key, issued.get(field.name));
    if (field.isSubject) return this.intern(key, this.event(ord).event.subject);
    return this.intern(key, this.fieldValue(ord, field));
  }

  private fieldValue(ord: number, field: FieldPlan): Value {
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
