import type { Instant } from '../model/calendar.js';
import type { ByType } from '../model/ledger.js';
import type { JoinPlan } from '../model/plan.js';
import type { Columns } from './columns.js';
import { refOf } from './ref.js';

type Composite = number | string;

interface Index {
  readonly keys: readonly number[];
  /** By id, where one key is indexed. */
  readonly single: (number[] | undefined)[];
  readonly several: Map<Composite, number[]>;
}

const NONE: readonly number[] = [];

/** The events seen so far, in order, and by the keys that measures join on. Indexes are made when first asked for. */
export class View {
  /** Latest effective time among the events seen. */
  latest: Instant = Number.NEGATIVE_INFINITY;
  private readonly indexes = new Map<string, Map<string, Index>>();
  /** Places by position, of a view that grows. */
  private readonly places: number[] = [];
  private next = 0;
  private references: Map<string, number> | undefined;

  private constructor(
    private readonly columns: Columns,
    private readonly byType: ByType,
    /** The same lists, where they grow. */
    private readonly growing: Map<string, number[]>,
    private readonly grows: boolean,
    /** What this view leaves some events out of. */
    private readonly around?: View,
  ) {}

  /** Nothing seen yet. */
  static empty(columns: Columns): View {
    const lists = new Map<string, number[]>();
    return new View(columns, lists, lists, true);
  }

  /** Every recorded event seen. */
  static whole(columns: Columns, byType: ByType): View {
    const view = new View(columns, byType, new Map(), false);
    const last = columns.recorded.length - 1;
    if (last >= 0) view.latest = columns.effectiveOf(last);
    return view;
  }

  /** The same events, as they are now, with those of some types alone that are kept. */
  keeping(types: readonly string[], isKept: (ord: number) => boolean): View {
    const lists = new Map(
      [...this.byType].map(([type, ords]) => [type, types.includes(type) ? ords.filter(isKept) : ords]),
    );
    const view = new View(this.columns, lists, new Map(), false, this);
    view.latest = this.latest;
    return view;
  }

  add(ord: number): void {
    const { type } = this.columns.event(ord);
    while (this.places.length <= ord) this.places.push(-1);
    this.places[ord] = this.next;
    this.next += 1;
    const effective = this.columns.effectiveOf(ord);
    if (effective > this.latest) this.latest = effective;
    this.references?.set(refOf(this.columns.event(ord)), ord);
    const list = this.growing.get(type);
    if (list === undefined) this.growing.set(type, [ord]);
    else list.push(ord);
    for (const index of this.indexes.get(type)?.values() ?? []) this.insert(index, ord);
  }

  /** How many events have been added. */
  get count(): number {
    return this.next;
  }

  /** Place in the order in which things happened; derived events stand behind their trigger. */
  place(ord: number): number {
    if (this.around !== undefined) return this.around.place(ord);
    return this.grows ? (this.places[ord] ?? -1) : ord;
  }

  ofType(type: string): readonly number[] {
    return this.byType.get(type) ?? NONE;
  }

  /** Position of the event with a full reference (`source#id`), if it has been seen. */
  positionOf(ref: string): number | undefined {
    if (this.references === undefined) {
      this.references = new Map();
      for (const ords of this.byType.values())
        for (const ord of ords) this.references.set(refOf(this.columns.event(ord)), ord);
    }
    return this.references.get(ref);
  }

  types(): Iterable<string> {
    return this.byType.keys();
  }

  /** Positions of the events of one type whose keys have these ids, in order. */
  find(join: JoinPlan, ids: (key: number) => number): readonly number[] {
    const [first] = join.keys;
    if (first === undefined) return this.ofType(join.type);
    const index = this.indexOf(join);
    if (join.keys.length === 1) return index.single[ids(first)] ?? NONE;
    return index.several.get(compositeOf(join.keys, ids)) ?? NONE;
  }

  private indexOf(join: JoinPlan): Index {
    let ofType = this.indexes.get(join.type);
    if (ofType === undefined) {
      ofType = new Map();
      this.indexes.set(join.type, ofType);
    }
    const name = join.keys.length === 1 ? String(join.keys[0]) : join.keys.join();
    let index = ofType.get(name);
    if (index === undefined) {
      index = { keys: join.keys, single: [], several: new Map() };
      ofType.set(name, index);
      for (const ord of this.ofType(join.type)) this.insert(index, ord);
    }
    return index;
  }

  private insert(index: Index, ord: number): void {
    const { keys, single, several } = index;
    const [first] = keys;
    if (keys.length === 1 && first !== undefined) {
      const id = this.columns.keyId(ord, first);
      if (id < 0) return;
      const bucket = single[id];
      if (bucket === undefined) {
        while (single.length < id) single.push(undefined);
        single[id] = [ord];
      } else bucket.push(ord);
      return;
    }
    for (const key of keys) if (this.columns.keyId(ord, key) < 0) return;
    const composite = compositeOf(keys, (key) => this.columns.keyId(ord, key));
    const bucket = several.get(composite);
    if (bucket === undefined) several.set(composite, [ord]);
    else bucket.push(ord);
  }
}

const SPAN = 2 ** 26;

/** One name for several ids. */
export function compositeOf(keys: readonly number[], ids: (key: number) => number): Composite {
  const [a, b] = keys;
  if (a === undefined) return 0;
  if (b === undefined) return ids(a);
  if (keys.length === 2) {
    const [x, y] = [ids(a), ids(b)];
    if (x >= 0 && y >= 0 && x < SPAN && y < SPAN) return x * SPAN + y;
  }
  return keys.map(ids).join();
}
