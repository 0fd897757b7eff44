import type { Reason, ReasonBody, ReasonInput, ReasonMember } from '../model/explanation.js';
import { exprText } from '../model/expr-text.js';
import { measureType, memberType } from '../model/measure-type.js';
import { printNum } from '../model/num.js';
import type { KeyValues } from '../model/outcome.js';
import { type Frame, type IndicatorPlan, type MeasurePlan, type ReadPlan, UNBOUND } from '../model/plan.js';
import { keyFrame } from './frame.js';
import { membersOf, spanOf, weigh } from './measure.js';
import type { Member } from './member.js';
import type { ViewReader } from './reader.js';
import { keyShown, show } from './show.js';
import { eventReason } from './trace-event.js';
import { keysIn } from './trace-names.js';
import { stepsOf } from './trace-steps.js';

const WHOLE = Number.POSITIVE_INFINITY;

type Measured = Extract<ReasonBody, { kind: 'measure' }>;

/** Tells where the value of an indicator comes from: evaluated once more, the general way, with everything kept. */
export function traceIndicator(reader: ViewReader, plan: IndicatorPlan, ids: readonly number[], depth: number): Reason {
  return new Tracer(reader).indicator(plan, ids, depth);
}

/** Hears of every reason that is told, and in which scope. */
export type Hearing = (reason: Reason, plan: IndicatorPlan, frame: Frame) => void;

/** Traces values for one explanation, each of them once: where it is met again, it is only named. */
export class Tracer {
  /** How deep each value was told, by its name; `WHOLE` where nothing in it was cut. */
  private readonly told = new Map<string, number>();
  private cuts = 0;

  constructor(
    private readonly reader: ViewReader,
    private readonly hear: Hearing = () => undefined,
  ) {}

  indicator(plan: IndicatorPlan, ids: readonly number[], depth: number): Reason {
    const at = this.reader.instantFor(plan, ids, this.reader.asOf);
    return this.reason(this.reader.indicatorPlan(plan.model.name, at), keyFrame(this.reader, at, ids), ids, depth);
  }

  reason(plan: IndicatorPlan, frame: Frame, ids: readonly number[], depth: number): Reason {
    const { model } = plan;
    const result = this.reader.readBound(plan, ids, frame.at, [...(frame.passed?.values() ?? [])]);
    const head = this.head(plan, frame, ids);
    const name = JSON.stringify([frame.at, head.indicator, head.keys, head.passed]);
    const known = this.told.get(name) ?? 0;
    const isTold = known >= depth;
    if (depth <= 0 || (isTold && known !== WHOLE)) this.cuts += 1;
    const before = this.cuts;
    const body: ReasonBody = depth <= 0 ? { kind: 'cut' } : isTold ? { kind: 'told' } : this.body(plan, frame, depth);
    if (!isTold) this.told.set(name, this.cuts === before ? WHOLE : depth);
    const reason: Reason = {
      ...head,
      value: show(result.value, model.type),
      coverage: { used: result.used, of: result.of },
      edition: this.reader.editionAt(frame.at).model.edition,
      body,
      steps: depth <= 0 || isTold ? [] : stepsOf(this.reader, plan, frame),
    };
    this.hear(reason, plan, frame);
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
    if (body.kind === 'measure') return this.measure(body, frame, depth);
    const model = plan.model.body;
    if (model.kind !== 'formula') throw new Error('a formula was compiled from something else');
    const { text, expr } = model.is;
    return {
      kind: 'formula',
      formula: text,
      value: show(body.is(frame), expr.type),
      inputs: [...keysIn(this.reader, expr, frame), ...this.reads(body.reads, frame, depth)],
    };
  }

  private measure(plan: MeasurePlan, frame: Frame, depth: number): ReasonBody {
    const members = membersOf(this.reader, plan, frame);
    const { value } = weigh(this.reader, plan, frame, members);
    return {
      kind: 'measure',
      ...this.reduction(plan, frame),
      ...this.bounds(plan, frame),
      value: show(value, measureType(plan.model)),
      members: (members ?? []).map((member) => this.member(plan, member, depth)),
    };
  }

  private bounds(plan: MeasurePlan, frame: Frame): Pick<Measured, 'after' | 'before'> {
    const { after, before } = spanOf(this.reader, plan, frame);
    return {
      ...(after === undefined ? {} : { after: eventReason(this.reader, after, frame.at) }),
      ...(before === undefined ? {} : { before: eventReason(this.reader, before, frame.at) }),
    };
  }

  private reduction({ model: { reduce }, decay }: MeasurePlan, frame: Frame): Pick<Measured, 'reduce' | 'parameter'> {
    if (typeof reduce === 'string') return { reduce };
    const parameter = reduce.kind === 'decay' ? decay?.(frame) : reduce.power;
    return { reduce: reduce.kind, parameter: show(parameter, 'number') };
  }

  private member(plan: MeasurePlan, member: Member, depth: number): ReasonMember {
    const { frame, give, part, key } = member;
    const rule = give?.rule.model;
    const edition = give === undefined ? undefined : this.reader.plan.editions[give.rule.edition]?.model.edition;
    return {
      value: show(member.value, memberType(plan.model.of)),
      weight: member.weight === undefined ? null : printNum(member.weight),
      ...(member.assumed ? { assumed: true } : {}),
      fate: member.fate,
      event: frame.ord < 0 ? null : eventReason(this.reader, frame.ord, frame.at),
      rule:
        rule === undefined
          ? null
          : { name: rule.name, title: rule.title ?? null, basis: rule.basis ?? null, edition: edition ?? '' },
      key: key === undefined ? null : this.keyOf(key, frame),
      reasons: this.memberReasons(plan, frame, part, depth),
    };
  }

  private memberReasons(plan: MeasurePlan, frame: Frame, part: string | undefined, depth: number): readonly Reason[] {
    if (part !== undefined) return this.read({ kind: 'indicator', name: part, args: [], passes: [] }, frame, depth);
    return plan.of.kind === 'each' ? made(plan.of.reads, frame).flatMap((read) => this.read(read, frame, depth)) : [];
  }

  private reads(reads: readonly ReadPlan[], frame: Frame, depth: number): readonly ReasonInput[] {
    return made(reads, frame).map((read): ReasonInput => {
      if (read.kind === 'standing') {
        const value = this.reader.standing(frame, read.name, read.part ?? 'rank');
        return {
          name: `${read.name}.${read.part}`,
          value: show(value, read.part === 'band' ? 'text' : 'number'),
          reason: null,
        };
      }
      const [reason] = this.read(read, frame, depth);
      return { name: read.name, value: reason?.value ?? null, reason: reason ?? null };
    });
  }

  private read(
    read: Pick<ReadPlan, 'kind' | 'name' | 'args' | 'passes'>,
    frame: Frame,
    depth: number,
  ): readonly Reason[] {
    if (read.kind !== 'indicator') return [];
    const plan = this.reader.indicatorPlan(read.name, frame.at);
    const ids = this.reader.bindingOf(
      plan,
      frame,
      read.args.map((arg) => arg(frame)),
    );
    if (plan.per.some((key) => (ids[key] ?? UNBOUND) < 0)) return [];
    const at = this.reader.instantFor(plan, ids, frame.at);
    const passes = read.passes.map((pass) => pass(frame));
    const passed =
      passes.length === 0 ? undefined : new Map(plan.model.with.map(({ name }, index) => [name, passes[index]]));
    return [
      this.reason(
        this.reader.indicatorPlan(read.name, at),
        keyFrame(this.reader, at, ids, undefined, passed),
        ids,
        depth - 1,
      ),
    ];
  }

  private keys(plan: IndicatorPlan, ids: readonly number[]): KeyValues {
    return Object.fromEntries(
      plan.per.map((key) => [this.reader.plan.keyNames[key], keyShown(this.reader, key, ids[key] ?? UNBOUND)]),
    );
  }

  private keyOf(key: number, frame: Frame): { readonly name: string; readonly value: string | number } {
    return {
      name: this.reader.plan.keyNames[key] ?? '',
      value: keyShown(this.reader, key, this.reader.keyId(frame, key)),
    };
  }
}

/** The reads that were made in a scope, each once. */
function made(reads: readonly ReadPlan[], frame: Frame): readonly ReadPlan[] {
  const reached = reads.filter((read) => read.reached.every((holds) => holds(frame)));
  return [...new Map(reached.map((read) => [exprText(read.expr), read])).values()];
}
