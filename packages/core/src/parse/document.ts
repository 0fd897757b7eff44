import type { IndicatorExample } from '../model/example.js';
import type { Json } from '../model/json.js';
import type { Bilingual } from '../model/problem.js';
import type { LatePolicy } from '../model/rubric.js';
import type { NamedDocument, ProcedureDocument } from './document-procedure.js';
import type { RuleDocument } from './document-rule.js';
import type { FormulaSlot, NumberSlot, OneOrMany, ThresholdDocument, TiesWord, WhereSlot } from './document-slots.js';
import type { StandingDocument } from './document-standing.js';

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
  readonly semantics?: Maybe<number>;
  readonly effective: { readonly from: string };
  readonly zone: ZoneDocument;
  readonly subject: string;
  readonly keys: Named<KeyDocument>;
  readonly period?: Maybe<{ readonly key: string; readonly ends: FormulaSlot; readonly late?: Maybe<LatePolicy> }>;
  readonly calendars?: Maybe<Named<CalendarDocument>>;
  readonly vocabulary: { readonly common?: Maybe<Named<FieldDocument>>; readonly events: Named<EventDocument> };
  readonly define?: Maybe<Named<DefineDocument>>;
  readonly conditions?: Maybe<Named<Json>>;
  readonly tables?: Maybe<Named<TableDocument>>;
  readonly cohorts?: Maybe<Named<CohortDocument>>;
  readonly indicators?: Maybe<Named<IndicatorDocument>>;
  readonly rules?: Maybe<readonly RuleDocument[]>;
  readonly standings?: Maybe<Named<StandingDocument>>;
  readonly roles?: Maybe<Named<NamedDocument>>;
  readonly procedures?: Maybe<Named<ProcedureDocument>>;
}

export interface ZoneDocument {
  readonly name: string;
  readonly offsets: readonly { readonly from?: Maybe<string>; readonly offset: string }[];
}

export interface CalendarDocument {
  readonly title?: Maybe<Bilingual>;
  readonly from: string;
  readonly until: string;
  readonly weekend: readonly number[];
  readonly holidays?: Maybe<readonly string[]>;
  readonly workdays?: Maybe<readonly string[]>;
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
  readonly becomes?: Maybe<BecomesDocument>;
  readonly fields?: Maybe<Named<FieldDocument>>;
}

export interface BecomesDocument {
  readonly type: string;
  readonly data?: Maybe<Named<FormulaSlot>>;
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
  | (FieldBase & { readonly kind: 'key' | 'flag' | 'date' | 'instant' })
  | (FieldBase & Bounds & { readonly kind: 'number' })
  | (FieldBase & { readonly kind: 'text'; readonly of?: Maybe<string> })
  | (FieldBase & { readonly kind: 'choice'; readonly of?: Maybe<readonly string[]> })
  | (FieldBase &
      Bounds & { readonly kind: 'list'; readonly items?: Maybe<'text' | 'number'>; readonly of?: Maybe<string> });

interface Bounds {
  readonly min?: Maybe<NumberSlot>;
  readonly max?: Maybe<NumberSlot>;
}

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
  readonly reduce?: Maybe<ReduceDocument>;
  readonly missing?: Maybe<'unknown' | 'skip' | 'zero'>;
  readonly need?: Maybe<FormulaSlot>;
  readonly is?: Maybe<FormulaSlot>;
  readonly map?: Maybe<MapStepDocument | readonly MapStepDocument[]>;
  readonly otherwise?: Maybe<FormulaSlot>;
  readonly bands?: Maybe<readonly ThresholdDocument[]>;
  readonly hidden?: Maybe<boolean>;
  readonly examples?: Maybe<readonly IndicatorExample[]>;
}

export type ReduceWord = 'sum' | 'count' | 'mean' | 'median' | 'min' | 'max' | 'latest' | 'first';

export type ReduceDocument =
  | ReduceWord
  | { readonly kind: 'decay'; readonly weight: FormulaSlot }
  | { readonly kind: 'mean'; readonly power: NumberSlot };

export interface MeasureDocument {
  readonly of: SourceDocument;
  readonly take?: Maybe<TakeDocument>;
  readonly reduce: ReduceDocument;
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
  | { readonly kind: 'cohort'; readonly cohort: string }
  | { readonly kind: 'range'; readonly from: FormulaSlot; readonly to: FormulaSlot };

export interface TakeDocument {
  readonly window?: Maybe<{
    readonly by?: Maybe<FormulaSlot>;
    readonly from?: Maybe<FormulaSlot>;
    readonly until?: Maybe<FormulaSlot>;
    readonly after?: Maybe<string>;
    readonly before?: Maybe<string>;
  }>;
  readonly keep?: Maybe<{ readonly [K in 'best' | 'worst' | 'latest' | 'first']?: Maybe<FormulaSlot> }>;
  readonly drop?: Maybe<{
    readonly best?: Maybe<FormulaSlot>;
    readonly worst?: Maybe<FormulaSlot>;
    readonly where?: Maybe<WhereSlot>;
    readonly optimal?: Maybe<boolean>;
  }>;
}

export type RoundWord = 'half-up' | 'half-even' | 'half-away' | 'half-down' | 'up' | 'down' | 'ceil' | 'floor';

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
