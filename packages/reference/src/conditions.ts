import { Engine, type TopLevelCondition } from 'json-rules-engine';
import { evaluate, evaluateAll } from './evaluate-formula.js';
import type { Condition, Expr, Operand, Test } from './model.js';
import { registerOperators } from './operators.js';
import { plainPath } from './plain-path.js';
import type { Value } from './values.js';
import type { Frame } from './world.js';

type Facts = { [name: string]: Value };

/** Whether a condition holds: json-rules-engine decides, from facts that were computed before. */
export async function conditionHolds(condition: Condition, frame: Frame): Promise<boolean> {
  const facts: Facts = Object.create(null);
  const tree = await treeOf(condition, frame, facts);
  return decide('all' in tree || 'any' in tree || 'not' in tree ? tree : { all: [tree] }, facts);
}

/** One engine for one run: concurrent runs of one engine lose rules. */
export async function decide(conditions: TopLevelCondition, facts: Facts): Promise<boolean> {
  const engine = new Engine([], { allowUndefinedFacts: true, pathResolver: plainPath });
  registerOperators(engine);
  engine.addRule({ conditions, event: { type: 'holds' } });
  const { results } = await engine.run(facts);
  return results.length === 1;
}

type Tree = TopLevelCondition | { fact: string; operator: string; value: unknown };

/** The rule's JSON again, as the format has it, with the facts it reads gathered beside it. */
async function treeOf(condition: Condition, frame: Frame, facts: Facts): Promise<Tree> {
  switch (condition.kind) {
    case 'all':
      return { all: await branches(condition.of, frame, facts) };
    case 'any':
      return { any: await branches(condition.of, frame, facts) };
    case 'not':
      return { not: await treeOf(condition.of, frame, facts) };
    case 'test':
      return testOf(condition, frame, facts);
  }
}

async function branches(conditions: readonly Condition[], frame: Frame, facts: Facts): Promise<Tree[]> {
  const trees: Tree[] = [];
  for (const condition of conditions) trees.push(await treeOf(condition, frame, facts));
  return trees;
}

async function testOf(test: Test, frame: Frame, facts: Facts): Promise<Tree> {
  facts[test.fact] = await evaluate(test.read, frame);
  return { fact: test.fact, operator: test.operator, value: await operand(test.value, frame, facts) };
}

async function operand(value: Operand, frame: Frame, facts: Facts): Promise<unknown> {
  if (value.kind === 'none') return true;
  if (value.kind === 'list') return evaluateAll(value.items, frame);
  const name = factName(value.expr);
  const found = await evaluate(value.expr, frame);
  if (name === undefined) return found;
  facts[name] = found;
  return { fact: name };
}

/** What stands in `{ "fact": … }`; undefined for a literal. */
function factName(expr: Expr): string | undefined {
  switch (expr.kind) {
    case 'field':
    case 'key':
    case 'context':
    case 'indicator':
      return expr.name;
    case 'outer':
      return `outer.${expr.name}`;
    case 'standing':
      return `${expr.name}.${expr.part}`;
    default:
      return undefined;
  }
}
