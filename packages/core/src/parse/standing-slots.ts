import type { Formula } from '../model/expr.js';
import type { IndicatorModel } from '../model/rubric.js';
import { whereAt } from './condition-formula.js';
import type { FormulaSlot, WhereSlot } from './document-slots.js';
import { formulaAt } from './formula.js';
import { type Scope, withContext } from './formula-scope.js';
import type { ValueType } from './formula-words.js';
import type { Pass } from './world.js';

/** Formulas of a standing: most see a row, those about the whole table see its keys and its size. */
export class StandingSlots {
  readonly #table: Scope;

  constructor(
    readonly pass: Pass,
    readonly indicators: ReadonlyMap<string, IndicatorModel>,
    readonly row: Scope,
    table: Scope,
    /** What the members of the cohort are values of. */
    readonly member: 'text' | 'number' | undefined,
  ) {
    this.#table = withContext(table, 'size');
  }

  /** A condition on a tied group. */
  condition(slot: FormulaSlot | undefined, at: string): Formula | undefined {
    const scope = withContext(this.#table, 'tied', 'place');
    return slot === undefined ? undefined : formulaAt(this.pass, slot, at, scope, ['flag']).formula;
  }

  ask(slot: FormulaSlot, at: string, wanted: readonly ValueType[]): Formula {
    return formulaAt(this.pass, slot, at, this.row, wanted).formula;
  }

  filter(slot: WhereSlot, at: string): Formula {
    return whereAt(slot, at, this.pass, this.row);
  }

  quota(slot: FormulaSlot | undefined, at: string): Formula | undefined {
    return slot === undefined
      ? undefined
      : formulaAt(this.pass, slot, at, withContext(this.#table, 'taken'), ['number']).formula;
  }

  /** How many places of a list count. */
  depth(slot: FormulaSlot | undefined, at: string): Formula | undefined {
    return slot === undefined ? undefined : formulaAt(this.pass, slot, at, this.#table, ['number']).formula;
  }
}

/** Whether a formula is short for a name, so that it needs no brackets. */
export function isPlainName(text: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*(?:\.[a-z]+)?$/.test(text);
}
