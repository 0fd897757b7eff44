import type { Expr } from '../model/expr.js';
import { readIndicator } from './formula-read.js';
import { isOpen, type ScopeItem } from './formula-scope.js';
import type { Place } from './formula-syntax.js';
import { type Check, hole, type Typed, typed } from './formula-typed.js';
import { CONTEXT_TYPES, isContextName, isFunctionName, isLocalWord } from './formula-words.js';

/** A name alone, in the order of scope: a field, a key, a passed value, a context name, an indicator. */
export function checkName(name: string, at: Place, check: Check): Typed {
  const { scope, world } = check;
  if (name === 'unknown') return hole(at);
  const isLocal = isLocalWord(name);
  if (isLocal && isIn(scope, name)) return contextNamed(name, at, check);
  const field = scope.event?.fields.get(name);
  if (field !== undefined) return fieldNamed(name, at, check);
  if (scope.keys.has(name)) return typed(keyExpr(name, check), at, { isKey: true });
  if (scope.passed.has(name) && !isIn(scope, name)) return passed(name, at, check);
  if (isContextName(name) && !isLocal) return contextNamed(name, at, check);
  if (world.indicators.has(name)) return readIndicator(name, [], at, check);
  return unresolved(name, at, check);
}

/** `outer.name`: a key of the scope around, or a passed value. */
export function checkOuter(name: string, at: Place, check: Check): Typed {
  const { scope, world } = check;
  if (scope.passed.has(name)) return passed(name, at, check);
  if (scope.keys.has(name))
    return typed({ kind: 'outer', type: world.keys.get(name) ?? 'text', name }, at, { isKey: true });
  if (world.broken.has(name)) return hole(at);
  check.say('outer-unknown', {
    ...place(at),
    name,
    nearest: check.near(name, scope.keys),
    available: [...scope.keys].join(', '),
  });
  return hole(at);
}

/** Names that a message may propose; made only if it is asked for them. */
export function* namesInScope({ scope, world }: Check): Generator<string> {
  yield* scope.event?.fields.keys() ?? [];
  yield* scope.keys;
  yield* scope.passed;
  yield* scope.context;
  if (!scope.reads) return;
  for (const names of [world.indicators, world.tables, world.standings]) yield* names.keys();
}

function fieldNamed(name: string, at: Place, check: Check): Typed {
  const field = check.scope.event?.fields.get(name);
  if (field === undefined || field.type === undefined) return hole(at);
  if (field.kind === 'list') {
    check.say('list-as-value', { ...place(at), name });
    return hole(at);
  }
  const expr: Expr = { kind: 'field', type: field.type, name };
  const base = typed(expr, at, { unit: field.unit, isKey: field.kind === 'key' });
  return field.choices.length === 0 ? base : { ...base, choices: { field: name, of: field.choices } };
}

function keyExpr(name: string, check: Check): Expr {
  return { kind: 'key', type: check.world.keys.get(name) ?? 'text', name };
}

function passed(name: string, at: Place, check: Check): Typed {
  const type = check.world.types.passed.get(name);
  const expr: Expr = { kind: 'outer', type: type ?? 'number', name };
  return { ...typed(expr, at), type };
}

function isIn(scope: Check['scope'], name: string): name is keyof typeof CONTEXT_TYPES {
  return isContextName(name) && scope.context.has(name);
}

function contextNamed(name: keyof typeof CONTEXT_TYPES, at: Place, check: Check): Typed {
  const { scope } = check;
  if (!scope.context.has(name)) {
    check.say('name-out-of-scope', { ...place(at), name });
    return hole(at);
  }
  if (name === 'item' && scope.item !== undefined) return itemNamed(scope.item, at);
  if (name !== 'it') return typed({ kind: 'context', type: CONTEXT_TYPES[name], name }, at);
  return { ...typed({ kind: 'context', type: scope.it ?? 'number', name }, at), type: scope.it };
}

function itemNamed({ type, choices }: ScopeItem, at: Place): Typed {
  const item = typed({ kind: 'context', type, name: 'item' }, at);
  return choices.length === 0 ? item : { ...item, choices: { field: 'item', of: choices } };
}

function unresolved(name: string, at: Place, check: Check): Typed {
  const { scope, world } = check;
  if (world.broken.has(name) || isOpen(scope)) return hole(at);
  const type = scope.event?.partial.get(name);
  if (scope.event?.later?.has(name) === true) check.say('name-later', { ...place(at), name });
  else if (type !== undefined) check.say('name-not-common', { ...place(at), name, type });
  else if (world.tables.has(name)) check.say('table-alone', { ...place(at), name, by: columnsOf(name, check) });
  else if (world.standings.has(name)) check.say('standing-alone', { ...place(at), name });
  else if (isFunctionName(name)) check.say('function-alone', { ...place(at), name });
  else if (world.keys.has(name)) check.say('key-unbound-name', { ...place(at), name });
  else if (name === 'item' || name === 'position') check.say('item-outside', { ...place(at), name });
  else if (isLocalWord(name)) check.say('name-out-of-scope', { ...place(at), name });
  else check.say('name-unknown', { ...place(at), name, nearest: check.near(name, namesInScope(check)) });
  return hole(at);
}

function columnsOf(table: string, check: Check): string {
  return (check.world.tables.get(table)?.columns ?? []).map((column) => column.name).join(', ');
}

function place(at: Place): Place {
  return { piece: at.piece, column: at.column };
}
