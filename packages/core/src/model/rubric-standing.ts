import type { StandingExample } from './example.js';
import type { Expr, Formula } from './expr.js';
import type { Num } from './num.js';
import type { Bilingual } from './problem.js';

export type TieConvention = 'standard' | 'modified' | 'dense' | 'ordinal' | 'fractional';

export interface StandingModel {
  readonly name: string;
  readonly examples: readonly StandingExample[];
  readonly title: Bilingual;
  readonly among: string;
  /** The first that holds says why a row is not ranked. */
  readonly unranked: readonly { readonly where: Formula; readonly label: string }[];
  readonly by: readonly ChainStep[];
  readonly ties: TieConvention;
  /** The indicator shown as `total`; the first key where not named. */
  readonly total: Formula;
  readonly bands: readonly BandModel[];
  readonly awards: readonly AwardModel[];
  readonly hidden: boolean;
}

/** What an order is made of: keys, and blocks of keys. */
export type ChainStep = RankKey | AmongBlock;

/** Keys that are read of those still tied alone, and once more of every part that they leave tied. */
export interface AmongBlock {
  readonly kind: 'among';
  /** Of events of these types, only those count whose fields all hold one of the tied. */
  readonly types: readonly string[];
  readonly fields: readonly string[];
  /** Each is called `among: ` and its own name. */
  readonly by: readonly RankKey[];
  /** Of a tied group: whether the block is applied to it. */
  readonly if: Formula | undefined;
}

/** One key of a chain: a value, or the list of what an indicator is made of. */
export type RankKey = FormulaKey | ListKey;

interface KeyHead {
  readonly name: string;
  readonly title: Bilingual | undefined;
  readonly order: 'desc' | 'asc';
  readonly unknown: 'unranked' | 'first' | 'last' | 'skip';
  /** Of a tied group: whether the key splits it. */
  readonly if: Formula | undefined;
}

export interface FormulaKey extends KeyHead {
  readonly kind: 'is';
  readonly is: Formula;
}

/** Lists are compared place by place; the first difference decides. */
export interface ListKey extends KeyHead {
  readonly kind: 'items';
  /** The measure whose members, as far as they are left to reduce, make the list. */
  readonly items: Expr & { readonly kind: 'indicator' };
  readonly sort: 'members' | 'best' | 'worst' | 'key';
  /** Whether the list goes from the last of that order to the first. */
  readonly reverse: boolean;
  readonly depth: Formula | undefined;
  /** Stands where a list has no value; without it, having none comes last. */
  readonly pad: Num | undefined;
}

/** What becomes of a tied group that outnumbers the places left. */
export type Edge = 'decide' | 'extend' | 'skip' | 'next-key' | 'split';

export interface BandModel {
  readonly id: string;
  readonly title: Bilingual | undefined;
  readonly basis: string | undefined;
  readonly where: Formula | undefined;
  readonly quota: Formula | undefined;
  readonly edge: Exclude<Edge, 'split'>;
  /** Keys that part such a group, where the edge is `next-key`. */
  readonly edgeKeys: readonly RankKey[];
  readonly plus: Formula | undefined;
}

export interface AwardModel {
  readonly id: string;
  readonly title: Bilingual | undefined;
  readonly basis: string | undefined;
  readonly where: Formula | undefined;
  readonly by: readonly ChainStep[];
  readonly quota: Formula | undefined;
  readonly edge: Edge;
  readonly edgeKeys: readonly RankKey[];
  /** Awards of the same standing that exclude this one. */
  readonly exclusive: readonly string[];
}
