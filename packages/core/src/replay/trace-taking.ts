import type { Formula } from '../model/expr.js';
import { exprText } from '../model/expr-text.js';
import type { Frame, IndicatorPlan } from '../model/plan.js';
import type { MeasureModel, PickModel } from '../model/rubric.js';
import type { Tracer } from './trace.js';
import { tellingAt, told } from './trace-working.js';

/** Lets a tracer hear what decides which members count: bounds of the window, how many to keep or drop, how they fade. */
export function hearTaking(tracer: Tracer, { model: { body } }: IndicatorPlan, frame: Frame, size: number): void {
  if (body.kind !== 'measure') return;
  const telling = tellingAt(tracer, { ...frame, size }, 1);
  for (const formula of formulasOf(body)) told(telling, formula, []);
}

function formulasOf({ take: { window, keep, drop }, reduce }: MeasureModel): readonly Formula[] {
  const written = [
    window?.from,
    window?.until,
    picked(window?.after),
    picked(window?.before),
    keep?.n,
    drop?.best,
    drop?.worst,
    typeof reduce === 'object' && reduce.kind === 'decay' ? reduce.weight : undefined,
  ];
  return written.flatMap((formula) => formula ?? []);
}

function picked(pick: PickModel | undefined): Formula | undefined {
  return pick && { text: exprText(pick), expr: pick };
}
