import { child } from '../model/problem.js';
import type { TakeModel } from '../model/rubric.js';
import { whereAt } from './condition-formula.js';
import type { TakeDocument } from './document.js';
import type { FormulaSlot } from './document-slots.js';
import { formulaAt } from './formula.js';
import { type Scope, withContext } from './formula-scope.js';
import { windowAt } from './resolve-window.js';
import type { Pass } from './world.js';

/** Which members count: in a window of time, then kept, then dropped. */
export function takeAt(document: TakeDocument, pointer: string, scope: Scope, members: Scope, pass: Pass): TakeModel {
  return {
    window: document.window && windowAt(document.window, child(pointer, 'window'), scope, members, pass),
    keep: document.keep && keepAt(document.keep, child(pointer, 'keep'), scope, pass),
    drop: document.drop && dropAt(document.drop, child(pointer, 'drop'), scope, members, pass),
  };
}

const WHICH = ['best', 'worst', 'latest', 'first'] as const;

function keepAt(keep: NonNullable<TakeDocument['keep']>, pointer: string, scope: Scope, pass: Pass): TakeModel['keep'] {
  const given = WHICH.filter((which) => keep[which] !== undefined);
  const [which] = given;
  const n = which === undefined ? undefined : keep[which];
  if (given.length !== 1) pass.report.add('keep-one', pointer, { found: given.join(', ') });
  if (which === undefined || n === undefined) return undefined;
  return { which, n: formulaAt(pass, n, child(pointer, which), withContext(scope, 'size'), ['number']).formula };
}

function dropAt(
  drop: NonNullable<TakeDocument['drop']>,
  pointer: string,
  scope: Scope,
  members: Scope,
  pass: Pass,
): TakeModel['drop'] {
  const count = (slot: FormulaSlot | undefined, key: string) =>
    slot === undefined
      ? undefined
      : formulaAt(pass, slot, child(pointer, key), withContext(scope, 'size'), ['number']).formula;
  return {
    best: count(drop.best, 'best'),
    worst: count(drop.worst, 'worst'),
    where: drop.where === undefined ? undefined : whereAt(drop.where, child(pointer, 'where'), pass, members),
    optimal: drop.optimal === true,
  };
}
