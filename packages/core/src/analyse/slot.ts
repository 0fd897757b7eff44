import type { Expr, Formula } from '../model/expr.js';
import { child } from '../model/problem.js';

/** A place in an edition where a formula or condition stands. */
export interface Slot {
  /** Into the merged document. */
  readonly pointer: string;
  readonly expr: Expr;
  /** Types of the event in scope; none where there is no event. */
  readonly types: readonly string[];
  /** What holds wherever this is read: the condition of the members it is the value of. */
  readonly given: Expr | undefined;
  readonly owner: { readonly kind: 'field' | 'cohort' | 'indicator' | 'rule' | 'standing'; readonly name: string };
}

/** Slots of one owner, at one place. */
export class Place {
  constructor(
    readonly owner: Slot['owner'],
    readonly pointer: string,
    readonly types: readonly string[] = [],
    readonly given: Expr | undefined = undefined,
  ) {}

  at(...keys: readonly (string | number)[]): Place {
    return new Place(this.owner, keys.reduce<string>(child, this.pointer), this.types, this.given);
  }

  of(types: readonly string[], given?: Expr): Place {
    return new Place(this.owner, this.pointer, types, given);
  }

  slot(key: string | number, formula: Formula | Expr | undefined): readonly Slot[] {
    if (formula === undefined) return [];
    const { owner, types, given } = this;
    const expr = 'expr' in formula ? formula.expr : formula;
    return [{ pointer: child(this.pointer, key), expr, types, given, owner }];
  }
}
