import type { CaseEntry } from '../model/case-file.js';
import { Cells, FieldCells } from '../model/cells.js';
import type { Value } from '../model/expr.js';
import type { LedgerEvent } from '../model/ledger.js';
import { eq, printNum } from '../model/num.js';
import { type EditionPlan, type Eval, type Frame, type Reader, UNBOUND } from '../model/plan.js';
import type { PersonRef } from '../model/procedure.js';
import type { Zone } from '../model/zone.js';

const NO_CELLS = new Cells([], new FieldCells([]));

/** What the formulas of a step may read: the steps taken so far, and the event at hand. */
export class Scene implements Reader {
  readonly zone: Zone;
  readonly cells: Cells = NO_CELLS;

  constructor(
    readonly edition: EditionPlan,
    readonly entries: readonly CaseEntry[],
    readonly hand: LedgerEvent | undefined,
  ) {
    this.zone = edition.zone;
  }

  /** The value of a formula. */
  value(of: Eval): Value {
    return of(this.frame(this.hand === undefined ? -1 : this.entries.length));
  }

  /** A field of the event at hand. */
  own(name: string): Value {
    return this.hand === undefined ? undefined : this.part(this.entries.length, name);
  }

  /** Whether a field of the event at hand is a list. */
  isList(name: string): boolean {
    return this.plan(this.entries.length, name)?.list !== undefined;
  }

  /** The items of a list field of the event at hand. */
  ownList(name: string): readonly Value[] {
    return this.list(this.entries.length, name);
  }

  /** What a reference names: the texts, one list for each event that it is about. */
  people({ step, field }: PersonRef): readonly (readonly string[])[] {
    if (step === undefined) return this.hand === undefined ? [] : [this.texts(this.entries.length, field)];
    return this.entries.flatMap((entry, ord) => (entry.step === step ? [this.texts(ord, field)] : []));
  }

  event(ord: number): LedgerEvent {
    const event = this.entries[ord]?.event ?? this.hand;
    if (event === undefined) throw new Error('a formula of an event was evaluated where there is none');
    return event;
  }

  field(ord: number, name: string): Value {
    const plan = this.plan(ord, name);
    return plan?.plain?.(this.event(ord)) ?? plan?.is?.(this.frame(ord));
  }

  list(ord: number, name: string): readonly Value[] {
    return this.plan(ord, name)?.list?.(this.event(ord)) ?? [];
  }

  /** `step.field` of the latest event of the step. */
  passed(_: Frame, name: string): Value {
    const [step, part = ''] = name.split('.');
    const ord = this.entries.findLastIndex((entry) => entry.step === step);
    return ord < 0 ? undefined : this.part(ord, part);
  }

  effective(ord: number): number {
    return this.event(ord).time;
  }

  state(): string {
    return 'active';
  }

  keyId(): number {
    return UNBOUND;
  }

  keyValue(): Value {
    return undefined;
  }

  indicator(): Value {
    throw new Error('a checked procedure reads no indicator');
  }

  standing(): Value {
    throw new Error('a checked procedure reads no standing');
  }

  private plan(ord: number, name: string) {
    return this.edition.types.get(this.event(ord).type)?.fields.get(name);
  }

  /** A field, or what the envelope has under that name. */
  private part(ord: number, name: string): Value {
    if (this.plan(ord, name) !== undefined) return this.field(ord, name);
    const { event, time, type, subject } = this.event(ord);
    const envelope: Readonly<Record<string, Value>> = { time, type, subject, id: event.id, source: event.source };
    return envelope[name];
  }

  private texts(ord: number, name: string): readonly string[] {
    const plan = this.plan(ord, name);
    const values = plan?.list === undefined ? [this.part(ord, name)] : this.list(ord, name);
    return values.filter((value) => typeof value === 'string' && value !== '').map(String);
  }

  private frame(ord: number): Frame {
    const { cells } = this;
    return {
      reader: this,
      cells,
      at: 0,
      outer: undefined,
      ord,
      bound: undefined,
      passed: undefined,
      it: undefined,
      size: 0,
    };
  }
}

/** Whether two values of one type are the same; unknown is only unknown. */
export function sameValue(a: Value, b: Value): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && eq(a, b));
}

/** A key's value as the id of a case. */
export function idOf(value: Value): string | undefined {
  if (value === undefined) return undefined;
  return typeof value === 'string' ? value : typeof value === 'boolean' ? String(value) : printNum(value);
}
