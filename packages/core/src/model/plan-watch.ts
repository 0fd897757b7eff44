import type { Condition, Expr } from './expr.js';
import type { Frame, RulePlan } from './plan.js';

/** Looks on while a plan is evaluated, to tell which parts of a rubric were used at all. */
export interface Watch {
  /** A node of a formula went one of its ways: a branch, a row of a table, the argument that decided. */
  went(node: Expr, way: string): void;
  /** A test of a condition was made. */
  tested(test: Condition, holds: boolean): void;
  /** A rule that goes forward or voids was tried for its trigger, in the scope of the frame, and for a member of its cohort. */
  tried(rule: RulePlan, frame: Frame, member: string | undefined, held: boolean): void;
}
