import type { Day, Instant } from '../model/calendar.js';
import type { Cells } from '../model/cells.js';
import type { Value } from '../model/expr.js';
import type { LedgerEvent } from '../model/ledger.js';
import { type EditionPlan, type Frame, type IndicatorPlan, type Plan, type Reader, UNBOUND } from '../model/plan.js';
import { dayOfInstant, type Zone } from '../model/zone.js';
import { type PointSums, sumAll } from './batch.js';
import type { Columns } from './columns.js';
import { Descent } from './descent.js';
import { editionOn, lastOf } from './edition.js';
import { keyFrame } from './frame.js';
import { evaluateIndicator, type Result, UNEVALUATED } from './indicator.js';
import { Memory } from './memory.js';
import { periodEnd } from './period.js';
import { passedTo, readingName } from './reading-name.js';
import { partOf, tableOf } from './standing.js';
import { compositeOf, type View } from './view.js';

/** What findings are kept under, so that the same one is told once. */
export type Note = (code: string, subject: string | null, facts: Readonly<Record<string, string | number>>) => void;

/** Reads one view of the events at any instant, remembering what it has read until the view changes. */
export class ViewReader implements Reader {
  readonly zone: Zone;
  readonly cells: Cells;
  readonly memory: Memory = new Memory();
  private readonly periodEnds = new Map<number, Instant>();
  descent: Descent = new Descent();
  private settled = false;
  /** The instant that the forward pass has reached; `asOf` where it is over. */
  private reached: Instant;
  /** Whether the view leaves recorded events out. */
  private isPartial = false;
  private sums: ReadonlyMap<string, PointSums> | undefined;

  constructor(
    readonly plan: Plan,
    readonly columns: Columns,
    readonly view: View,
    /** The latest instant that any reading sees. */
    readonly asOf: Instant,
    /** The edition used throughout, if one was asked for. */
    readonly forced: EditionPlan | undefined,
    readonly note: Note,
  ) {
    this.zone = lastOf(plan.editions).zone;
    this.reached = asOf;
    this.cells = columns.cells;
  }

  /** Reads nothing later than an instant from now on: what rules see while time passes does not hang on `asOf`. */
  reach(at: Instant): void {
    if (this.reached === at) return;
    this.reached = at;
    this.changed();
  }

  /** Time has passed: what is read from now on is what the outcome shows. */
  settle(): void {
    this.settled = true;
    this.changed();
  }

  /** Reads the same moment through a view that leaves events out, with a memory of its own. */
  through(view: View): ViewReader {
    const other = new ViewReader(this.plan, this.columns, view, this.asOf, this.forced, this.note);
    other.descent = this.descent.within();
    other.settled = this.settled;
    other.reached = this.reached;
    other.isPartial = true;
    return other;
  }

  /** A finding about something read, kept only where it is read for the outcome. */
  remark(...finding: Parameters<Note>): void {
    if (this.settled) this.note(...finding);
  }

  /** Forgets what was read: the view has changed. */
  changed(): void {
    this.memory.forget();
  }

  event(ord: number): LedgerEvent {
    return this.columns.event(ord);
  }

  effective(ord: number): Instant {
    return this.columns.effectiveOf(ord);
  }

  state(ord: number, at: Instant): string {
    return this.columns.state(ord, at);
  }

  field(ord: number, name: string): Value {
    return this.columns.field(ord, name);
  }

  list(ord: number, name: string): readonly Value[] {
    return this.columns.list(ord, name);
  }

  keyId(frame: Frame, key: number): number {
    for (let at: Frame | undefined = frame; at !== undefined; at = at.outer) {
      const bound = at.bound?.[key];
      if (bound !== undefined && bound !== UNBOUND) return bound;
      if (at.ord >= 0) {
        const id = this.columns.keyId(at.ord, key);
        if (id !== UNBOUND) return id;
      }
    }
    return UNBOUND;
  }

  keyValue(key: number, id: number): Value {
    return this.columns.keyValue(key, id);
  }

  passed(frame: Frame, name: string): Value {
    for (let at: Frame | undefined = frame; at !== undefined; at = at.outer)
      if (at.passed?.has(name) === true) return at.passed.get(name);
    return undefined;
  }

  indicator(frame: Frame, name: string, args: readonly Value[], passes: readonly Value[]): Value {
    return this.read(frame, name, args, passes).value;
  }

  standing(frame: Frame, name: string, part: string): Value {
    const table = this.descent.read(
      () =>
        readingName(
          name,
          'table',
          frame.at,
          this.plan.keyNames.map((_, key) => this.keyId(frame, key)),
          undefined,
        ),
      () => tableOf(this, name, frame) ?? null,
    );
    if (table === undefined) this.remark('too-deep', null, { indicator: name });
    return table ? partOf(table, this.keyId(frame, table.of), part) : undefined;
  }

  read(frame: Frame, name: string, args: readonly Value[], passes: readonly Value[]): Result {
    const plan = this.indicatorPlan(name, frame.at);
    const ids = this.bindingOf(plan, frame, args);
    if (plan.per.some((key) => (ids[key] ?? UNBOUND) < 0)) return UNEVALUATED;
    return this.readBound(plan, ids, this.instantFor(plan, ids, frame.at), passes);
  }

  /** The frame in which an indicator read from another frame is evaluated; undefined where one of its keys is unknown. */
  scopeOf(plan: IndicatorPlan, frame: Frame, passes: readonly Value[] = []): Frame | undefined {
    const ids = this.bindingOf(plan, frame, []);
    if (plan.per.some((key) => (ids[key] ?? UNBOUND) < 0)) return undefined;
    return keyFrame(this, this.instantFor(plan, ids, frame.at), ids, undefined, passedTo(plan, passes));
  }

  /** Reads something else of an indicator one step deeper; undefined, and a finding, where readings lead to readings without end. */
  deeper<T>(indicator: string, scope: Frame, read: () => T): T | undefined {
    const found = this.descent.read(() => readingName(indicator, 'members', scope.at, scope.bound, scope.passed), read);
    if (found === undefined) this.remark('too-deep', null, { indicator });
    return found;
  }

  /** Reads an indicator for given ids of its keys. */
  readBound(
    plan: IndicatorPlan,
    ids: readonly number[],
    at: Instant,
    passes: readonly Value[],
    stage?: number,
  ): Result {
    const remembered = this.remembered(plan, at, stage);
    const key = passes.length === 0 ? compositeOf(plan.per, (k) => ids[k] ?? UNBOUND) : undefined;
    const known = key === undefined ? undefined : remembered.get(key);
    if (known !== undefined) return known;
    const passed = passedTo(plan, passes);
    const then = this.plan.editions.length === 1 ? plan : this.indicatorPlan(plan.model.name, at);
    const result = this.descent.read(
      () => readingName(plan.model.name, stage, at, ids, passed),
      () => evaluateIndicator(this, then, keyFrame(this, at, ids, undefined, passed), stage),
    );
    if (result === undefined) {
      this.remark('too-deep', null, { indicator: plan.model.name });
      return UNEVALUATED;
    }
    if (key !== undefined) remembered.set(key, result);
    return result;
  }

  /** The ids of an indicator's keys, by index of the key. */
  bindingOf(plan: IndicatorPlan, frame: Frame, args: readonly Value[]): readonly number[] {
    const ids = new Array<number>(this.plan.keyNames.length).fill(UNBOUND);
    const first = plan.per.length - args.length;
    plan.per.forEach((key, index) => {
      ids[key] = index < first ? this.keyId(frame, key) : this.columns.intern(key, args[index - first]);
    });
    return ids;
  }

  /** The reading instant of an indicator: its period's end, if that is earlier than `asOf`. */
  instantFor(plan: IndicatorPlan, ids: readonly number[], at: Instant): Instant {
    return plan.hasPeriod ? this.periodInstant(ids[this.plan.periodKey] ?? UNBOUND) : at;
  }

  /** The earlier of `asOf` and the last instant of a period. What has no `asOf`, a computed field or a ruling, sees all dates. */
  periodInstant(id: number): Instant {
    if (id < 0 || this.reached === Number.POSITIVE_INFINITY) return this.reached;
    const edition = this.editionAt(this.reached);
    const name = id * this.plan.editions.length + edition.index;
    const end = this.periodEnds.get(name) ?? periodEnd(this, edition, id);
    this.periodEnds.set(name, end);
    return Math.min(this.reached, end);
  }

  indicatorPlan(name: string, at: Instant): IndicatorPlan {
    const plan = this.editionAt(at).indicators.get(name);
    if (plan === undefined) throw new Error(`the checked rubric names an undeclared indicator: ${name}`);
    return plan;
  }

  /** The edition in force on the day of an instant. */
  editionAt(at: Instant): EditionPlan {
    const [only] = this.plan.editions;
    if (this.forced !== undefined) return this.forced;
    if (this.plan.editions.length === 1 && only !== undefined) return only;
    if (at === Number.POSITIVE_INFINITY) return lastOf(this.plan.editions);
    return this.editionOn(dayOfInstant(this.zone, at));
  }

  editionOn(day: Day): EditionPlan {
    return this.forced ?? editionOn(this.plan.editions, day);
  }

  /** Sums of literal points; only where the view shows every recorded event and no derived one. */
  pointSums(): ReadonlyMap<string, PointSums> | undefined {
    if (this.plan.forward || this.isPartial) return undefined;
    this.sums ??= sumAll(this);
    return this.sums;
  }

  private remembered(plan: IndicatorPlan, at: Instant, stage: number | undefined): Map<number | string, Result> {
    const name = stage === undefined ? plan.model.name : `${plan.model.name}#${stage}`;
    return this.memory.readingsOf(name, at);
  }
}
