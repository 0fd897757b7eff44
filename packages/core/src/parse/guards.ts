import type { Condition, Expr } from '../model/expr.js';
import { isOpen } from './formula-scope.js';
import type { Report } from './report.js';
import type { RuleRead } from './resolve-rule.js';
import type { Unknowns } from './unknowns.js';

/** Refuses tests of facts that may be unknown, unless `present` or `absent` of the same fact stands guard before them. */
export function sayUnguarded(rule: RuleRead, unknowns: Unknowns, report: Report): void {
  const types = rule.model.on.kind === 'events' ? rule.model.on.types : [];
  if (isOpen(rule.scope)) return;
  const told = new Set<Condition>();
  walk(rule.model.when, new Set(), (test, name, read) => {
    if (!unknowns.of(read, types) || isOfRow(read, rule.model.on) || told.has(test)) return;
    told.add(test);
    report.add('condition-unguarded', rule.places.get(test) ?? rule.pointer, { fact: name });
  });
}

/** Of the row that a rule is tried for, it is known how many there are and which awards it has. */
function isOfRow(read: Expr, on: RuleRead['model']['on']): boolean {
  if (read.kind !== 'standing' || on.kind !== 'standing' || read.name !== on.standing) return false;
  return read.part !== 'rank' && read.part !== 'tied' && read.part !== 'band';
}

type Test = Condition & { readonly kind: 'test' };
type Ask = (test: Test, name: string, read: Expr) => void;

function walk(condition: Condition, guarded: ReadonlySet<string>, ask: Ask): void {
  switch (condition.kind) {
    case 'not':
      walk(condition.of, guarded, ask);
      break;
    case 'test':
      ofTest(condition, guarded, ask);
      break;
    default: {
      // After `present` in an `all`, or `absent` in an `any`, what follows is reached only where the fact is known.
      const guard = condition.kind === 'all' ? 'present' : 'absent';
      const inside = new Set(guarded);
      for (const part of condition.of) {
        walk(part, inside, ask);
        if (part.kind === 'test' && part.operator === guard) inside.add(part.fact);
      }
    }
  }
}

function ofTest(test: Test, guarded: ReadonlySet<string>, ask: Ask): void {
  if (test.operator === 'present' || test.operator === 'absent') return;
  if (!guarded.has(test.fact)) ask(test, test.fact, test.read);
  if (test.value.kind !== 'expr') return;
  const { expr } = test.value;
  const name = nameOf(expr);
  if (name !== undefined && !guarded.has(name)) ask(test, name, expr);
}

function nameOf(expr: Expr): string | undefined {
  if (expr.kind === 'standing') return `${expr.name}.${expr.part}`;
  return 'name' in expr ? expr.name : undefined;
}
