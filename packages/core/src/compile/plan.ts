import type { CellPlan } from '../model/cells.js';
import type { Expr } from '../model/expr.js';
import type {
  CohortPlan,
  EditionPlan,
  Eval,
  IndicatorPlan,
  LimitPlan,
  MapPlan,
  Plan,
  RulePlan,
  TypePlan,
} from '../model/plan.js';
import type { Watch } from '../model/plan-watch.js';
import type { EditionModel, IndicatorModel, RubricModel } from '../model/rubric.js';
import { type CompileContext, keyOf } from './context.js';
import { compileExpression } from './expression.js';
import { closingReader, compileEventType } from './field.js';
import { compileMeasure, type Giver, joinOf } from './measure.js';
import { compileProcedure } from './procedure.js';
import { compileOptional, compileRule } from './rule.js';
import { compileStanding } from './standing.js';

/** Compiles a checked rubric to closures, once. Uses neither `eval` nor `new Function`. Slower where it is to be watched. */
export function compileRubric(model: RubricModel, watch?: Watch): Plan {
  const [first] = model.editions;
  if (first === undefined) throw new Error('a checked rubric has an edition');
  const keyNames = [...first.keys.keys()];
  const keyIndex = new Map(keyNames.map((name, index) => [name, index]));
  const cells: CellPlan[] = [];
  const drafts = model.editions.map((edition, index) =>
    draftEdition(edition, index, { edition, keyIndex, cells, watch }),
  );
  const rules = drafts.flatMap(({ rules, context }) => [...rules.values()].map((rule) => ({ rule, context })));
  const effects = new Set(rules.map(({ rule }) => rule.effect.kind));
  return {
    model,
    keyNames,
    subjectKey: keyIndex.get(first.subject) ?? -1,
    periodKey: first.period === undefined ? -1 : (keyIndex.get(first.period.key) ?? -1),
    editions: drafts.map((draft) => compileEdition(draft, rules)),
    cells,
    forward: effects.has('issue') || effects.has('end'),
    voids: effects.has('void'),
    closedBy: closingReader(model),
    olderForms: model.editions.some((edition) =>
      [...edition.events.values()].some(({ becomes }) => becomes !== undefined),
    ),
    ordersByFormula: model.editions.some((edition) =>
      [...edition.events.values()].some((type) => type.effective !== undefined),
    ),
    watch,
  };
}

interface Draft {
  readonly edition: EditionModel;
  readonly index: number;
  readonly context: CompileContext;
  readonly rules: ReadonlyMap<string, RulePlan>;
}

function draftEdition(edition: EditionModel, index: number, context: CompileContext): Draft {
  const rules = new Map<string, RulePlan>();
  for (const rule of edition.rules.values()) rules.set(rule.name, compileRule(rule, index, context));
  return { edition, index, context, rules };
}

function compileEdition({ edition, index, context, rules }: Draft, givers: readonly Giver[]): EditionPlan {
  return {
    model: edition,
    index,
    from: edition.from,
    zone: edition.zone,
    periodEnds: compileOptional(edition.period?.ends, context),
    types: mapValues(edition.events, (type): TypePlan => compileEventType(type, context)),
    cohorts: mapValues(
      edition.cohorts,
      (cohort): CohortPlan => ({
        name: cohort.name,
        each: cohort.each.map((key) => keyOf(context, key)),
        of: keyOf(context, cohort.of),
        type: cohort.event,
        where: compileOptional(cohort.where, context),
      }),
    ),
    indicators: mapValues(edition.indicators, (indicator) => compileIndicator(indicator, givers, context)),
    rules,
    standings: mapValues(edition.standings, (standing) => compileStanding(standing, context)),
    procedures: mapValues(edition.procedures, (procedure) => compileProcedure(procedure, context)),
    partOf: partCompiler({ ...context, watch: undefined }),
  };
}

function partCompiler(context: CompileContext): EditionPlan['partOf'] {
  const known = new Map<Expr, Eval>();
  return (expr) => {
    const part = known.get(expr) ?? compileExpression(expr, context);
    known.set(expr, part);
    return part;
  };
}

function compileIndicator(model: IndicatorModel, rules: readonly Giver[], context: CompileContext): IndicatorPlan {
  const per = model.per.map((key) => keyOf(context, key));
  const givers = rules.filter(({ rule }) => rule.model.effect.kind === 'give' && rule.model.effect.to === model.name);
  const { body } = model;
  return {
    model,
    per,
    hasPeriod: context.edition.period !== undefined && model.per.includes(context.edition.period.key),
    body:
      body.kind === 'formula'
        ? { kind: 'formula', is: compileExpression(body.is.expr, context) }
        : compileMeasure(body, per, givers, context),
    map: model.map.map(
      (step): MapPlan => ({
        model: step,
        is: step.kind === 'formula' ? compileExpression(step.is.expr, context) : undefined,
      }),
    ),
    otherwise: compileOptional(model.otherwise, context),
    limits: rules.flatMap((giver) => compileLimit(giver, model.name, per)),
  };
}

function compileLimit({ rule, context }: Giver, indicator: string, per: readonly number[]): readonly LimitPlan[] {
  const { effect, on } = rule.model;
  if (effect.kind !== 'limit' || effect.indicator !== indicator || on.kind !== 'events') return [];
  return [
    {
      rule,
      joins: on.types.map((type) => joinOf(type, per, context)),
      max: compileOptional(effect.max, context),
      min: compileOptional(effect.min, context),
    },
  ];
}

function mapValues<K, A, B>(map: ReadonlyMap<K, A>, of: (value: A) => B): ReadonlyMap<K, B> {
  return new Map([...map].map(([key, value]) => [key, of(value)]));
}
