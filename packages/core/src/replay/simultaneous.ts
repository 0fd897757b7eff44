import { type Expr, within } from '../model/expr.js';
import { conditionExprs } from '../model/expr-walk.js';
import type { RulePlan } from '../model/plan.js';
import type { RuleModel } from '../model/rubric.js';
import { compareMoments } from './canonical-order.js';
import type { Columns } from './columns.js';
import type { ViewReader } from './reader.js';

/** Ids of two recorded events, in their order. */
interface Tied {
  readonly first: string;
  readonly second: string;
}

/** The recorded events by whose sources or ids alone two events are ordered; undefined where more than that orders them. */
export function orderedById(columns: Columns, a: number, b: number): Tied | undefined {
  if (columns.effectiveOf(a) !== columns.effectiveOf(b)) return undefined;
  const [x, y] = [occasionOf(columns, a), occasionOf(columns, b)];
  if (x === y) return undefined;
  const [one, other] = [columns.derivedBy.get(x), columns.derivedBy.get(y)];
  if (one !== undefined && other !== undefined) return orderedById(columns, one.trigger, other.trigger);
  if (one !== undefined || other !== undefined || compareMoments(columns, x, y) !== 0) return undefined;
  const idOf = (ord: number): string => columns.event(ord).event.id;
  return { first: idOf(Math.min(x, y)), second: idOf(Math.max(x, y)) };
}

/** What an event stands behind at its instant: a recorded event, or the first that a delayed rule issued then. */
function occasionOf(columns: Columns, ord: number): number {
  const trigger = columns.derivedBy.get(ord)?.trigger;
  const isAtOnce = trigger !== undefined && columns.effectiveOf(trigger) === columns.effectiveOf(ord);
  return isAtOnce ? occasionOf(columns, trigger) : ord;
}

/** What a recorded event sets off at its instant. */
export class Turn {
  readonly subjects: Set<string> = new Set<string>();
  #isTried = false;
  #looksRound = false;

  constructor(
    readonly event: number,
    subject: string,
  ) {
    this.subjects.add(subject);
  }

  try(rule: RulePlan, reader: ViewReader): void {
    this.#isTried = true;
    this.#looksRound ||= looksRound(rule.model, reader.plan.editions[rule.edition]?.rules ?? NONE);
  }

  /** Whether it might have come out otherwise behind the other, or the other behind it. */
  meets(columns: Columns, other: Turn): Tied | undefined {
    if (!this.#isTried || !(this.#looksRound || other.#looksRound)) return undefined;
    return orderedById(columns, this.event, other.event);
  }

  get isTried(): boolean {
    return this.#isTried;
  }
}

/** The last turn of each subject, so that the next one can be told from it. */
export class Turns {
  readonly #last = new Map<string, Turn>();

  constructor(private readonly reader: ViewReader) {}

  end(turn: Turn): void {
    if (!turn.isTried) return;
    const { columns } = this.reader;
    for (const subject of turn.subjects) {
      const before = this.#last.get(subject);
      this.#last.set(subject, turn);
      const met = before && turn.meets(columns, before);
      if (met !== undefined) this.reader.note('simultaneous', subject === '' ? null : subject, { ...met });
    }
  }
}

const NONE: ReadonlyMap<string, RulePlan> = new Map();
const known = new WeakMap<RuleModel, boolean>();

/** Whether a rule, or an exception to it, hangs on more than its trigger, or ends what others may end too. */
function looksRound(rule: RuleModel, rules: ReadonlyMap<string, RulePlan>): boolean {
  const before = known.get(rule);
  if (before !== undefined) return before;
  known.set(rule, false);
  const { effect, when, unless } = rule;
  const ends = effect.kind === 'end' || (effect.kind === 'issue' && effect.consumes.length > 0);
  const fields =
    effect.kind === 'issue' ? [effect.where, ...effect.fields.values()].flatMap((formula) => formula?.expr ?? []) : [];
  const others = [...rules.values()].flatMap(({ model }) =>
    unless.includes(model.name) || model.overrides.includes(rule.name) ? [model] : [],
  );
  const looks =
    ends || readsRound([...conditionExprs(when), ...fields]) || others.some((other) => looksRound(other, rules));
  known.set(rule, looks);
  return looks;
}

function readsRound(exprs: readonly Expr[]): boolean {
  return exprs.some((expr) => within(expr).some(({ kind }) => kind === 'indicator' || kind === 'standing'));
}
