import type { PickModel } from '../model/rubric.js';
import type { IndicatorDocument } from './document.js';
import { formulaAt } from './formula.js';
import type { Scope } from './formula-scope.js';
import type { Pass } from './world.js';

/** The reading of an indicator that picks an event for a window; undefined where it cannot be that. */
export function pickAt(name: string | undefined, pointer: string, scope: Scope, pass: Pass): PickModel | undefined {
  if (name === undefined) return undefined;
  const { world, report } = pass;
  const head = world.indicators.get(name);
  if (head === undefined) {
    if (!world.broken.has(name))
      report.add('indicator-unknown', pointer, { name, nearest: report.near(name, world.indicators.keys()) });
    return undefined;
  }
  if (!picks(head.document)) report.add('pick-none', pointer, { name });
  const { expr } = formulaAt(pass, name, pointer, scope).formula;
  return expr.kind === 'indicator' ? expr : undefined;
}

/** Whether an indicator comes to one event: the last or the first of some. */
function picks({ of, reduce }: IndicatorDocument): boolean {
  return of?.kind === 'events' && (reduce === 'latest' || reduce === 'first');
}
