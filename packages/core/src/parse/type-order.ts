import type { RubricDocument } from './document.js';
import { type Define, namesIn } from './formula-defines.js';
import { inOrder } from './order.js';

/** The indicators in an order in which one comes after those whose names stand in its texts, as far as there are no circles. */
export function indicatorsInOrder(document: RubricDocument, defines: ReadonlyMap<string, Define>): readonly string[] {
  const { indicators = {} } = document;
  const uses = new Map([...defines].map(([name, define]) => [name, namesIn(define.body)] as const));
  const reads = Object.entries(indicators).map(([name, indicator]): [string, readonly string[]] => {
    const names = new Set<string>();
    for (const key of ['is', 'of', 'map', 'otherwise', 'take', 'need'] as const) textsIn(indicator[key], names);
    expand(names, uses);
    return [name, [...names].filter((read) => read !== name && Object.hasOwn(indicators, read))];
  });
  return inOrder(new Map(reads)).order;
}

function textsIn(part: unknown, into: Set<string>): void {
  if (typeof part === 'string') for (const [name] of part.slice(0, 2000).matchAll(NAME)) into.add(name);
  else if (typeof part === 'object' && part !== null) for (const inner of Object.values(part)) textsIn(inner, into);
}

/** The names in defined formulas are names of their user. */
function expand(names: Set<string>, uses: ReadonlyMap<string, ReadonlySet<string>>): void {
  for (const name of names) for (const used of uses.get(name) ?? []) names.add(used);
}

const NAME = /[A-Za-z_][A-Za-z0-9_]*/g;
