import { conjunctsOf } from '../model/condition-expr.js';
import type { Reason, RuleOfReason, Working } from '../model/explanation.js';
import type { Expr, Formula } from '../model/expr.js';
import { exprText } from '../model/expr-text.js';
import type { EditionPlan, Frame } from '../model/plan.js';
import type { RuleModel } from '../model/rubric.js';
import type { Tracer } from './trace.js';

/** Where something is told: in the scope of a frame, by the formulas of an edition. */
export interface Telling {
  readonly tracer: Tracer;
  readonly frame: Frame;
  readonly depth: number;
  readonly edition: EditionPlan;
}

export function tellingAt(tracer: Tracer, frame: Frame, depth: number, edition?: EditionPlan): Telling {
  return { tracer, frame, depth, edition: edition ?? tracer.reader.editionAt(frame.at) };
}

/** A formula as it went; the reasons of what it read are added to `behind`. */
export function told({ tracer, frame, depth, edition }: Telling, formula: Formula, behind: Reason[]): Working {
  const { inputs, ...working } = tracer.working(formula, frame, depth, edition);
  for (const { reason } of inputs)
    if (reason !== null && !behind.some((other) => isSame(other, reason))) behind.push(reason);
  return { ...working, inputs: inputs.map(({ name, value }) => ({ name, value })) };
}

function isSame(a: Reason, b: Reason): boolean {
  return JSON.stringify([a.indicator, a.keys, a.passed]) === JSON.stringify([b.indicator, b.keys, b.passed]);
}

/** The parts of a condition as they went: all of them, or those alone that do not hold. */
export function partsTold(
  telling: Telling,
  where: Expr | undefined,
  behind: Reason[],
  all: boolean = true,
): readonly Working[] {
  const parts = where === undefined ? [] : partsOf(where);
  return parts
    .filter((expr) => all || telling.edition.partOf(expr)(telling.frame) !== true)
    .map((expr) => told(telling, { text: exprText(expr), expr }, behind));
}

/** The conjuncts of a condition; that a part is true, as rules ask of a fact, is no part of its own. */
function partsOf(where: Expr): readonly Expr[] {
  return conjunctsOf(where).flatMap((part): readonly Expr[] => {
    if (part.kind === 'literal' && part.value === true) return [];
    const isPlainAsk = part.kind === 'binary' && part.op === '==' && part.left.type === 'flag';
    return isPlainAsk && part.right.kind === 'literal' && part.right.value === true ? partsOf(part.left) : [part];
  });
}

/** Whether a formula is but a name or a literal, so that its value says all. */
export function isPlain(expr: Expr): boolean {
  if (expr.kind === 'unary') return expr.of.kind === 'literal';
  return ['literal', 'unknown', 'field', 'key', 'outer', 'context', 'indicator'].includes(expr.kind);
}

/** A rule as reasons name it. */
export function ruleReason({ name, title, basis }: RuleModel, edition: string | undefined): RuleOfReason {
  return { name, title: title ?? null, basis: basis ?? null, edition: edition ?? '' };
}
