import { parseDay } from '../model/calendar.js';
import { canonical } from '../model/canonical.js';
import { sha256 } from '../model/digest.js';
import { within } from '../model/expr.js';
import type { JsonObject } from '../model/json.js';
import { child } from '../model/problem.js';
import type { EditionModel, PeriodModel } from '../model/rubric.js';
import { isSemantics, type Semantics, semanticsKnown } from '../model/semantics.js';
import { sayConditionCircles } from './condition-circles.js';
import type { RubricDocument } from './document.js';
import { withDomains } from './domains.js';
import { type Draft, draftOf } from './edition-draft.js';
import { formulaAt } from './formula.js';
import { keyScope, withoutReads } from './formula-scope.js';
import { graphOf } from './graph.js';
import { orderOf } from './graph-cycles.js';
import { sayUnguarded } from './guards.js';
import { indicatorExprs } from './measure-exprs.js';
import { sayClashes } from './namespace.js';
import type { Sourced } from './overlay.js';
import { sayLate } from './period-late.js';
import type { Report } from './report.js';
import { resolveProcedures, resolveRoles } from './resolve-procedure.js';
import { worldOf } from './resolve-world.js';
import { sayReferences } from './rule-references.js';
import type { Shaped } from './shape.js';
import { unknownsOf } from './unknowns.js';
import type { World } from './world.js';
import { zoneOf } from './zone.js';

/** One edition: its parts one by one, then as a whole. Where problems were told, the model is only good for finding more. */
export function editionOf(
  shaped: Shaped,
  source: Sourced<JsonObject>,
  read: World['read'],
  report: Report,
): EditionModel {
  const { document } = shaped;
  sayClashes(document, report);
  const world = worldOf(shaped, read, report);
  const draft = draftOf(world, report);
  sayRulesTwice(world, report);
  sayConditionCircles(document, report);
  const indicators = withDomains(draft, report);
  const isOrdered = sayReferences(draft, report);
  const order = orderOf(graphOf({ ...draft, indicators }, isOrdered), report);
  const unknowns = unknownsOf({ ...draft, indicators }, order);
  for (const rule of draft.rules.values()) sayUnguarded(rule, unknowns, report);
  sayGivers(draft, report);
  sayUnreadPasses(draft, report);
  sayLate(draft, report);
  return {
    edition: document.edition,
    digest: sha256(canonical(source.value)),
    document: source.value,
    origin: source.origin,
    basis: document.basis,
    semantics: semanticsOf(document, report),
    from: fromOf(document, report),
    zone: zoneOf(document.zone, report),
    calendars: world.calendars,
    subject: subjectOf(document, world, report),
    keys: new Map(
      Object.entries(document.keys).map(([name, key]) => [name, { name, title: key.title, type: key.type ?? 'text' }]),
    ),
    period: periodOf(document, world, report),
    events: draft.events,
    tables: world.tables,
    cohorts: draft.cohorts,
    indicators: sorted(indicators, 'indicator', order),
    rules: new Map([...draft.rules].map(([name, rule]) => [name, rule.model])),
    standings: sorted(draft.standings, 'standing', order),
    roles: resolveRoles({ world, report }),
    procedures: resolveProcedures({ world, report }, draft.events),
  };
}

function sayRulesTwice({ document, rulesAt }: World, report: Report): void {
  const seen = new Set<string>();
  document.rules?.forEach(({ name }, index) => {
    if (seen.has(name)) report.add('duplicate-id', child(rulesAt[index] ?? '/rules', 'name'), { id: name });
    seen.add(name);
  });
}

function sorted<T>(all: ReadonlyMap<string, T>, kind: string, order: readonly string[]): Map<string, T> {
  const found = new Map<string, T>();
  for (const node of order) {
    const name = node.slice(kind.length + 1);
    const value = node.startsWith(`${kind} `) ? all.get(name) : undefined;
    if (value !== undefined) found.set(name, value);
  }
  return found;
}

function sayGivers(draft: Draft, report: Report): void {
  // Points given to a misspelt name were most likely meant for one of those that get none.
  const isAstray = [...draft.world.givers.keys()].some((name) => !draft.world.indicators.has(name));
  for (const [name, { body }] of draft.indicators) {
    const isGiven = body.kind === 'measure' && body.of.kind === 'given';
    if (isGiven && !draft.world.givers.has(name) && draft.world.broken.size === 0 && !isAstray) {
      report.add('given-by-none', child(child('/indicators', name), 'of'), { name });
    }
  }
}

/** A name that is passed and read by nothing is most often meant where a field of the same name stands before it. */
function sayUnreadPasses(draft: Draft, report: Report): void {
  if (draft.world.broken.size > 0) return;
  for (const [name, indicator] of draft.indicators) {
    const exprs = indicatorExprs(indicator).flatMap(({ expr }) => [...within(expr)]);
    indicator.with.forEach(({ name: passed }, at) => {
      if (exprs.some((expr) => expr.kind === 'outer' && expr.name === passed)) return;
      const hiddenBy = exprs.some((expr) => expr.kind === 'field' && expr.name === passed) ? passed : '';
      report.add('with-unread', child(child(child('/indicators', name), 'with'), at), { name: passed, hiddenBy });
    });
  }
}

function semanticsOf({ semantics }: RubricDocument, report: Report): Semantics | undefined {
  if (semantics === undefined || isSemantics(semantics)) return semantics;
  report.add('semantics-unknown', '/semantics', { found: semantics, known: semanticsKnown() });
  return undefined;
}

function fromOf({ effective }: RubricDocument, report: Report): number {
  const from = parseDay(effective.from);
  if (from === undefined) report.add('bad-date', '/effective/from', { found: effective.from });
  return from ?? 0;
}

function subjectOf({ subject }: RubricDocument, world: World, report: Report): string {
  if (!world.keys.has(subject) && !world.broken.has(subject)) {
    report.add('key-unknown', '/subject', { name: subject, nearest: report.near(subject, world.keys.keys()) });
  }
  return subject;
}

function periodOf({ period }: RubricDocument, world: World, report: Report): PeriodModel | undefined {
  if (period === undefined) return undefined;
  const { key } = period;
  if (!world.keys.has(key) && !world.broken.has(key)) {
    report.add('key-unknown', '/period/key', { name: key, nearest: report.near(key, world.keys.keys()) });
  }
  const scope = { ...withoutReads(keyScope([key])), context: new Set<never>() };
  const ends = formulaAt({ world, report }, period.ends, '/period/ends', scope, ['date']).formula;
  return { key, ends, late: period.late };
}
