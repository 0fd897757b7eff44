import { isJsonArray, isJsonObject, type Json } from '../model/json.js';
import { child } from '../model/problem.js';
import type { RubricDocument } from './document.js';
import { inOrder } from './order.js';
import type { Report } from './report.js';

/** Named conditions that refer to themselves, whether a rule uses them or not. */
export function sayConditionCircles({ conditions = {} }: RubricDocument, report: Report): void {
  const { cycle } = inOrder(new Map(Object.entries(conditions).map(([name, body]) => [name, namesIn(body)])));
  const [first] = cycle ?? [];
  if (cycle === undefined || first === undefined) return;
  report.add('condition-recursion', child('/conditions', first), { cycle: cycle.join(' → ') });
}

function namesIn(json: Json): readonly string[] {
  if (isJsonArray(json)) return json.flatMap(namesIn);
  if (!isJsonObject(json)) return [];
  const { condition, all = null, any = null, not = null } = json;
  return [...(typeof condition === 'string' ? [condition] : []), ...[all, any, not].flatMap(namesIn)];
}
