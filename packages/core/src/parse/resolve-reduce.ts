import { eq, type Num, parseNum } from '../model/num.js';
import { child } from '../model/problem.js';
import type { Reduce } from '../model/rubric.js';
import type { ReduceDocument, ReduceWord } from './document.js';
import type { FormulaSlot, NumberSlot } from './document-slots.js';
import { formulaAt } from './formula.js';
import type { Scope } from './formula-scope.js';
import type { ValueType } from './formula-words.js';
import { numAt } from './numbers.js';
import type { Report } from './report.js';
import type { Pass } from './world.js';

/** How a measure reduces, by name: with the parameters left out. */
export type ReduceName = ReduceWord | 'decay';

export function reduceName(document: ReduceDocument): ReduceName {
  return typeof document === 'string' ? document : document.kind;
}

/** The reduction with its parameters, which stand in the scope of the indicator. */
export function reduceAt(document: ReduceDocument, pointer: string, scope: Scope, pass: Pass): Reduce {
  if (typeof document === 'string') return document;
  switch (document.kind) {
    case 'decay':
      return {
        kind: 'decay',
        weight: formulaAt(pass, document.weight, child(pointer, 'weight'), scope, ['number']).formula,
      };
    case 'mean': {
      const power = powerAt(document.power, child(pointer, 'power'), pass.report);
      return eq(power, 1) ? 'mean' : { kind: 'mean', power };
    }
  }
}

/** The power decides what kind of mean it is, so it is written down and not computed. */
function powerAt(slot: NumberSlot, pointer: string, report: Report): Num {
  if (typeof slot === 'number') return numAt(slot, pointer, report);
  const power = parseNum(slot);
  if (power === undefined) report.add('power-literal', pointer, { found: slot });
  return power ?? 1;
}

/** The type of what comes out; told where the members are of a type that the reduction does not take. */
export function reducedType(
  reduce: ReduceName,
  type: ValueType | undefined,
  pointer: string,
  pass: Pass,
): ValueType | undefined {
  switch (reduce) {
    case 'count':
      return 'number';
    case 'sum':
    case 'mean':
    case 'median':
    case 'decay':
      if (type !== undefined && type !== 'number')
        pass.report.add('reduce-type', pointer, { reduce, found: type, expected: 'number' });
      return 'number';
    case 'min':
    case 'max':
      if (type === 'text' || type === 'flag')
        pass.report.add('reduce-type', pointer, { reduce, found: type, expected: 'number|date|instant' });
      return type;
    case 'latest':
    case 'first':
      return type;
  }
}

/** The weight of members, at `pointer`, where the reduction takes none. */
export function sayWeight(weight: FormulaSlot | undefined, reduce: ReduceName, pointer: string, pass: Pass): void {
  if (weight === undefined || reduce === 'mean' || reduce === 'sum') return;
  if (reduce === 'decay') pass.report.add('decay-weights', pointer, {});
  else pass.report.add('weight-unused', pointer, { reduce });
}
