import { type Expr, within } from '../model/expr.js';
import { fieldsIn } from '../model/expr-walk.js';
import { child } from '../model/problem.js';
import type { AmongBlock, MeasureModel } from '../model/rubric.js';
import { fieldOf } from './common-fields.js';
import type { Draft } from './edition-draft.js';
import { type Edge, edgesOf } from './graph-edges.js';
import { awardExprs, blocksOf, indicatorExprs, ruleExprs, standingExprs, stepExprs } from './measure-exprs.js';
import { standingKeys } from './world.js';

/** What is computed, what it reads at the reading instant, and where each is written. */
export interface Graph {
  readonly edges: ReadonlyMap<string, readonly Edge[]>;
  readonly places: ReadonlyMap<string, string>;
}

const node = {
  indicator: (name: string): string => `indicator ${name}`,
  standing: (name: string): string => `standing ${name}`,
  rule: (name: string): string => `rule ${name}`,
  cohort: (name: string): string => `cohort ${name}`,
  field: (type: string, name: string): string => `field ${type} ${name}`,
};

/** Rules that issue or end events are read through time and have no edges into the graph; exceptions among rules only if these have an order. */
export function graphOf(draft: Draft, isOrdered: boolean): Graph {
  const edges = new Map<string, Edge[]>();
  const places = new Map<string, string>();
  const enter = (name: string, at: string, list: readonly Edge[]): void => {
    edges.set(name, [...list]);
    places.set(name, at);
  };
  for (const [type, event] of draft.events) {
    const keys = keysOf(type, draft);
    for (const field of event.fields.values()) {
      if (field.is === undefined) continue;
      const at = child(fieldOf(draft.world.document, type, field.name)?.pointer ?? '', 'is');
      const own = fieldsIn(field.is.expr);
      enter(node.field(type, field.name), at, [
        ...edgesOf(field.is.expr, keys, draft),
        ...fieldEdges(type, own, keys, draft, readsEffect(field.is.expr)),
      ]);
    }
  }
  for (const [name, cohort] of draft.cohorts) {
    const keys = new Set([cohort.of, ...cohort.each]);
    const reads = cohort.where === undefined ? [] : edgesOf(cohort.where.expr, NONE, draft);
    const names = new Set([...keys, ...(cohort.where === undefined ? [] : fieldsIn(cohort.where.expr))]);
    enter(node.cohort(name), child('/cohorts', name), [...reads, ...fieldEdges(cohort.event, names, keys, draft)]);
  }
  for (const name of draft.world.indicators.keys())
    enter(node.indicator(name), child('/indicators', name), indicatorEdges(name, draft));
  for (const [name, standing] of draft.standings) {
    const keys = new Set(standingKeys(draft.world, name));
    const reads = standingExprs(standing).flatMap((expr) => edgesOf(expr, keys, draft));
    // Awards are given when ranks and bands of their own standing are settled.
    const prizes = awardExprs(standing)
      .flatMap((expr) => edgesOf(expr, keys, draft))
      .filter(({ to }) => to !== node.standing(name));
    const blocks = blocksOf(standing).flatMap((block) => blockEdges(block, keys, draft));
    enter(node.standing(name), child('/standings', name), [
      ...reads,
      ...prizes,
      ...blocks,
      same(node.cohort(standing.among)),
    ]);
  }
  for (const [name, rule] of draft.rules) enter(node.rule(name), rule.pointer, ruleEdges(name, draft, isOrdered));
  return { edges, places };
}

/** A block reads its keys, and who takes part in the events that it counts. */
function blockEdges(block: AmongBlock, keys: ReadonlySet<string>, draft: Draft): readonly Edge[] {
  return [
    ...stepExprs(block).flatMap((expr) => edgesOf(expr, keys, draft)),
    ...block.types.flatMap((type) => fieldEdges(type, new Set(block.fields), keys, draft)),
  ];
}

const NONE: ReadonlySet<string> = new Set();

function same(to: string): Edge {
  return { to, earlier: undefined, rebinds: NONE };
}

function indicatorEdges(name: string, draft: Draft): readonly Edge[] {
  const indicator = draft.indicators.get(name);
  if (indicator === undefined) return [];
  const own = new Set(indicator.per);
  const reads = indicatorExprs(indicator).flatMap(({ expr, types }) => [
    ...edgesOf(expr, own, draft),
    ...types.flatMap((type) => fieldEdges(type, fieldsIn(expr), own, draft)),
  ]);
  const measures = indicator.body.kind === 'measure' ? sourceEdges(name, indicator.body, own, draft) : [];
  const limits = [...draft.rules.values()].flatMap(({ model }) =>
    model.effect.kind === 'limit' && model.effect.indicator === name ? [ruleEdge(model.name, own, draft)] : [],
  );
  const ranks = indicator.map.flatMap((step) => (step.kind === 'rank' ? [step.among] : []));
  const others = new Set(ranks.flatMap((cohort) => draft.cohorts.get(cohort)?.of ?? []));
  const all = [...reads, ...measures, ...limits, ...ranks.map((cohort) => same(node.cohort(cohort)))];
  // A rank reads what the indicator reads for the other members too.
  return others.size === 0 ? all : all.map((edge) => ({ ...edge, rebinds: new Set([...edge.rebinds, ...others]) }));
}

function sourceEdges(name: string, measure: MeasureModel, own: ReadonlySet<string>, draft: Draft): readonly Edge[] {
  const { of } = measure;
  switch (of.kind) {
    case 'given':
      return (draft.world.givers.get(name) ?? []).map((rule) => ruleEdge(rule, own, draft));
    case 'parts':
      return of.parts.flatMap(({ indicator }) =>
        edgesOf({ kind: 'indicator', type: 'number', name: indicator, args: [], passes: [] }, own, draft),
      );
    case 'events':
      return of.types.flatMap((type) => fieldEdges(type, keysOf(type, draft), own, draft));
    case 'each': {
      const { domain, value } = of;
      const nested = 'kind' in value ? sourceEdges(name, value, own, draft) : [];
      if (domain.kind === 'cohort') return [...nested, same(node.cohort(domain.cohort))];
      const types = domain.kind === 'events' ? [domain.type] : domain.kind === 'sources' ? domain.types : [];
      return [...nested, ...types.flatMap((type) => fieldEdges(type, keysOf(type, draft), own, draft))];
    }
  }
}

/** A rule that gives or limits is asked for every trigger that agrees, whatever its other keys. */
function ruleEdge(rule: string, own: ReadonlySet<string>, draft: Draft): Edge {
  const on = draft.rules.get(rule)?.model.on;
  const keys = on?.kind === 'events' ? on.types.flatMap((type) => [...keysOf(type, draft)]) : [];
  return { to: node.rule(rule), earlier: undefined, rebinds: new Set(keys.filter((key) => !own.has(key))) };
}

function ruleEdges(name: string, draft: Draft, isOrdered: boolean): readonly Edge[] {
  const read = draft.rules.get(name);
  if (read === undefined) return [];
  const { model } = read;
  const types = model.on.kind === 'events' ? model.on.types : [];
  const own = new Set(
    model.on.kind === 'events'
      ? types.flatMap((type) => [...keysOf(type, draft)])
      : standingKeys(draft.world, model.on.standing),
  );
  const exprs = ruleExprs(model);
  const names = new Set([...own, ...exprs.flatMap((expr) => [...fieldsIn(expr)])]);
  const over = [...draft.rules.values()]
    .filter((other) => other.model.overrides.includes(name))
    .map((other) => other.model.name);
  return [
    ...exprs.flatMap((expr) => edgesOf(expr, own, draft)),
    ...types.flatMap((type) => fieldEdges(type, names, own, draft)),
    ...[...model.unless, ...over]
      .filter((other) => isOrdered && draft.rules.has(other))
      .map((other) => same(node.rule(other))),
  ];
}

/** The computed fields among these and, where the order of events matters, what the type's effective time reads. */
function fieldEdges(
  type: string,
  names: ReadonlySet<string>,
  own: ReadonlySet<string>,
  draft: Draft,
  isOrdered = true,
): readonly Edge[] {
  const event = draft.events.get(type);
  if (event === undefined) return [];
  const rebinds = new Set([...keysOf(type, draft)].filter((key) => !own.has(key)));
  const all = new Set([
    ...names,
    ...(isOrdered && event.effective !== undefined ? fieldsIn(event.effective.expr) : []),
  ]);
  return [...all].flatMap((name) =>
    event.fields.get(name)?.is === undefined ? [] : [{ to: node.field(type, name), earlier: undefined, rebinds }],
  );
}

function readsEffect(expr: Expr): boolean {
  return within(expr).some((part) => part.kind === 'context' && part.name === 'effective');
}

function keysOf(type: string, draft: Draft): Set<string> {
  const keys = new Set<string>();
  for (const [name, field] of draft.world.events.get(type) ?? []) if (field.kind === 'key') keys.add(name);
  return keys;
}
