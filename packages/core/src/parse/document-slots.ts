import type { Json } from '../model/json.js';
import type { Bilingual } from '../model/problem.js';

/** A formula's text, or a number, true or false, which stand for themselves. */
export type FormulaSlot = string | number | boolean;
/** A JSON number, or a decimal text where it is longer than 15 digits. */
export type NumberSlot = string | number;
export type ShortWhere = { readonly [fact: string]: Json };
export type WhereSlot = FormulaSlot | ShortWhere;
export type OneOrMany = string | readonly string[];
export type TiesWord = 'standard' | 'modified' | 'dense' | 'ordinal' | 'fractional';

export interface ThresholdDocument {
  readonly id: string;
  readonly title?: Bilingual | undefined;
  readonly from?: NumberSlot | undefined;
  readonly below?: NumberSlot | undefined;
}
