import type { RuleExample } from '../model/example.js';
import type { Json } from '../model/json.js';
import type { Bilingual } from '../model/problem.js';
import type { FormulaSlot, OneOrMany, WhereSlot } from './document-slots.js';

type Named<T> = { readonly [name: string]: T };
type Maybe<T> = T | undefined;

export interface RuleDocument {
  readonly name: string;
  readonly title?: Maybe<Bilingual>;
  readonly basis?: Maybe<string>;
  readonly on: OneOrMany;
  readonly for?: Maybe<string>;
  readonly at?: Maybe<FormulaSlot>;
  readonly where?: Maybe<WhereSlot>;
  readonly conditions?: Maybe<Json>;
  readonly unless?: Maybe<readonly string[]>;
  readonly overrides?: Maybe<readonly string[]>;
  readonly appliesBy?: Maybe<FormulaSlot>;
  readonly priority?: Maybe<Json>;
  readonly examples?: Maybe<readonly RuleExample[]>;
  readonly event: EffectDocument;
}

export interface TargetDocument {
  readonly event?: Maybe<FormulaSlot>;
  readonly items?: Maybe<string>;
}

export type EffectDocument =
  | { readonly type: 'give'; readonly params: { readonly to: string; readonly points: FormulaSlot } }
  | {
      readonly type: 'issue';
      readonly params: {
        readonly type: string;
        readonly each?: Maybe<OneOrMany>;
        readonly where?: Maybe<WhereSlot>;
        readonly fields?: Maybe<Named<FormulaSlot>>;
        readonly consumes?: Maybe<readonly (TargetDocument & { readonly as: string })[]>;
      };
    }
  | { readonly type: 'end'; readonly params: TargetDocument & { readonly as: string } }
  | { readonly type: 'void'; readonly params: TargetDocument }
  | {
      readonly type: 'limit';
      readonly params: {
        readonly indicator: string;
        readonly max?: Maybe<FormulaSlot>;
        readonly min?: Maybe<FormulaSlot>;
      };
    }
  | { readonly type: 'consequence'; readonly params: ConsequenceDocument };

export interface ConsequenceDocument {
  readonly what: string;
  readonly title?: Maybe<Bilingual>;
  readonly to?: Maybe<string>;
  readonly authority?: Maybe<string>;
  readonly amount?: Maybe<FormulaSlot>;
  readonly due?: Maybe<FormulaSlot>;
  readonly recommendation?: Maybe<boolean>;
}
