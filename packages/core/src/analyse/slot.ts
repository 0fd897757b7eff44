import type { Expr, Formula } from '../model/expr.js';
import { isJsonArray, type JsonObject } from '../model/json.js';
import { child } from '../model/problem.js';
import type {
  CohortModel,
  DomainModel,
  EditionModel,
  EffectModel,
  EventTypeModel,
  IndicatorModel,
  MapStep,
  MeasureModel,
  RuleModel,
  SourceModel,
  StandingModel,
  TakeModel,
  TargetModel,
} from '../model/rubric.js';
import { conditionExpr } from './condition-expr.js';
import { documentAt } from './document-at.js';

/** A place in an edition where a formula or condition stands. */
export interface Slot {
  /** Into the merged document. */
  readonly pointer: string;
  readonly expr: Expr;
  /** Types of the event in scope; none where there is no event. */
  readonly types: readonly string[];
  /** What holds wherever this is read: the condition of the members it is the value of. */
  readonly given: Expr | undefined;
  readonly owner: { readonly kind: 'field' | 'cohort' | 'indicator' | 'rule' | 'standing'; readonly name: string };
}

/** Every formula and condition of an edition, in the order of the document. */
export function slotsOf(edition: EditionModel): readonly Slot[] {
  return [
    ...[...edition.events.values()].flatMap(typeSlots),
    ...[...edition.cohorts.values()].flatMap(cohortSlots),
    ...[...edition.indicators.values()].flatMap((indicator) => indicatorSlots(indicator, edition.document)),
    ...[...edition.rules.values()].flatMap((rule, index) => ruleSlots(rule, `/rules/${index}`)),
    ...[...edition.standings.values()].flatMap(standingSlots),
  ];
}

/** Slots of one owner, at one place. */
class Place {
  constructor(
    readonly owner: Slot['owner'],
    readonly pointer: string,
    readonly types: readonly string[] = [],
    readonly given: Expr | undefined = undefined,
  ) {}

  at(...keys: readonly (string | number)[]): Place {
    return new Place(this.owner, keys.reduce<string>(child, this.pointer), this.types, this.given);
  }

  of(types: readonly string[], given?: Expr): Place {
    return new Place(this.owner, this.pointer, types, given);
  }

  slot(key: string | number, formula: Formula | Expr | undefined): readonly Slot[] {
    if (formula === undefined) return [];
    const { owner, types, given } = this;
    const expr = 'expr' in formula ? formula.expr : formula;
    return [{ pointer: child(this.pointer, key), expr, types, given, owner }];
  }
}

function typeSlots({ type, effective, appliesBy, fields }: EventTypeModel): readonly Slot[] {
  const place = new Place({ kind: 'field', name: type }, child('/vocabulary/events', type), [type]);
  return [
    ...place.slot('effective', effective),
    ...place.slot('appliesBy', appliesBy),
    ...[...fields.values()].flatMap((field) => place.at('fields', field.name).slot('is', field.is)),
  ];
}

function cohortSlots({ name, event, where }: CohortModel): readonly Slot[] {
  return new Place({ kind: 'cohort', name }, `${child('/cohorts', name)}/in`, [event]).slot('where', where);
}

function indicatorSlots({ name, body, map, otherwise }: IndicatorModel, document: JsonObject): readonly Slot[] {
  const place = new Place({ kind: 'indicator', name }, child('/indicators', name));
  const isList = isJsonArray(documentAt(document, child(place.pointer, 'map')));
  return [
    ...(body.kind === 'formula' ? place.slot('is', body.is) : measureSlots(body, place)),
    ...map.flatMap((step, index) => (isList ? stepSlots(step, place.at('map'), index) : stepSlots(step, place, 'map'))),
    ...place.slot('otherwise', otherwise),
  ];
}

function stepSlots(step: MapStep, place: Place, key: string | number): readonly Slot[] {
  switch (step.kind) {
    case 'formula':
      return place.slot(key, step.is);
    case 'round':
    case 'steps':
    case 'linear':
    case 'rank':
      return [];
  }
}

function measureSlots({ of, take, need }: MeasureModel, place: Place): readonly Slot[] {
  return [...sourceSlots(of, place.at('of')), ...takeSlots(take, of, place.at('take')), ...place.slot('need', need)];
}

function sourceSlots(of: SourceModel, place: Place): readonly Slot[] {
  switch (of.kind) {
    case 'events': {
      const events = place.of(of.types);
      const members = place.of(of.types, of.where?.expr);
      return [
        ...events.slot('where', of.where),
        ...members.slot('value', of.value),
        ...members.slot('weight', of.weight),
      ];
    }
    case 'each': {
      const members = place.of([], of.where?.expr);
      return [
        ...domainSlots(of.domain, place.at('in')),
        ...place.slot('where', of.where),
        ...('kind' in of.value ? measureSlots(of.value, members.at('value')) : members.slot('value', of.value)),
        ...members.slot('weight', of.weight),
      ];
    }
    case 'given':
    case 'parts':
      return [];
  }
}

function domainSlots(domain: DomainModel, place: Place): readonly Slot[] {
  switch (domain.kind) {
    case 'events':
      return place.of([domain.type]).slot('where', domain.where);
    case 'sources':
    case 'values':
    case 'cohort':
      return [];
  }
}

function takeSlots({ window, keep, drop }: TakeModel, of: SourceModel, place: Place): readonly Slot[] {
  const members = place.at('window').of(of.kind === 'events' ? of.types : []);
  return [
    ...members.slot('by', window?.by),
    ...place.at('window').slot('from', window?.from),
    ...place.at('window').slot('until', window?.until),
    ...(keep === undefined ? [] : place.at('keep').slot(keep.which, keep.n)),
    ...place.at('drop').slot('best', drop?.best),
    ...place.at('drop').slot('worst', drop?.worst),
  ];
}

/** Conditions are written as `where`, `conditions` or both; what is said of them is said of the rule. */
function ruleSlots(rule: RuleModel, pointer: string): readonly Slot[] {
  const types = rule.on.kind === 'events' ? rule.on.types : [];
  const owner = { kind: 'rule', name: rule.name } as const;
  const when = conditionExpr(rule.when);
  const place = new Place(owner, pointer, types, when);
  return [
    { pointer, expr: when, types, given: undefined, owner },
    ...new Place(owner, pointer, types).slot('at', rule.at),
    ...(rule.appliesBy === 'lenient' ? [] : new Place(owner, pointer, types).slot('appliesBy', rule.appliesBy)),
    ...effectSlots(rule.effect, place.at('event', 'params')),
  ];
}

function effectSlots(effect: EffectModel, place: Place): readonly Slot[] {
  switch (effect.kind) {
    case 'give':
      return place.slot('points', effect.points);
    case 'issue':
      return [
        ...[...effect.fields].flatMap(([name, formula]) => place.at('fields').slot(name, formula)),
        ...effect.consumes.flatMap(({ what }, index) => targetSlots(what, place.at('consumes', index))),
      ];
    case 'end':
    case 'void':
      return targetSlots(effect.what, place);
    case 'limit':
      return [...place.slot('max', effect.max), ...place.slot('min', effect.min)];
    case 'consequence':
      return [...place.slot('amount', effect.amount), ...place.slot('due', effect.due)];
  }
}

function targetSlots(target: TargetModel, place: Place): readonly Slot[] {
  switch (target.kind) {
    case 'event':
      return place.slot('event', target.ref);
    case 'items':
      return [];
  }
}

function standingSlots(standing: StandingModel): readonly Slot[] {
  const { name, total, unranked, by, bands, awards } = standing;
  const place = new Place({ kind: 'standing', name }, child('/standings', name));
  return [
    ...place.slot('total', total),
    ...place.at('unranked').slot('where', unranked?.where),
    ...by.flatMap((key, index) => place.at('by', index).slot('is', key.is)),
    ...bands.flatMap((band, index) => {
      const here = place.at('bands', index);
      return [...here.slot('where', band.where), ...here.slot('quota', band.quota), ...here.slot('plus', band.plus)];
    }),
    ...awards.flatMap((award, index) => {
      const here = place.at('awards', index);
      const keys = award.by.flatMap((key, at) => here.at('by', at).slot('is', key.is));
      return [...here.slot('where', award.where), ...keys, ...here.slot('quota', award.quota)];
    }),
  ];
}
