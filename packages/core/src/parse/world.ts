import type { CalendarModel, TableModel } from '../model/rubric.js';
import type { IndicatorDocument, RubricDocument } from './document.js';
import type { Define } from './formula-defines.js';
import type { EventScope, ScopeField } from './formula-scope.js';
import { eventScope } from './formula-scope.js';
import type { Fault, Syntax } from './formula-syntax.js';
import type { ValueType } from './formula-words.js';
import type { Report } from './report.js';

/** What an edition declares, by name, before its formulas are read. */
export interface World {
  readonly document: RubricDocument;
  readonly keys: ReadonlyMap<string, 'text' | 'number'>;
  readonly events: ReadonlyMap<string, ReadonlyMap<string, ScopeField>>;
  /** Older forms, by their type: what their events are read as. */
  readonly becomes: ReadonlyMap<string, string>;
  readonly calendars: ReadonlyMap<string, CalendarModel>;
  readonly defines: ReadonlyMap<string, Define>;
  readonly tables: ReadonlyMap<string, TableModel>;
  readonly cohorts: ReadonlyMap<string, CohortHead>;
  readonly indicators: ReadonlyMap<string, IndicatorHead>;
  readonly standings: ReadonlyMap<string, StandingHead>;
  /** Rules that give to an indicator, by its name. */
  readonly givers: ReadonlyMap<string, readonly string[]>;
  /** Names whose declaration has problems of its own: what names them is not blamed as well. */
  readonly broken: ReadonlySet<string>;
  /** Where each rule stands in the merged document. */
  readonly rulesAt: readonly string[];
  /** Found while formulas are read, until nothing new is found. */
  readonly types: TypeBoard;
  /** Formulas that were read already, by their text. */
  readonly read: Map<string, Syntax | Fault>;
  /** Scopes that were made already, by their event types. */
  readonly scopes: Map<string, EventScope>;
}

export interface CohortHead {
  readonly each: readonly string[];
  readonly of: string;
}

export interface IndicatorHead {
  readonly per: readonly string[];
  readonly with: readonly string[];
  readonly unit: string | undefined;
  readonly document: IndicatorDocument;
}

export interface StandingHead {
  readonly among: string;
}

export interface TypeBoard {
  readonly indicators: Map<string, ValueType>;
  readonly passed: Map<string, ValueType>;
}

/** The keys that a row of a standing is bound by: the member's, then those of its table. */
export function standingKeys(world: World, standing: string): readonly string[] {
  const cohort = world.cohorts.get(world.standings.get(standing)?.among ?? '');
  return cohort === undefined ? [] : [cohort.of, ...cohort.each];
}

export function eventsOf(world: World, types: readonly string[]): EventScope {
  const name = types.join(' ');
  const known = world.scopes.get(name);
  if (known !== undefined) return known;
  const scope = eventScope(
    types,
    (type) => world.events.get(type),
    // That an older form is named is told by itself, and that it lacks what the newer one has is no news.
    (type) => world.broken.has(type) || world.becomes.has(type),
  );
  world.scopes.set(name, scope);
  return scope;
}

/** The pass over an edition: what it declares, and where problems go. */
export interface Pass {
  readonly world: World;
  readonly report: Report;
}
