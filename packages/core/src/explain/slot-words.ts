import type { PartKind } from './document-part.js';

/** How what stands in a slot is put into words. */
export type SlotValue =
  | 'plain'
  | 'flag'
  | 'word'
  | 'title'
  | 'where'
  | 'tests'
  | 'condition'
  | 'effect'
  | 'consumes'
  | 'examples'
  /** Names of such things. */
  | Extract<PartKind, 'key' | 'event' | 'cohort' | 'indicator' | 'rule' | 'award'>
  | 'trigger';

/** English and Chinese; `*` in a slot and in its words is a name, and what is not `plain` or has a default says so. */
export type SlotWords = readonly [en: string, zh: string, value?: SlotValue, absent?: string];

export type SlotTable = { readonly [slots: string]: SlotWords };
