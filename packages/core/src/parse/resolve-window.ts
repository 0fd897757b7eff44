import { child } from '../model/problem.js';
import type { TakeModel } from '../model/rubric.js';
import type { TakeDocument } from './document.js';
import type { FormulaSlot } from './document-slots.js';
import { formulaAt } from './formula.js';
import type { Scope } from './formula-scope.js';
import { pickAt } from './resolve-pick.js';
import type { Pass } from './world.js';

type Window = NonNullable<TakeDocument['window']>;

/** The bounds in time are of the type of `by`, so that dates compare with dates and instants with instants. */
export function windowAt(
  window: Window,
  pointer: string,
  scope: Scope,
  members: Scope,
  pass: Pass,
): TakeModel['window'] {
  sayBounds(window, pointer, members, pass);
  const by =
    window.by === undefined
      ? undefined
      : formulaAt(pass, window.by, child(pointer, 'by'), members, ['date', 'instant']);
  const type = by === undefined ? 'instant' : by.type;
  const bound = (slot: FormulaSlot | undefined, key: string) =>
    slot === undefined
      ? undefined
      : formulaAt(pass, slot, child(pointer, key), scope, type === undefined ? ['date', 'instant'] : [type]).formula;
  return {
    by: by?.formula.expr,
    from: bound(window.from, 'from'),
    until: bound(window.until, 'until'),
    after: pickAt(window.after, child(pointer, 'after'), scope, pass),
    before: pickAt(window.before, child(pointer, 'before'), scope, pass),
  };
}

function sayBounds(window: Window, pointer: string, members: Scope, { report }: Pass): void {
  const hasTime = window.from !== undefined || window.until !== undefined;
  const hasEvent = window.after !== undefined || window.before !== undefined;
  if (!hasTime && !hasEvent) report.add('window-open', pointer, {});
  else if (!hasTime && window.by !== undefined) report.add('window-by-alone', child(pointer, 'by'), {});
  if (!(hasEvent && !hasTime) && window.by === undefined && members.event === undefined)
    report.add('window-by-missing', child(pointer, 'by'), {});
}
