import { within } from '../model/expr.js';
import { child } from '../model/problem.js';
import type { BodyModel, IndicatorModel, MeasureModel, SourceModel } from '../model/rubric.js';
import type { Draft } from './edition-draft.js';

import { measureExprs } from './measure-exprs.js';
import type { Report } from './report.js';

/** Fills in, for every `each` without `in`, the event types in which its key occurs. */
export function withDomains(draft: Draft, report: Report): ReadonlyMap<string, IndicatorModel> {
  return new Map(
    [...draft.indicators].map(([name, indicator]) => {
      if (indicator.body.kind !== 'measure') return [name, indicator];
      return [
        name,
        { ...indicator, body: filled(indicator.body, child(child('/indicators', name), 'of'), name, draft, report) },
      ];
    }),
  );
}

function filled(measure: MeasureModel, pointer: string, owner: string, draft: Draft, report: Report): MeasureModel {
  const { of } = measure;
  if (of.kind !== 'each') return measure;
  const value =
    'kind' in of.value ? filled(of.value, child(child(pointer, 'value'), 'of'), owner, draft, report) : of.value;
  return { ...measure, of: { ...of, value, domain: domainOf(of, pointer, owner, draft, report) } };
}

type Each = SourceModel & { readonly kind: 'each' };

function domainOf(each: Each, pointer: string, owner: string, draft: Draft, report: Report): Each['domain'] {
  if (each.domain.kind !== 'sources') return each.domain;
  const { types, through } = carriers(each, owner, draft);
  // What has a problem may read what it lacks for, once it is mended.
  const isBroken = draft.world.broken.size > 0 || through.some((name) => report.isTold(child('/indicators', name)));
  if (types.length === 0 && !isBroken) report.add('each-without-source', pointer, { key: each.key });
  return { kind: 'sources', types };
}

interface Carriers {
  readonly types: readonly string[];
  /** The indicators looked through, the owner first. */
  readonly through: readonly string[];
}

/** Event types that the value or `where` reads and that carry the key, through indicators that are functions of it. */
function carriers(each: Each, owner: string, draft: Draft): Carriers {
  const { key } = each;
  const found = new Set<string>();
  const seen = new Set<string>();
  const waiting: BodyModel[] = ['kind' in each.value ? each.value : { kind: 'formula', is: each.value }];
  if (each.where !== undefined) waiting.push({ kind: 'formula', is: each.where });
  const follow = (name: string): void => {
    const indicator = draft.indicators.get(name);
    if (indicator === undefined || seen.has(name) || !indicator.per.includes(key)) return;
    seen.add(name);
    waiting.push(indicator.body);
    if (indicator.body.kind === 'measure' && indicator.body.of.kind === 'given') add(giversTypes(name, draft));
  };
  const add = (types: Iterable<string>): void => {
    for (const type of types) if (draft.world.events.get(type)?.get(key)?.kind === 'key') found.add(type);
  };
  for (let body = waiting.pop(); body !== undefined; body = waiting.pop()) {
    const exprs = body.kind === 'formula' ? [body.is.expr] : measureExprs(body).map(({ expr }) => expr);
    for (const expr of exprs) for (const part of within(expr)) if (part.kind === 'indicator') follow(part.name);
    if (body.kind === 'formula') continue;
    for (const source of sourcesIn(body)) {
      if (source.kind === 'events') add(source.types);
      if (source.kind === 'parts') for (const { indicator } of source.parts) follow(indicator);
      if (source.kind === 'given') add(giversTypes(owner, draft));
    }
  }
  return { types: [...found], through: [owner, ...seen] };
}

/** The source of a measure, and those nested in it. */
function sourcesIn(measure: MeasureModel): readonly SourceModel[] {
  const { of } = measure;
  return of.kind === 'each' && 'kind' in of.value ? [of, ...sourcesIn(of.value)] : [of];
}

function giversTypes(indicator: string, draft: Draft): readonly string[] {
  return (draft.world.givers.get(indicator) ?? []).flatMap((rule) => {
    const on = draft.rules.get(rule)?.model.on;
    return on?.kind === 'events' ? on.types : [];
  });
}
