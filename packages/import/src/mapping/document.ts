import type { Json } from '@meritlog/core';
import type { ZoneDocument } from '@meritlog/core/parse';

/** A mapping as it is written: which column of a table becomes which part of an event. */
export interface MappingDocument {
  readonly $schema?: Maybe<string>;
  readonly kind: 'mapping';
  readonly sheet?: Maybe<string>;
  readonly header?: Maybe<number>;
  readonly encoding?: Maybe<EncodingName>;
  readonly delimiter?: Maybe<string>;
  readonly formulas?: Maybe<'refuse' | 'shown'>;
  readonly zone?: Maybe<string | ZoneDocument>;
  readonly each?: Maybe<EachDocument>;
  readonly source: TextSlot;
  readonly type: TextSlot;
  readonly subject?: Maybe<TextSlot>;
  readonly time: TimeSlot;
  readonly id?: Maybe<TextSlot>;
  readonly sequence?: Maybe<TextSlot>;
  readonly data?: Maybe<Readonly<Record<string, DataSlot>>>;
}

/** Zod gives optional properties as present and undefined, too. */
export type Maybe<T> = T | undefined;

export type EncodingName = (typeof ENCODINGS)[number];
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5'] as const;

/** Where a cell holds several codes: one event for each. */
export interface EachDocument {
  readonly column: string;
  readonly split: string;
}

/** A constant, or a column. */
export type TextSlot = string | TextColumn;

export interface TextColumn {
  readonly column: string;
  readonly codes?: Maybe<Readonly<Record<string, string>>>;
  readonly optional?: Maybe<boolean>;
  readonly otherwise?: Maybe<string>;
}

export interface TimeSlot {
  readonly column: string;
  /** The time of day, where the column holds only the day. */
  readonly clock?: Maybe<string | { readonly column: string; readonly otherwise?: Maybe<string> }>;
}

/** A constant of any shape stands under `is`, because an object without it names a column. */
export type DataSlot = string | number | boolean | { readonly is: Json } | DataColumn;

export interface DataColumn {
  readonly column: string;
  readonly kind?: Maybe<ValueKind>;
  readonly codes?: Maybe<Readonly<Record<string, string | number | boolean>>>;
  readonly split?: Maybe<string>;
  readonly optional?: Maybe<boolean>;
  readonly otherwise?: Maybe<string | number | boolean>;
}

export type ValueKind = (typeof VALUE_KINDS)[number];
export const VALUE_KINDS = ['text', 'number', 'flag', 'date', 'instant'] as const;
