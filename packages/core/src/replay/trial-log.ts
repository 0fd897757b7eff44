import type { Condition, Expr } from '../model/expr.js';
import type { Frame, RulePlan } from '../model/plan.js';
import type { Watch } from '../model/plan-watch.js';
import { eventOrdOf } from './frame.js';
import { ViewReader } from './reader.js';
import { refOf } from './ref.js';
import { holds, versionFor } from './rule.js';

/** One time that a rule was tried. */
export interface Trial {
  readonly rule: RulePlan;
  /** `source#id` of the trigger, or the table and member of the row. */
  readonly trigger: string;
  /** Of the cohort that the rule is tried for. */
  readonly member: string | undefined;
  readonly verdict: 'failed' | 'excepted' | 'held';
  /** The rules that held and go before it. */
  readonly exceptions: readonly string[];
  /** Whether it is known to have given nothing; of other effects that is seen when all is over. */
  readonly gaveNothing: boolean;
}

/** How often each way of a formula was gone and each test was true, and every time that a rule was tried. */
export class TrialLog implements Watch {
  readonly ways: Map<Expr, Map<string, number>> = new Map();
  readonly tests: Map<Condition, { made: number; held: number }> = new Map();
  readonly trials: Trial[] = [];
  private counted: ReadonlySet<Condition> | undefined;

  went(node: Expr, way: string): void {
    const ways = this.ways.get(node) ?? new Map<string, number>();
    this.ways.set(node, ways);
    ways.set(way, (ways.get(way) ?? 0) + 1);
  }

  tested(test: Condition, held: boolean): void {
    if (this.counted?.has(test) !== true) return;
    const count = this.tests.get(test) ?? { made: 0, held: 0 };
    this.tests.set(test, count);
    count.made += 1;
    if (held) count.held += 1;
  }

  tried(rule: RulePlan, frame: Frame, member: string | undefined, held: boolean): void {
    const { reader } = frame;
    if (!(reader instanceof ViewReader)) return;
    if (reader.plan.editions.length > 1 && versionFor(reader, rule, frame) !== rule) return;
    this.log(reader, { rule, frame, member, trigger: refOf(reader.event(eventOrdOf(frame))) }, held, false);
  }

  /** Makes the tests once more, so that each is counted once for a trial. */
  log(
    reader: ViewReader,
    { rule, frame, ...about }: Pick<Trial, 'rule' | 'trigger' | 'member'> & { readonly frame: Frame },
    held: boolean,
    gaveNothing: boolean,
  ): void {
    this.counted = new Set(testsOf(rule.model.when));
    const verdict = rule.test(frame) !== true ? 'failed' : held ? 'held' : 'excepted';
    this.counted = undefined;
    const exceptions = verdict === 'excepted' ? exceptionsTo(reader, rule, frame) : [];
    this.trials.push({ rule, ...about, verdict, exceptions, gaveNothing });
  }
}

/** The single tests of a condition, in the order of the text. */
export function testsOf(condition: Condition): readonly (Condition & { readonly kind: 'test' })[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap(testsOf);
    case 'not':
      return testsOf(condition.of);
    case 'test':
      return [condition];
  }
}

function exceptionsTo(reader: ViewReader, rule: RulePlan, frame: Frame): readonly string[] {
  const others = reader.plan.editions[rule.edition]?.rules;
  return [...new Set([...rule.unless, ...rule.overriddenBy])].filter((name) => {
    const other = others?.get(name);
    return other !== undefined && holds(reader, other, frame);
  });
}
