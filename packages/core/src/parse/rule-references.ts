import { child } from '../model/problem.js';
import type { Draft } from './edition-draft.js';
import { inOrder } from './order.js';
import type { Report } from './report.js';
import type { RuleRead } from './resolve-rule.js';

/** Exceptions among rules: they name other rules on the same trigger, and never run in a circle; whether they do not. */
export function sayReferences(draft: Draft, report: Report): boolean {
  for (const rule of draft.rules.values()) {
    sayEach(rule, 'unless', draft, report);
    sayEach(rule, 'overrides', draft, report);
  }
  const waits = new Map<string, string[]>([...draft.rules.keys()].map((name) => [name, []]));
  for (const [name, { model }] of draft.rules) {
    waits.get(name)?.push(...model.unless);
    for (const other of model.overrides) waits.get(other)?.push(name);
  }
  const { cycle } = inOrder(waits);
  if (cycle === undefined) return true;
  const at = draft.rules.get(cycle[0] ?? '')?.pointer ?? '';
  report.add('rule-order-cycle', at, { cycle: cycle.join(' → ') });
  return false;
}

function sayEach(rule: RuleRead, key: 'unless' | 'overrides', draft: Draft, report: Report): void {
  const { model } = rule;
  model[key].forEach((name, index) => {
    const at = child(child(rule.pointer, key), index);
    const other = draft.rules.get(name)?.model;
    if (other === undefined) {
      if (!draft.world.broken.has(name))
        report.add('rule-unknown', at, { name, nearest: report.near(name, draft.rules.keys()) });
    } else if (!triggersOf(model).some((trigger) => triggersOf(other).includes(trigger))) {
      report.add('rule-other-trigger', at, { name: model.name, other: name, on: triggersOf(other).join(', ') });
    }
  });
}

function triggersOf({ on }: RuleRead['model']): readonly string[] {
  return on.kind === 'events' ? on.types : [on.standing];
}
