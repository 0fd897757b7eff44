// Every small change of a TypeScript source that a test should notice: operators, conditions, limits, calls that are
// left out. Types, imports, texts, and what leads to a thrown error stay as they are: sentences are held by golden
// tests, and errors are thrown for bugs alone.
import { parseAst } from 'vitest/node';

/** `{ start, end, replace, line, text }`: what stands there instead of what. */
export function mutantsOf(source) {
  const mutants = [];
  const add = (node, replace) => {
    const text = source.slice(node.start, node.end);
    if (text !== replace)
      mutants.push({ start: node.start, end: node.end, replace, text, line: lineOf(source, node.start) });
  };
  visit(parseAst(source, { lang: 'ts' }), (node) =>
    MUTATORS[node.type]?.(node, add, (part) => source.slice(part.start, part.end)),
  );
  return mutants;
}

const SKIPPED = /^(?:TS(?!AsExpression|SatisfiesExpression|NonNullExpression)|Import|ExportAll|ThrowStatement)/;

function visit(node, see) {
  if (SKIPPED.test(node.type)) return;
  see(node);
  for (const [name, part] of Object.entries(node)) {
    if (name === 'typeAnnotation' || name === 'typeArguments' || name === 'returnType') continue;
    if (name === 'key' && node.computed !== true) continue;
    for (const inner of Array.isArray(part) ? part : [part]) if (typeof inner?.type === 'string') visit(inner, see);
  }
}

const BINARY = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '==': ['!='],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '**': ['*'],
  '>>': ['<<'],
};
const ASSIGNED = { '+=': '-=', '-=': '+=', '*=': '/=', '/=': '*=', '||=': '&&=', '??=': '=' };
const METHODS = {
  some: 'every',
  every: 'some',
  min: 'max',
  max: 'min',
  floor: 'ceil',
  ceil: 'floor',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  push: 'unshift',
  find: 'findLast',
  shift: 'pop',
  pop: 'shift',
};
const LEFT_OUT = new Set(['sort', 'reverse', 'filter', 'slice', 'trim', 'toSorted']);

const MUTATORS = {
  BinaryExpression: (node, add, text) => {
    for (const operator of BINARY[node.operator] ?? []) add(node, `${text(node.left)} ${operator} ${text(node.right)}`);
  },
  LogicalExpression: (node, add, text) => {
    const operator = node.operator === '&&' ? '||' : '&&';
    add(node, `(${text(node.left)} ${operator} ${text(node.right)})`);
  },
  UnaryExpression: (node, add, text) => {
    if (node.operator === '!' || node.operator === '-') add(node, text(node.argument));
  },
  UpdateExpression: (node, add, text) => add(node, `${text(node.argument)}${node.operator === '++' ? '--' : '++'}`),
  AssignmentExpression: (node, add, text) => {
    const operator = ASSIGNED[node.operator];
    if (operator !== undefined) add(node, `${text(node.left)} ${operator} ${text(node.right)}`);
  },
  IfStatement: ({ test, consequent }, add) => {
    if (consequent.type === 'ThrowStatement') return;
    add(test, 'true');
    add(test, 'false');
  },
  ConditionalExpression: ({ test }, add) => {
    add(test, 'true');
    add(test, 'false');
  },
  WhileStatement: ({ test }, add) => add(test, 'false'),
  ForStatement: ({ test }, add) => test && add(test, 'false'),
  Literal: (node, add, text) => {
    if (typeof node.value === 'boolean') add(node, String(!node.value));
    if (typeof node.value === 'number' && !Number.isNaN(node.value)) add(node, `(${text(node)} + 1)`);
    if (typeof node.value === 'bigint') add(node, `(${text(node)} + 1n)`);
  },
  CallExpression: ({ callee, start, end }, add, text) => {
    if (callee.type !== 'MemberExpression' || callee.computed) return;
    const { name } = callee.property;
    if (METHODS[name] !== undefined) add(callee.property, METHODS[name]);
    if (LEFT_OUT.has(name)) add({ start, end }, text(callee.object));
  },
  ExpressionStatement: (node, add) => {
    if (node.directive === undefined) add(node, ';');
  },
  ContinueStatement: (node, add) => add(node, ';'),
  BreakStatement: (node, add) => add(node, ';'),
  ArrowFunctionExpression: ({ body }, add) => {
    if (body.type !== 'BlockStatement') add(body, 'undefined');
    else if (body.body.length > 0) add(body, '{}');
  },
  FunctionDeclaration: ({ body }, add) => body && body.body.length > 0 && add(body, '{}'),
  MethodDefinition: ({ value, kind }, add) => {
    if (kind !== 'constructor' && value.body?.body.length > 0) add(value.body, '{}');
  },
  ArrayExpression: (node, add) => node.elements.length > 0 && add(node, '[]'),
};

function lineOf(source, at) {
  return source.slice(0, at).split('\n').length;
}
