import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../repository.js';
import { isNode, literalOf, type Node, nameOf, syntaxOf } from '../syntax.js';

/** A test, or a group of tests, as its file writes it. */
export interface Titled {
  readonly title: string;
  /** The titles of the groups that it stands in, outermost first. */
  readonly within: readonly string[];
  readonly runner: Runner;
}

type Runner = (typeof RUNNERS)[number];

const RUNNERS = ['describe', 'test', 'it', 'law'] as const;

/** The titles in a test file of a package: `core/test/num.test.ts`. A title may be a constant of the file; `%s` stays as it is. */
export function titlesIn(file: string): readonly Titled[] {
  const { nodes } = syntaxOf(file, readFileSync(path.join(root, 'packages', file), 'utf8'));
  const constants = new Map(nodes.flatMap(constantOf));
  const found = nodes.flatMap((node) => {
    const runner = node.type === 'CallExpression' ? runnerOf(node.callee) : undefined;
    if (runner === undefined) return [];
    const first: unknown = Array.isArray(node.arguments) ? node.arguments[0] : undefined;
    const title = literalOf(first) ?? (isNode(first) ? constants.get(nameOf(first) ?? '') : undefined);
    return title === undefined ? [] : [{ node, title, runner }];
  });
  return found.map(({ node, title, runner }) => {
    const around = found.filter((one) => one.runner === 'describe' && holds(one.node, node));
    return { title, runner, within: around.map((one) => one.title) };
  });
}

/** `test` for `test(…)`, `test.concurrent(…)` and `test.each(…)(…)`. */
function runnerOf(callee: unknown): Runner | undefined {
  if (!isNode(callee)) return undefined;
  if (callee.type === 'CallExpression') return runnerOf(callee.callee);
  if (callee.type === 'MemberExpression') return runnerOf(callee.object);
  const name = nameOf(callee);
  return RUNNERS.find((runner) => runner === name);
}

function holds(outer: Node, inner: Node): boolean {
  return outer.start < inner.start && inner.end <= outer.end;
}

function constantOf(node: Node): readonly (readonly [string, string])[] {
  const [name, value] = node.type === 'VariableDeclarator' ? [nameOf(node.id), literalOf(node.init)] : [];
  return name === undefined || value === undefined ? [] : [[name, value]];
}
