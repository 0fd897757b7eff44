import { child } from '../model/problem.js';
import type { TakeModel } from '../model/rubric.js';
import { whereAt } from './condition-formula.js';
import type { TakeDocument } from './document.js';
import type { FormulaSlot } from './document-slots.js';
import { formulaAt } from './formula.js';
import { type Scope, withContext } from './formula-scope.js';
import type { Pass } from './world.js';

/** Which members count: in a window of time, then kept, then dropped. */
export function takeAt(document: TakeDocument, pointer: string, scope: Scope, members: Scope, pass: Pass): TakeModel {
  return {
    window: document.window && windowAt(document.window, child(pointer, 'window'), scope, members, pass),
    keep: document.keep && keepAt(document.keep, child(pointer, 'keep'), scope, pass),
    drop: document.drop && dropAt(document.drop, child(pointer, 'drop'), scope, members, pass),
  };
}

type Window = NonNullable<TakeDocument['window']>;

/** The bounds are of the type of `by`, so that dates compare with dates and instants with instants. */
function windowAt(window: Window, pointer: string, scope: Scope, members: Scope, pass: Pass): TakeModel['window'] {
  if (window.from === undefined && window.until === undefined) pass.report.add('window-open', pointer, {});
  const hasEvent = members.event !== undefined;
  if (window.by === undefined && !hasEvent) pass.report.add('window-by-missing', child(pointer, 'by'), {});
  const by =
    window.by === undefined
      ? undefined
      : formulaAt(pass, window.by, child(pointer, 'by'), members, ['date', 'instant']);
  const type = by === undefined ? 'instant' : by.type;
  const bound = (slot: FormulaSlot | undefined, key: string) =>
    slot === undefined
      ? undefined
      : formulaAt(pass, slot, child(pointer, key), scope, type === undefined ? ['date', 'instant'] : [type]).formula;
  return { by: by?.formula.expr, from: bound(window.from, 'from'), until: bound(window.until, 'until') };
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
