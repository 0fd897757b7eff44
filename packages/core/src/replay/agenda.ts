import type { Instant } from '../model/calendar.js';
import type { RulePlan } from '../model/plan.js';

export interface Delayed {
  readonly rule: RulePlan;
  readonly trigger: number;
  readonly at: Instant;
  /** Place of the trigger in what has happened. */
  readonly place: number;
}

/** Rules put off to a later instant, by (instant, place of the trigger, rule name): a binary heap. */
export class Agenda {
  private readonly heap: Delayed[] = [];

  add(delayed: Delayed): void {
    this.heap.push(delayed);
    this.rise(this.heap.length - 1);
  }

  /** Takes the first one that is due by an instant. */
  dueBy(instant: Instant): Delayed | undefined {
    const [first] = this.heap;
    if (first === undefined || first.at > instant) return undefined;
    const last = this.heap.pop();
    if (last !== undefined && this.heap.length > 0) {
      this.heap[0] = last;
      this.sink(0);
    }
    return first;
  }

  private rise(from: number): void {
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!this.before(at, parent)) return;
      this.swap(at, parent);
      at = parent;
    }
  }

  private sink(from: number): void {
    for (let at = from; ; ) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < this.heap.length && this.before(child, least)) least = child;
      if (least === at) return;
      this.swap(at, least);
      at = least;
    }
  }

  private before(a: number, b: number): boolean {
    const [x, y] = [this.heap[a], this.heap[b]];
    if (x === undefined || y === undefined) return false;
    return compareDelayed(x, y) < 0;
  }

  private swap(a: number, b: number): void {
    const [x, y] = [this.heap[a], this.heap[b]];
    if (x === undefined || y === undefined) return;
    this.heap[a] = y;
    this.heap[b] = x;
  }
}

function compareDelayed(a: Delayed, b: Delayed): number {
  const [x, y] = [a.rule.model.name, b.rule.model.name];
  return a.at - b.at || a.place - b.place || (x < y ? -1 : x > y ? 1 : a.rule.edition - b.rule.edition);
}
