import type { Expr, Formula } from '../model/expr.js';
import { conditionExprs } from '../model/expr-walk.js';
import type {
  AmongBlock,
  ChainStep,
  DomainModel,
  IndicatorModel,
  MeasureModel,
  RankKey,
  RuleModel,
  SourceModel,
  StandingModel,
} from '../model/rubric.js';

/** An expression of an indicator and the event types in whose scope it stands; none: it sees keys only. */
export interface PlacedExpr {
  readonly expr: Expr;
  readonly types: readonly string[];
}

export function indicatorExprs(indicator: IndicatorModel): readonly PlacedExpr[] {
  const { body, map, otherwise } = indicator;
  const steps = map.flatMap((step) => (step.kind === 'formula' ? [step.is] : []));
  const own = body.kind === 'formula' ? placed([body.is], []) : measureExprs(body);
  return [...own, ...placed([...steps, otherwise], [])];
}

export function measureExprs(measure: MeasureModel): readonly PlacedExpr[] {
  const { of, take, need, reduce } = measure;
  const types = of.kind === 'events' ? of.types : [];
  const by = take.window?.by;
  return [
    ...sourceExprs(of),
    ...(by === undefined ? [] : [{ expr: by, types }]),
    ...placed([take.drop?.where], types),
    ...[take.window?.after, take.window?.before].flatMap((expr) => (expr === undefined ? [] : [{ expr, types: [] }])),
    ...placed([take.window?.from, take.window?.until, take.keep?.n, take.drop?.best, take.drop?.worst, need], []),
    ...(typeof reduce === 'object' && reduce.kind === 'decay' ? placed([reduce.weight], []) : []),
  ];
}

function sourceExprs(source: SourceModel): readonly PlacedExpr[] {
  switch (source.kind) {
    case 'given':
    case 'parts':
      return [];
    case 'events':
      return placed([source.where, source.value, source.weight], source.types);
    case 'each': {
      const { value, domain } = source;
      const inner = 'kind' in value ? measureExprs(value) : placed([value], []);
      return [...inner, ...domainExprs(domain), ...placed([source.where, source.weight], [])];
    }
  }
}

function domainExprs(domain: DomainModel): readonly PlacedExpr[] {
  if (domain.kind === 'range') return placed([domain.from, domain.to], []);
  return domain.kind === 'events' ? placed([domain.where], [domain.type]) : [];
}

export function standingExprs(standing: StandingModel): readonly Expr[] {
  const bands = standing.bands.flatMap((band) => [band.where, band.quota, band.plus]);
  const edges = standing.bands.flatMap((band) => band.edgeKeys.flatMap(keyExprs));
  return [
    ...exprsOf([standing.total, ...standing.unranked.map(({ where }) => where), ...bands]),
    ...edges,
    ...standing.by.flatMap(stepExprs),
  ];
}

/** What awards read while their own standing is settled; a block reads as if events were missing, so it does not. */
export function awardExprs(standing: StandingModel): readonly Expr[] {
  return standing.awards.flatMap(({ where, quota, by, edgeKeys }) => [
    ...exprsOf([where, quota]),
    ...edgeKeys.flatMap(keyExprs),
    ...by.flatMap((step) => (step.kind === 'among' ? exprsOf([step.if]) : keyExprs(step))),
  ]);
}

/** The blocks of a standing's own order and of those of its awards. */
export function blocksOf({ by, awards }: StandingModel): readonly AmongBlock[] {
  return [by, ...awards.map((award) => award.by)].flat().filter((step) => step.kind === 'among');
}

export function stepExprs(step: ChainStep): readonly Expr[] {
  return step.kind === 'among' ? [...step.by.flatMap(keyExprs), ...exprsOf([step.if])] : keyExprs(step);
}

export function keyExprs(key: RankKey): readonly Expr[] {
  const own = key.kind === 'is' ? [key.is.expr] : [key.items, ...exprsOf([key.depth])];
  return [...own, ...exprsOf([key.if])];
}

export function ruleExprs(rule: RuleModel): readonly Expr[] {
  const { effect } = rule;
  const limits = effect.kind === 'give' ? [effect.points] : effect.kind === 'limit' ? [effect.max, effect.min] : [];
  return [...conditionExprs(rule.when), ...exprsOf(limits)];
}

function placed(formulas: readonly (Formula | undefined)[], types: readonly string[]): readonly PlacedExpr[] {
  return exprsOf(formulas).map((expr) => ({ expr, types }));
}

export function exprsOf(formulas: readonly (Formula | undefined)[]): readonly Expr[] {
  return formulas.flatMap((formula) => formula?.expr ?? []);
}
