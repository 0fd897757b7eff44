import type { AnalysisCode, Sight, Witness } from '../model/analysis.js';
import { childrenOf, type Expr } from '../model/expr.js';
import { exprText } from '../model/expr-text.js';
import type { JsonObject } from '../model/json.js';
import type { TableModel } from '../model/rubric.js';
import { branch } from './branch.js';
import { overlayAt } from './overlay-at.js';
import { NOWHERE, type Scope } from './range-scope.js';
import { replaced } from './replaced.js';
import type { Slot } from './slot.js';
import type { Suspect } from './suspect.js';
import { tableGap } from './table-gap.js';
import type { World } from './world.js';

/** Divisors that can be zero and tables that lack a row, where nothing says what is then to be. */
export function suspectUnknowns(world: World): readonly Suspect[] {
  return world.slots
    .filter((slot) => !isSettled(world, slot))
    .flatMap((slot) => {
      const scope = world.ranges.where({ ...NOWHERE, types: slot.types }, slot.given);
      return [...makersIn(slot.expr, scope, world)].map((maker) => suspectOf(world, slot, maker));
    });
}

/** Whether what is unknown here is provided for: by `otherwise`, or by `missing`. */
function isSettled({ edition }: World, { owner, pointer }: Slot): boolean {
  const { otherwise, body } = edition.indicators.get(owner.kind === 'indicator' ? owner.name : '') ?? {};
  if (otherwise !== undefined) return true;
  return pointer.includes('/of/') && body?.kind === 'measure' && body.missing !== 'unknown';
}

/** A part of a formula that can be unknown though all it reads is known, and what would fill it. */
interface Maker {
  readonly code: AnalysisCode;
  readonly part: Expr;
  readonly piece: string;
  readonly instead: Expr | { readonly table: string };
}

const ZERO: Expr = { kind: 'literal', type: 'number', value: 0 };

/** With what is known where each part is read. */
function* makersIn(expr: Expr, scope: Scope, world: World): Generator<Maker> {
  switch (expr.kind) {
    case 'binary':
      yield* makersIn(expr.left, scope, world);
      yield* makersIn(expr.right, rightScope(expr, scope, world), world);
      if ((expr.op === '/' || expr.op === '%') && !world.ranges.isNotZero(expr.right, scope)) yield division(expr);
      return;
    case 'if':
      yield* makersIn(expr.when, scope, world);
      yield* makersIn(expr.then, world.ranges.where(scope, expr.when), world);
      yield* makersIn(expr.else, world.ranges.where(scope, expr.when, false), world);
      return;
    case 'call':
      // Both are about what is unknown, so that nothing in them comes as a surprise.
      if (expr.name === 'coalesce' || expr.name === 'known') return;
      for (const arg of expr.args) yield* makersIn(arg, scope, world);
      return;
    case 'table': {
      for (const arg of expr.args) yield* makersIn(arg, scope, world);
      const table = world.edition.tables.get(expr.name);
      if (table !== undefined && tableGap(table, expr.args, scope, world)) yield lookup(expr, table);
      return;
    }
    case 'indicator':
    case 'standing':
    case 'unary':
    case 'in':
      for (const part of childrenOf(expr)) yield* makersIn(part, scope, world);
      return;
    case 'literal':
    case 'unknown':
    case 'field':
    case 'key':
    case 'outer':
    case 'context':
      return;
  }
}

function rightScope({ op, left }: Extract<Expr, { kind: 'binary' }>, scope: Scope, { ranges }: World): Scope {
  if (op === '&&') return ranges.where(scope, left);
  return op === '||' ? ranges.where(scope, left, false) : scope;
}

function division(part: Extract<Expr, { kind: 'binary' }>): Maker {
  const isZero: Expr = { kind: 'binary', type: 'flag', op: '==', left: part.right, right: ZERO };
  return { code: 'division-by-zero', part, piece: exprText(part.right), instead: branch(isZero, ZERO, part) };
}

function lookup(part: Expr, { name }: TableModel): Maker {
  return { code: 'table-gap', part, piece: exprText(part), instead: { table: name } };
}

function suspectOf(world: World, slot: Slot, { code, part, piece, instead }: Maker): Suspect {
  const { owner, pointer, expr } = slot;
  const rubric =
    'table' in instead
      ? { tables: { [instead.table]: { else: elseOf(world, instead.table) } } }
      : overlayAt(world.edition.document, pointer, exprText(replaced(expr, part, instead)));
  const table = 'table' in instead ? instead.table : '';
  return {
    code,
    pointer,
    names: table === '' ? [owner.name] : [owner.name, table],
    facts: { owner: owner.name, piece, table },
    witnesses: () => lost(world, slot, rubric),
  };
}

function elseOf({ edition }: World, table: string): number | string {
  return edition.tables.get(table)?.type === 'number' ? 0 : 'other';
}

/** Something is unknown, and known once this one place is filled. */
function* lost(world: World, slot: Slot, rubric: JsonObject): Generator<Witness> {
  const sight: Sight = { kind: 'differs', of: '', name: '', subject: '', isLost: true, one: null, other: null };
  for (const events of world.storiesAbout(slot)) {
    const { lens } = world;
    yield { events, lens, against: { events, lens: { ...lens, suppose: { rubric } } }, sight };
  }
}
