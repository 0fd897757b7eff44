import path from 'node:path';
import { isNode, lineOf, type Node, nameOf, type Syntax, syntaxOf } from './syntax.js';

const longest = 250;
const emptyNames = /^(?:utils?|helpers?|commons?|libs?|misc|managers?)$/i;
const kebab = /^\.?[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/;
const unfinished = /\b(?:TODO|FIXME|XXX|HACK)\b/;
const silenced = /@ts-(?:ignore|nocheck)\b/;
const runners = ['it', 'test', 'describe', 'suite', 'bench'];
const machinePath = /(?<![\w.~*-])\/(?:home|Users|root|work)\/\w|\b[A-Z]:\\Users\\/;
const registryHost =
  /registry\.(?:npmjs|npmmirror|yarnpkg)|https?:\/\/[^\s/]*(?:registry|mirror|artifactory|verdaccio)/i;

/** Breaches of the house style in the name and the lines of any committed file. */
export function namingViolations(file: string, text: string): string[] {
  const said: string[] = [];
  const segments = file.split('/');
  const inCode = segments[0] === 'packages' || segments[0] === 'examples';
  for (const segment of inCode ? segments : []) {
    if (emptyNames.test(segment.replace(/\..*$/, ''))) {
      said.push(`${file}: '${segment}' says nothing about what is inside; name it after what it exports.`);
    }
  }
  if (/\.(?:[cm]?[jt]sx?|json|jsonl)$/.test(file) && !kebab.test(path.posix.basename(file))) {
    said.push(`${file}: file names are kebab-case; rename it.`);
  }
  for (const [index, line] of text.split('\n').entries()) {
    if (machinePath.test(line)) said.push(`${file}:${index + 1} names a path of one machine; use a relative one.`);
    if (registryHost.test(line))
      said.push(`${file}:${index + 1} names a registry host; leave that to whoever installs.`);
  }
  return said;
}

/** Breaches of the house style in a TypeScript or JavaScript file, found in its syntax tree and comments. */
export function styleViolations(file: string, text: string): string[] {
  const syntax = syntaxOf(file, text);
  const inTests = /(?:^|\/)test\//.test(file);
  const reasoned = new Set(syntax.nodes.flatMap(reasonedSkip));
  const said = syntax.nodes.flatMap((node) => {
    if (reasoned.has(node)) return [];
    const why = judge(node) ?? (inTests ? judgeInTests(node) : undefined);
    return why === undefined ? [] : [`${file}:${lineOf(text, node.start)} ${why}.`];
  });
  return [...tooLong(file, text), ...said, ...inComments(syntax)];
}

function tooLong(file: string, text: string): string[] {
  const lines = text.replace(/\n$/, '').split('\n').length;
  if (!/^packages\/[^/]+\/src\//.test(file) || lines <= longest) return [];
  return [`${file} has ${lines} lines, more than ${longest}; split it by concept.`];
}

function judge(node: Node): string | undefined {
  switch (node.type) {
    case 'TSAnyKeyword':
      return 'says any; use unknown and narrow it, or a type parameter';
    case 'ExportAllDeclaration':
      return 'exports everything of a file; list the names';
    case 'TSAsExpression':
      return castsThroughUnknown(node) ? 'casts by way of unknown; parse or narrow the value' : undefined;
    case 'MemberExpression': {
      const property = nameOf(node.property) ?? '';
      if (!['skip', 'only', 'todo'].includes(property) || !runners.includes(baseOf(node.object))) return undefined;
      return `leaves tests out with .${property}; run them all, or delete the test`;
    }
    default:
      return undefined;
  }
}

/** The `it.skip` of a skip that tells its reason, a value of that name, at the end of the title in parentheses. */
function reasonedSkip(node: Node): unknown[] {
  if (node.type !== 'CallExpression' || !isNode(node.callee) || nameOf(node.callee.property) !== 'skip') return [];
  const title: unknown = Array.isArray(node.arguments) ? node.arguments[0] : undefined;
  const reason: unknown = isNode(title) && Array.isArray(title.expressions) ? title.expressions.at(-1) : undefined;
  if (!isNode(reason)) return [];
  return nameOf(reason.type === 'MemberExpression' ? reason.property : reason) === 'reason' ? [node.callee] : [];
}

function castsThroughUnknown(node: Node): boolean {
  let inner = node.expression;
  while (isNode(inner) && inner.type === 'ParenthesizedExpression') inner = inner.expression;
  if (!isNode(inner) || inner.type !== 'TSAsExpression') return false;
  return isNode(inner.typeAnnotation) && inner.typeAnnotation.type === 'TSUnknownKeyword';
}

/** `it` for `it`, `it.concurrent` and `it.each`. */
function baseOf(node: unknown): string {
  return isNode(node) && node.type === 'MemberExpression' ? baseOf(node.object) : (nameOf(node) ?? '');
}

function judgeInTests(node: Node): string | undefined {
  if (node.type !== 'CallExpression') return undefined;
  const name = nameOf(node.callee) ?? '';
  if (name === 'fetch') return 'fetches in a test; tests use no network';
  if (['setTimeout', 'setInterval', 'sleep'].includes(name)) return 'waits in a test; wait for the event itself';
  return undefined;
}

function inComments({ file, text, comments }: Syntax): string[] {
  return comments.flatMap((comment) => {
    const at = `${file}:${lineOf(text, comment.start)}`;
    if (unfinished.test(comment.value)) return [`${at} leaves something for later; do it, or open an issue.`];
    return silenced.test(comment.value) ? [`${at} silences the compiler; fix the type.`] : [];
  });
}

const topLevel = ['packages', 'examples', 'docs', 'package.json', 'pnpm-workspace.yaml', 'pnpm-lock.yaml'];
topLevel.push('tsconfig.base.json', 'vitest.config.ts', 'README.md', 'LICENSE', 'CHANGELOG.md');

/** What the top level has too much or too little; dotfiles are free. */
export function topLevelViolations(files: readonly string[]): string[] {
  const found = new Set(files.map((file) => file.split('/')[0] ?? file).filter((name) => !name.startsWith('.')));
  const strange = [...found].filter((name) => !topLevel.includes(name));
  const missing = topLevel.filter((name) => !found.has(name));
  return [
    ...strange.map((name) => `${name} does not belong to the top level; put it into packages/, examples/ or docs/.`),
    ...missing.map((name) => `${name} is missing from the top level.`),
  ];
}
