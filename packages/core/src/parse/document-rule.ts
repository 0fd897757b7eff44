import type { RuleExample, StandingExample } from '../model/example.js';
import type { Json } from '../model/json.js';
import type { Bilingual } from '../model/problem.js';
import type { FormulaSlot, OneOrMany, ShortWhere, ThresholdDocument, TiesWord, WhereSlot } from './document-slots.js';

type Named<T> = { readonly [name: string]: T };
type Maybe<T> = T | undefined;

export interface RuleDocument {
  readonly name: string;
  readonly title?: Maybe<Bilingual>;
  readonly basis?: Maybe<string>;
  readonly on: OneOrMany;
  readonly for?: Maybe<string>;
  readonly at?: Maybe<FormulaSlot>;
  readonly where?: Maybe<ShortWhere>;
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

export interface StandingDocument {
  readonly title?: Maybe<Bilingual>;
  readonly among: string;
  readonly total?: Maybe<FormulaSlot>;
  readonly ties?: Maybe<TiesWord>;
  readonly unranked?: Maybe<{ readonly where: WhereSlot; readonly label: string }>;
  readonly by: readonly RankKeyDocument[];
  readonly bands?: Maybe<readonly BandDocument[]>;
  readonly awards?: Maybe<readonly AwardDocument[]>;
  readonly hidden?: Maybe<boolean>;
  readonly examples?: Maybe<readonly StandingExample[]>;
}

export interface RankKeyDocument {
  readonly name?: Maybe<string>;
  readonly title?: Maybe<Bilingual>;
  readonly is: FormulaSlot;
  readonly order?: Maybe<'desc' | 'asc'>;
  readonly unknown?: Maybe<'unranked' | 'first' | 'last' | 'skip'>;
}

export type EdgeWord = 'decide' | 'extend' | 'skip';

export interface BandDocument extends ThresholdDocument {
  readonly basis?: Maybe<string>;
  readonly where?: Maybe<WhereSlot>;
  readonly quota?: Maybe<FormulaSlot>;
  readonly edge?: Maybe<EdgeWord>;
  readonly plus?: Maybe<WhereSlot>;
}

export interface AwardDocument {
  readonly id: string;
  readonly title?: Maybe<Bilingual>;
  readonly basis?: Maybe<string>;
  readonly where?: Maybe<WhereSlot>;
  readonly by?: Maybe<readonly RankKeyDocument[]>;
  readonly quota?: Maybe<FormulaSlot>;
  readonly edge?: Maybe<EdgeWord>;
  readonly exclusive?: Maybe<readonly string[]>;
}
