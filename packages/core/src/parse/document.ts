import type { Json } from '../model/json.js';
import type { Bilingual } from '../model/problem.js';

/** A formula's text, or a number, true or false, which stand for themselves. */
export type FormulaSlot = string | number | boolean;
/** A JSON number, or a decimal text where it is longer than 15 digits. */
export type NumberSlot = string | number;
export type ShortWhere = { readonly [fact: string]: Json };
export type WhereSlot = FormulaSlot | ShortWhere;
export type OneOrMany = string | readonly string[];
type Named<T> = { readonly [name: string]: T };
type Maybe<T> = T | undefined;

/** One edition as it is written, after its parent was merged in. */
export interface RubricDocument {
  readonly $schema?: Maybe<string>;
  readonly kind: 'rubric';
  readonly id: string;
  readonly edition: string;
  readonly title?: Maybe<Bilingual>;
  readonly basis?: Maybe<string>;
  readonly effective: { readonly from: string };
  readonly zone: ZoneDocument;
  readonly subject: string;
  readonly keys: Named<KeyDocument>;
  readonly period?: Maybe<{ readonly key: string; readonly ends: FormulaSlot }>;
  readonly vocabulary: { readonly events: Named<EventDocument> };
  readonly define?: Maybe<Named<DefineDocument>>;
  readonly conditions?: Maybe<Named<Json>>;
  readonly tables?: Maybe<Named<TableDocument>>;
  readonly cohorts?: Maybe<Named<CohortDocument>>;
  readonly indicators?: Maybe<Named<IndicatorDocument>>;
  readonly rules?: Maybe<readonly RuleDocument[]>;
  readonly standings?: Maybe<Named<StandingDocument>>;
  readonly examples?: Maybe<readonly Json[]>;
}

export interface ZoneDocument {
  readonly name: string;
  readonly offsets: readonly { readonly from?: Maybe<string>; readonly offset: string }[];
}

export interface KeyDocument {
  readonly title?: Maybe<Bilingual>;
  readonly type?: Maybe<'text' | 'number'>;
}

export interface EventDocument {
  readonly title?: Maybe<Bilingual>;
  readonly registers?: Maybe<boolean>;
  readonly finding?: Maybe<boolean>;
  readonly effective?: Maybe<FormulaSlot>;
  readonly appliesBy?: Maybe<FormulaSlot>;
  readonly card?: Maybe<CardDocument>;
  readonly fields?: Maybe<Named<FieldDocument>>;
}

export interface CardDocument {
  readonly colour: string;
  readonly colours: Named<{
    readonly polarity: 'merit' | 'warning' | 'censure';
    readonly severity: number;
    readonly title?: Maybe<Bilingual>;
  }>;
}

export type FieldDocument =
  | (FieldBase & { readonly kind: 'key' | 'number' | 'text' | 'flag' | 'date' | 'instant' })
  | (FieldBase & { readonly kind: 'choice'; readonly of?: Maybe<readonly string[]> })
  | (FieldBase & { readonly kind: 'list'; readonly items?: Maybe<'text' | 'number'> });

interface FieldBase {
  readonly title?: Maybe<Bilingual>;
  readonly unit?: Maybe<string>;
  readonly optional?: Maybe<boolean>;
  readonly is?: Maybe<FormulaSlot>;
  readonly path?: Maybe<string>;
}

export interface DefineDocument {
  readonly with?: Maybe<readonly string[]>;
  readonly is: FormulaSlot;
}

export interface TableDocument {
  readonly by: readonly string[];
  readonly rows: Named<Json>;
  readonly else?: Maybe<NumberSlot>;
}

export interface CohortDocument {
  readonly each: readonly string[];
  readonly of: string;
  readonly in: { readonly event: string; readonly where?: Maybe<WhereSlot> };
}

export interface IndicatorDocument {
  readonly title?: Maybe<Bilingual>;
  readonly code?: Maybe<string>;
  readonly basis?: Maybe<string>;
  readonly unit?: Maybe<string>;
  readonly full?: Maybe<NumberSlot>;
  readonly per?: Maybe<readonly string[]>;
  readonly with?: Maybe<readonly string[]>;
  readonly of?: Maybe<SourceDocument>;
  readonly take?: Maybe<TakeDocument>;
  readonly reduce?: Maybe<ReduceWord>;
  readonly missing?: Maybe<'unknown' | 'skip' | 'zero'>;
  readonly need?: Maybe<FormulaSlot>;
  readonly is?: Maybe<FormulaSlot>;
  readonly map?: Maybe<MapStepDocument | readonly MapStepDocument[]>;
  readonly otherwise?: Maybe<FormulaSlot>;
  readonly bands?: Maybe<readonly ThresholdDocument[]>;
  readonly hidden?: Maybe<boolean>;
}

export type ReduceWord = 'sum' | 'count' | 'mean' | 'median' | 'min' | 'max' | 'latest' | 'first';

export interface MeasureDocument {
  readonly of: SourceDocument;
  readonly take?: Maybe<TakeDocument>;
  readonly reduce: ReduceWord;
  readonly missing?: Maybe<'unknown' | 'skip' | 'zero'>;
  readonly need?: Maybe<FormulaSlot>;
}

export type SourceDocument =
  | {
      readonly kind: 'events';
      readonly type: OneOrMany;
      readonly where?: Maybe<WhereSlot>;
      readonly value?: Maybe<FormulaSlot>;
      readonly weight?: Maybe<FormulaSlot>;
    }
  | { readonly kind: 'given' }
  | {
      readonly kind: 'each';
      readonly key: string;
      readonly in?: Maybe<DomainDocument>;
      readonly where?: Maybe<WhereSlot>;
      readonly value: FormulaSlot | MeasureDocument;
      readonly weight?: Maybe<FormulaSlot>;
    }
  | { readonly kind: 'parts'; readonly parts: readonly PartDocument[] };

export type PartDocument = string | { readonly indicator: string; readonly weight?: Maybe<NumberSlot> };

export type DomainDocument =
  | {
      readonly kind: 'events';
      readonly type: string;
      readonly where?: Maybe<WhereSlot>;
      readonly list?: Maybe<string>;
    }
  | { readonly kind: 'values'; readonly values: readonly NumberSlot[] }
  | { readonly kind: 'cohort'; readonly cohort: string };

export interface TakeDocument {
  readonly window?: Maybe<{
    readonly by?: Maybe<FormulaSlot>;
    readonly from?: Maybe<FormulaSlot>;
    readonly until?: Maybe<FormulaSlot>;
  }>;
  readonly keep?: Maybe<{ readonly [K in 'best' | 'worst' | 'latest' | 'first']?: Maybe<FormulaSlot> }>;
  readonly drop?: Maybe<{ readonly [K in 'best' | 'worst']?: Maybe<FormulaSlot> }>;
}

export type RoundWord = 'half-up' | 'half-even' | 'half-away' | 'half-down' | 'up' | 'down' | 'ceil' | 'floor';
export type TiesWord = 'standard' | 'modified' | 'dense' | 'ordinal' | 'fractional';

export type MapStepDocument =
  | FormulaSlot
  | { readonly kind: 'round'; readonly digits: number; readonly mode?: Maybe<RoundWord> }
  | {
      readonly kind: 'steps';
      readonly steps: readonly { readonly from: NumberSlot; readonly value: NumberSlot }[];
      readonly below?: Maybe<NumberSlot>;
    }
  | { readonly kind: 'linear'; readonly points: readonly (readonly NumberSlot[])[] }
  | {
      readonly kind: 'rank';
      readonly among: string;
      readonly order?: Maybe<'desc' | 'asc'>;
      readonly ties?: Maybe<TiesWord>;
    };

export interface ThresholdDocument {
  readonly id: string;
  readonly title?: Maybe<Bilingual>;
  readonly from?: Maybe<NumberSlot>;
  readonly below?: Maybe<NumberSlot>;
}

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
