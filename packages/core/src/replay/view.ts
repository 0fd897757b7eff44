import type { Instant } from '../model/calendar.js';
import type { JoinPlan } from '../model/plan.js';
import type { Columns } from './columns.js';
import { refOf } from './ref.js';

type Composite = number | string;

interface Index {
  readonly keys: readonly number[];
  readonly buckets: Map<Composite, number[]>;
}

const NONE: readonly number[] = [];

/** The events seen so far, in order, and by the keys that measures join on. Indexes are made when first asked for. */
export class View {
  /** Latest effective time among the events seen. */
  latest: Instant = Number.NEGATIVE_INFINITY;
  private readonly byType = new Map<string, number[]>();
  private readonly indexes = new Map<string, Map<string, Index>>();
  private readonly places: number[] = [];
  private next = 0;
  private references: Map<string, number> | undefined;

  constructor(private readonly columns: Columns) {}

  add(ord: number): void {
    const { type } = this.columns.event(ord);
    while (this.places.length <= ord) this.places.push(-1);
    this.places[ord] = this.next++;
    const effective = this.columns.effectiveOf(ord);
    if (effective > this.latest) this.latest = effective;
    this.references?.set(refOf(this.columns.event(ord)), ord);
    const list = this.byType.get(type);
    if (list === undefined) this.byType.set(type, [ord]);
    else list.push(ord);
    for (const index of this.indexes.get(type)?.values() ?? []) this.insert(index, ord);
  }

  /** Place in the order in which things happened; derived events stand behind their trigger. */
  place(ord: number): number {
    return this.places[ord] ?? -1;
  }

  ofType(type: string): readonly number[] {
    return this.byType.get(type) ?? NONE;
  }

  /** Position of the event with a full reference (`source#id`), if it has been seen. */
  positionOf(ref: string): number | undefined {
    if (this.references === undefined) {
      this.references = new Map();
      for (const ords of this.byType.values()) for (const ord of ords) this.references.set(refOf(this.columns.event(ord)), ord);
    }
    return this.references.get(ref);
  }

  types(): Iterable<string> {
    return this.byType.keys();
  }

  /** Positions of the events of one type whose keys have these ids, in order. */
  find(join: JoinPlan, ids: (key: number) => number): readonly number[] {
    if (join.keys.length === 0) return this.ofType(join.type);
    return this.indexOf(join).buckets.get(compositeOf(join.keys, ids)) ?? NONE;
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
      index = { keys: join.keys, buckets: new Map() };
      ofType.set(name, index);
      for (const ord of this.ofType(join.type)) this.insert(index, ord);
    }
    return index;
  }

  private insert(index: Index, ord: number): void {
    for (const key of index.keys) if (this.columns.keyId(ord, key) < 0) return;
    const composite = compositeOf(index.keys, (key) => this.columns.keyId(ord, key));
    const bucket = index.buckets.get(composite);
    if (bucket === undefined) index.buckets.set(composite, [ord]);
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
