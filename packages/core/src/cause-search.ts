import { eventChanges } from './event-changes.js';
import { causeOf } from './explain/causes.js';
import { withFields } from './explain-events.js';
import type { Instant } from './model/calendar.js';
import type { Cause, Change } from './model/difference.js';
import type { Outcome } from './outcome.js';
import type { ViewReader } from './replay/reader.js';
import { Fates } from './replay/trace-fate.js';
import { type Asking, askingReader, type Read, type TracedRead, traceRead } from './replay/trace-read.js';

/** A value that differs, and the values it reads that differ. */
interface Found {
  readonly cause: Cause;
  readonly inner: readonly Found[];
}

/**
 * Looks from values that differ down to why. Whatever one side reads the other is asked for, too, so that both values
 * of a cause are what its outcomes give; what comes out the same is no cause, and is not looked into.
 */
export class CauseSearch {
  private readonly asked: Change<ViewReader>;
  readonly fates: Change<Fates>;
  private readonly found = new Map<string, Found>();

  constructor(
    readonly before: Outcome,
    readonly after: Outcome,
  ) {
    this.asked = { before: askingReader(before.session.reader), after: askingReader(after.session.reader) };
    this.fates = { before: new Fates(before.session), after: new Fates(after.session) };
  }

  /** From the top: each value stands before those that it reads. `asked`: what is asked for is told in any case. */
  causes(reads: readonly Read[], from: Change<Instant>, asked = false): readonly Cause[] {
    const seen = new Set<Found>();
    const upwards: Cause[] = [];
    const visit = (found: Found): void => {
      if (seen.has(found)) return;
      seen.add(found);
      for (const inner of found.inner.toReversed()) visit(inner);
      upwards.push(found.cause);
    };
    const asking = { before: { from: from.before, top: from.before }, after: { from: from.after, top: from.after } };
    for (const found of this.look(reads, asking, asked).toReversed()) visit(found);
    return upwards.reverse();
  }

  private look(reads: readonly Read[], from: Change<Asking>, asked = false): readonly Found[] {
    const distinct = new Map(reads.map((read) => [read.name, read]));
    return [...distinct.values()].flatMap((read) => this.lookAt(read, from, asked) ?? []);
  }

  private lookAt(read: Read, from: Change<Asking>, asked: boolean): Found | undefined {
    const was = traceRead(this.asked.before, read, from.before, 0);
    const is = traceRead(this.asked.after, read, from.after, 0);
    const isSame = was?.reason.value === is?.reason.value && (was === undefined) === (is === undefined);
    if (isSame && !(asked && is !== undefined)) return undefined;
    const name = JSON.stringify([read.name, was?.at, is?.at, from.before.top, from.after.top]);
    const known = this.found.get(name);
    if (known !== undefined) return known;
    const inner: Found[] = [];
    const [old, now] = [this.full('before', read, from), this.full('after', read, from)];
    const cause = causeOf(this.told('before', old), this.told('after', now));
    const found = { cause: { ...cause, events: eventChanges(cause, this.fates) }, inner };
    this.found.set(name, found);
    const deeper = {
      before: { ...from.before, from: was?.at ?? from.before.from },
      after: { ...from.after, from: is?.at ?? from.after.from },
    };
    inner.push(...this.look([...(now?.inner ?? []), ...(old?.inner ?? []), ...overtaking(old, now)], deeper));
    return found;
  }

  private full(side: keyof Change<unknown>, read: Read, from: Change<Asking>): TracedRead | undefined {
    return traceRead(this.asked[side], read, from[side], 1);
  }

  private told(side: keyof Change<unknown>, traced: TracedRead | undefined): TracedRead['reason'] | null {
    return traced === undefined ? null : withFields(this.asked[side], traced.reason);
  }
}

/** Of a value that is ranked on both sides: those that stand before it on one of them only. */
function overtaking(old: TracedRead | undefined, now: TracedRead | undefined): readonly Read[] {
  if (old === undefined || now === undefined || old.reason.value === null || now.reason.value === null) return [];
  const beyond = (reads: readonly Read[], others: readonly Read[]): readonly Read[] =>
    reads.filter(({ name }) => !others.some((other) => other.name === name));
  return [...beyond(now.ahead, old.ahead), ...beyond(old.ahead, now.ahead)];
}
