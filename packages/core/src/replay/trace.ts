import { formatDay, type Instant } from '../model/calendar.js';
import type { Reason, ReasonBody, ReasonEvent, ReasonInput, Working } from '../model/explanation.js';
import type { Expr, Formula, Value } from '../model/expr.js';
import { exprText } from '../model/expr-text.js';
import { printNum } from '../model/num.js';
import type { KeyValues } from '../model/outcome.js';
import { type EditionPlan, type Frame, type IndicatorPlan, UNBOUND } from '../model/plan.js';
import { dayOfInstant } from '../model/zone.js';
import { keyFrame } from './frame.js';
import { UNEVALUATED } from './indicator.js';
import { momentOf } from './moment-reader.js';
import type { ViewReader } from './reader.js';
import { keyShown, show } from './show.js';
import { eventReason } from './trace-event.js';
import { namedIssue, traceIssued } from './trace-issued.js';
import { traceMeasure } from './trace-measure.js';
import { keysIn } from './trace-names.js';
import { stepsOf } from './trace-steps.js';
import { calledText, openParts, unfold } from './unfold.js';
import type { Unheard } from './unheard.js';

const WHOLE = Number.POSITIVE_INFINITY;

/** Tells where the value of an indicator comes from: evaluated once more, the general way, with everything kept. */
export function traceIndicator(
  reader: ViewReader,
  plan: IndicatorPlan,
  ids: readonly number[],
  depth: number,
  isAsked: boolean = true,
  unheard?: Unheard,
): Reason {
  return Tracer.from(reader, isAsked, reader.asOf, unheard).indicator(plan, ids, depth);
}

/** Of so many events what the rule saw is told in full; of the others only its values, because a chain of events would tell of each what it tells of all before. */
const MOST_MOMENTS = 32;
/** How many moments within moments are told. */
const MOST_NESTED = 3;

/** Hears of every reason that is told, and in which scope. */
export type Hearing = (reason: Reason, plan: IndicatorPlan, frame: Frame) => void;

/** What one explanation has told so far. */
interface Shared {
  /** How deep each value was told, by its name; `WHOLE` where nothing in it was cut. */
  readonly values: Map<string, number>;
  /** Derived events that were told. */
  readonly events: Set<number>;
  readonly cuts: { count: number };
  /** Whether what is deeper was not asked for. */
  readonly isAsked: boolean;
  /** Moments at which rules issued events: how many are still told in full, and within how many this one lies. */
  readonly moments: { left: number };
  readonly nested: number;
  /** The turn of the forward pass that is looked at; undefined for what the outcome shows. */
  readonly turn?: number;
  /** The instant from which the explanation starts. */
  readonly from: Instant;
  /** Who knows what voided events would have been. */
  readonly voided: Unheard | undefined;
}

/** Traces values for one explanation, each of them once: where it is met again, it is only named. */
export class Tracer {
  constructor(
    readonly reader: ViewReader,
    /** Who hears every reason asks for no more than one value at a time, and not how events came about. */
    private readonly hear?: Hearing,
    private readonly shared: Shared = opening(true, reader.asOf, undefined),
  ) {}

  /** `isAsked`: whether what is deeper was not asked for. `from`: the instant of what is explained. */
  static from(reader: ViewReader, isAsked: boolean, from: Instant = reader.asOf, voided?: Unheard): Tracer {
    return new Tracer(reader, undefined, opening(isAsked, from, voided));
  }

  /** One that is heard: see `hear`. `from`: the instant of what is asked about. */
  static heard(reader: ViewReader, from: Instant, hear: Hearing): Tracer {
    return new Tracer(reader, hear, opening(true, from, undefined));
  }

  /** Undefined where nothing is voided, and for what rules saw on the way. */
  get unheard(): Unheard | undefined {
    return this.shared.turn === undefined ? this.shared.voided : undefined;
  }

  indicator(plan: IndicatorPlan, ids: readonly number[], depth: number): Reason {
    const at = this.reader.instantFor(plan, ids, this.reader.asOf);
    return this.reason(this.reader.indicatorPlan(plan.model.name, at), keyFrame(this.reader, at, ids), ids, depth);
  }

  reason(plan: IndicatorPlan, frame: Frame, ids: readonly number[], depth: number): Reason {
    const { model } = plan;
    const { values, cuts } = this.shared;
    const result = this.reader.readBound(plan, ids, frame.at, [...(frame.passed?.values() ?? [])]);
    const head = this.head(plan, frame, ids);
    const name = JSON.stringify([this.shared.turn, frame.at, head.indicator, head.keys, head.passed]);
    const known = values.get(name) ?? 0;
    // To no depth everything is told.
    const isTold = known >= depth;
    const isEndless = result === UNEVALUATED;
    const isNamed = isEndless || isTold;
    if (!isEndless && (depth <= 0 || (isTold && known !== WHOLE))) cuts.count += 1;
    const before = cuts.count;
    const cut: ReasonBody = { kind: 'cut', ...(this.shared.isAsked ? {} : { unasked: true }) };
    const named: ReasonBody = isEndless ? { kind: 'endless' } : depth <= 0 ? cut : { kind: 'told' };
    const body = isNamed ? named : this.body(plan, frame, depth);
    const steps = isNamed ? [] : stepsOf(this, plan, frame, depth);
    if (!isTold) values.set(name, cuts.count === before ? WHOLE : depth);
    const { turn, from } = this.shared;
    const isOtherwise = turn !== undefined || frame.at !== this.reader.instantFor(plan, ids, from);
    const reason: Reason = {
      ...head,
      value: show(result.value, model.type),
      ...(isOtherwise ? { asOf: formatDay(dayOfInstant(this.reader.zone, frame.at)) } : {}),
      coverage: { used: result.used, of: result.of },
      edition: this.reader.editionAt(frame.at).model.edition,
      body,
      steps,
    };
    this.hear?.(reason, plan, frame);
    return reason;
  }

  private head(
    plan: IndicatorPlan,
    { passed }: Frame,
    ids: readonly number[],
  ): Omit<Reason, 'value' | 'coverage' | 'edition' | 'body' | 'steps'> {
    const { model } = plan;
    return {
      indicator: model.name,
      title: model.title,
      code: model.code ?? null,
      basis: model.basis ?? null,
      unit: model.unit ?? null,
      full: model.full === undefined ? null : printNum(model.full),
      keys: this.keys(plan, ids),
      ...(passed === undefined
        ? {}
        : { passed: Object.fromEntries(model.with.map(({ name, type }) => [name, show(passed.get(name), type)])) }),
    };
  }

  private body(plan: IndicatorPlan, frame: Frame, depth: number): ReasonBody {
    const { body } = plan;
    if (body.kind === 'measure') return { kind: 'measure', ...traceMeasure(this, body, frame, depth) };
    const model = plan.model.body;
    if (model.kind !== 'formula') throw new Error('a formula was compiled from something else');
    const { inputs, ...working } = this.working(model.is, frame, depth);
    return { kind: 'formula', ...working, inputs: [...keysIn(this.reader, model.is.expr, frame), ...inputs] };
  }

  /** A formula as it went in a scope, each of its inputs with its reasons. `edition`: where it is written. */
  working(
    { text, expr }: Formula,
    frame: Frame,
    depth: number,
    { partOf }: EditionPlan = this.reader.editionAt(frame.at),
  ): Omit<Working, 'inputs'> & { readonly inputs: readonly ReasonInput[] } {
    const { filled, reads } = unfold(expr, frame, partOf);
    const value = show(partOf(expr)(frame), expr.type);
    const saysMore = filled.kind !== 'literal' && filled.kind !== 'unknown' && exprText(filled) !== text;
    const inputs = reads.flatMap((read) => this.input(read, frame, partOf, depth));
    const isTold = (name: string): boolean => inputs.some((input) => input.name === name && input.reason !== null);
    const open = openParts(expr, frame, partOf).filter((part) => !isTold(part));
    return {
      formula: text,
      ...(saysMore ? { filled: exprText(filled) } : {}),
      value,
      ...(open.length === 0 ? {} : { open }),
      inputs,
    };
  }

  private input(read: Expr, frame: Frame, partOf: EditionPlan['partOf'], depth: number): readonly ReasonInput[] {
    if (read.kind !== 'standing' && read.kind !== 'table' && read.kind !== 'indicator') return [];
    const [name, value] = [calledText(read, frame, partOf), show(partOf(read)(frame), read.type)];
    return [
      { name, value, reason: read.kind === 'indicator' ? (this.called(read, frame, partOf, depth) ?? null) : null },
    ];
  }

  /** An indicator as a formula calls it in a scope; undefined where one of its keys is unknown. */
  called(
    { name, args, passes }: Expr & { readonly kind: 'indicator' },
    frame: Frame,
    partOf: EditionPlan['partOf'],
    depth: number,
  ): Reason | undefined {
    const valuesOf = (parts: readonly Expr[]): readonly Value[] => parts.map((part) => partOf(part)(frame));
    return this.read(name, valuesOf(args), valuesOf(passes), frame, depth);
  }

  /** An indicator that is read in a scope; undefined where one of its keys is unknown. */
  read(
    name: string,
    args: readonly Value[],
    passes: readonly Value[],
    frame: Frame,
    depth: number,
  ): Reason | undefined {
    const plan = this.reader.indicatorPlan(name, frame.at);
    const ids = this.reader.bindingOf(plan, frame, args);
    if (plan.per.some((key) => (ids[key] ?? UNBOUND) < 0)) return undefined;
    const at = this.reader.instantFor(plan, ids, frame.at);
    const passed =
      passes.length === 0 ? undefined : new Map(plan.model.with.map((one, index) => [one.name, passes[index]]));
    const scope = keyFrame(this.reader, at, ids, undefined, passed);
    return this.reason(this.reader.indicatorPlan(name, at), scope, ids, depth - 1);
  }

  /** An event, and where it is met first, how a rule came to issue it. */
  event(ord: number, at: Instant, depth: number): ReasonEvent {
    const event = eventReason(this.reader, ord, at);
    const derivation = this.reader.columns.derivedBy.get(ord);
    if (derivation === undefined || this.hear !== undefined || this.shared.events.has(ord)) return event;
    const { events, moments, nested } = this.shared;
    const { reader, frame } = momentOf(this.reader, derivation);
    if (nested >= MOST_NESTED) return { ...event, issued: namedIssue(this.reader, derivation, frame.at) };
    events.add(ord);
    const isFull = moments.left > 0;
    const told = { turn: derivation.turn, nested: nested + 1, isAsked: this.shared.isAsked && isFull };
    const then = new Tracer(reader, undefined, { ...this.shared, ...told });
    const issued = traceIssued(then, derivation, frame, isFull ? depth : 0);
    if (isFull && issued.behind.length > 0) moments.left -= 1;
    return { ...event, issued };
  }

  private keys(plan: IndicatorPlan, ids: readonly number[]): KeyValues {
    return Object.fromEntries(
      plan.per.map((key) => [this.reader.plan.keyNames[key], keyShown(this.reader, key, ids[key] ?? UNBOUND)]),
    );
  }
}

function opening(isAsked: boolean, from: Instant, voided: Unheard | undefined): Shared {
  return {
    values: new Map(),
    events: new Set(),
    cuts: { count: 0 },
    isAsked,
    voided,
    moments: { left: MOST_MOMENTS },
    nested: 0,
    from,
  };
}
