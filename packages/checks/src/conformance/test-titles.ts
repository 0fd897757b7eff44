import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../repository.js';
import { isNode, literalOf, type Node, nameOf, syntaxOf } from '../syntax.js';

/** A test, or a group of tests, as its file writes it. */
export interface Titled {
  readonly title: string;
  /** The titles of the groups that it stands in, outermost first. */
  readonly within: readonly string[];
  readonly isGroup: boolean;
}

const TESTS = ['test', 'it', 'law'];
const GROUPS = ['describe'];

/** The titles in a test file of a package: `core/test/num.test.ts`. A title may be a constant of the file; `%s` stays as it is. */
export function titlesIn(file: string): readonly Titled[] {
  const { nodes } = syntaxOf(file, readFileSync(path.join(root, 'packages', file), 'utf8'));
  const constants = new Map(nodes.flatMap(constantOf));
  const found = nodes.flatMap((node) => {
    const name = node.type === 'CallExpression' ? runnerOf(node.callee) : undefined;
    const first: unknown = name !== undefined && Array.isArray(node.arguments) ? node.arguments[0] : undefined;
    const title = literalOf(first) ?? (isNode(first) ? constants.get(nameOf(first) ?? '') : undefined);
    return title === undefined ? [] : [{ node, title, isGroup: GROUPS.includes(name ?? '') }];
  });
  return found.map(({ node, title, isGroup }) => {
    const around = found.filter((one) => one.isGroup && one.node.start < node.start && node.end <= one.node.end);
    return { title, isGroup, within: around.map((one) => one.title) };
  });
}

/** `test` for `test(…)`, `test.concurrent(…)` and `test.each(…)(…)`. */
function runnerOf(callee: unknown): string | undefined {
  if (!isNode(callee)) return undefined;
  if (callee.type === 'CallExpression') return runnerOf(callee.callee);
  if (callee.type === 'MemberExpression') return runnerOf(callee.object);
  const name = nameOf(callee);
  return name !== undefined && [...TESTS, ...GROUPS].includes(name) ? name : undefined;
}

function constantOf(node: Node): readonly (readonly [string, string])[] {
  const [name, value] = node.type === 'VariableDeclarator' ? [nameOf(node.id), literalOf(node.init)] : [];
  return name === undefined || value === undefined ? [] : [[name, value]];
}
