import type { Formula } from '../model/expr.js';
import type { DomainModel, MeasureModel, PickModel, Reduce, SourceModel } from '../model/rubric.js';
import { ANYWHERE, type Change, type Direction, oneMore, type Place, reversed, scaled, together } from './direction.js';
import { triggering } from './direction-rule.js';
import type { Span } from './number-set.js';
import { memberRange, weightRange } from './range-indicator.js';
import { NOWHERE } from './range-scope.js';
import { between, isNeverNegative } from './span.js';

/** What a change does to the value of a measure. */
export function measureDirection(name: string, measure: MeasureModel, change: Change): Direction {
  const { of, missing, need } = measure;
  const members = memberChanges(name, of, change);
  const isStill = members.where === 'same' && !members.isMore;
  if (selection(measure, members.place, change).some((direction) => direction !== 'same') || members.weight !== 'same')
    return 'any';
  if (isStill && members.value === 'same') return 'same';
  if (
    need !== undefined ||
    (!isStill && missing !== 'skip' && !(members.isSure && isWindowSure(measure, members.place, change)))
  )
    return 'any';
  return isSelective(measure) ? bestDirection(measure, members) : reduced(measure.reduce, members, isStill);
}

/** Whether the members that are taken, their order and their values stay as they are. */
export function areMembersStill(name: string, measure: MeasureModel, change: Change): boolean {
  const { place, value, where, weight, isMore } = memberChanges(name, measure.of, change);
  const directions = [...selection(measure, place, change), value, where, weight];
  return !isMore && directions.every((direction) => direction === 'same');
}

/** What a change does to whatever decides which members count. */
function selection({ take, reduce, need }: MeasureModel, place: Place, change: Change): readonly Direction[] {
  const { window, keep, drop } = take;
  const outside = [
    window?.from,
    window?.until,
    need,
    typeof reduce === 'object' && reduce.kind === 'decay' ? reduce.weight : undefined,
  ];
  const counted = [keep?.n, drop?.best, drop?.worst].map((formula) =>
    formula?.expr.kind === 'literal' ? undefined : formula,
  );
  const inside = [window?.by, drop?.where?.expr];
  const picks = [window?.after, window?.before].map((pick) => pick === undefined || isPickStill(pick, change));
  const of = (formula: Formula | undefined): Direction =>
    formula === undefined ? 'same' : change.of(formula.expr, ANYWHERE);
  return [
    ...[...outside, ...counted].map(of),
    ...inside.map((expr) => (expr === undefined ? 'same' : change.of(expr, place))),
    picks.every(Boolean) ? 'same' : 'any',
  ];
}

/** Whether the same event is picked as before. */
function isPickStill({ name, args, passes }: PickModel, change: Change): boolean {
  return change.areItemsStill(name) && [...args, ...passes].every((expr) => change.of(expr, ANYWHERE) === 'same');
}

/** Whether the place of a member in a window is always known. */
function isWindowSure({ take: { window } }: MeasureModel, place: Place, change: Change): boolean {
  const bounds = [window?.from, window?.until].flatMap((formula) => formula ?? []);
  const isBySure = window?.by === undefined || change.isSure(window.by, place);
  return isBySure && bounds.every(({ expr }) => change.isSure(expr, ANYWHERE));
}

function isSelective({ take }: MeasureModel): boolean {
  return take.keep !== undefined || take.drop !== undefined;
}

interface MemberChanges {
  readonly place: Place;
  /** Of the values of members, of whether those that were there are members, and of their weights. */
  readonly value: Direction;
  readonly where: Direction;
  readonly weight: Direction;
  /** Whether members may be added. */
  readonly isMore: boolean;
  /** Whether what is added is known. */
  readonly isSure: boolean;
  /** Between which numbers a member lies, weighed. */
  readonly range: Span;
  readonly weights: Span;
}

/** The sum of the best so many of what is never negative. */
function bestDirection({ take, reduce }: MeasureModel, members: MemberChanges): Direction {
  const isBest = take.keep?.which === 'best' && take.keep.n.expr.kind === 'literal' && take.drop === undefined;
  const isPlain = members.weights.low === 1 && members.weights.high === 1;
  if (!isBest || !isPlain || reduce !== 'sum' || !isNeverNegative(members.range)) return 'any';
  return together([members.value, members.where, members.isMore ? 'up' : 'same']);
}

function reduced(reduce: Reduce, members: MemberChanges, isStill: boolean): Direction {
  const { value, where, isMore, range, weights } = members;
  if (reduce === 'sum') {
    const more = oneMore(range);
    const joined = where === 'same' ? 'same' : where === 'up' ? more : where === 'down' ? reversed(more) : 'any';
    return together([scaled(value, weights), joined, isMore ? more : 'same']);
  }
  if (reduce === 'count') return together([where, isMore ? 'up' : 'same']);
  // All others have no value where there is nothing, so that the first member would make something known.
  if (!isStill) return 'any';
  switch (reduce) {
    case 'mean':
      return isNeverNegative(weights) ? value : 'any';
    case 'median':
    case 'min':
    case 'max':
    case 'latest':
    case 'first':
      return value;
    default:
      return 'any';
  }
}

function memberChanges(name: string, of: SourceModel, change: Change): MemberChanges {
  switch (of.kind) {
    case 'events': {
      const place: Place = { types: of.types, it: 'same' };
      return { ...listed(of, place, change), ...shared(name, of, change), ...fates(of.types, change) };
    }
    case 'given':
      return { ...givenChanges(name, change), ...shared(name, of, change) };
    case 'each': {
      const { isMore, isOpen } = domainChanges(of.domain, change);
      const own = 'kind' in of.value ? measureDirection(name, of.value, change) : change.of(of.value.expr, ANYWHERE);
      return {
        ...listed({ ...of, value: undefined }, ANYWHERE, change),
        ...shared(name, of, change),
        value: own,
        ...(isOpen ? OPEN : {}),
        isMore,
      };
    }
    case 'parts': {
      const each = of.parts.map(({ indicator, weight = 1 }) =>
        scaled(change.indicator(indicator), between(weight, weight)),
      );
      return { ...STILL, ...shared(name, of, change), value: together(each), weights: between(1, 1), isSure: true };
    }
  }
}

const STILL = { place: ANYWHERE, where: 'same', weight: 'same', isMore: false } as const;

function shared(name: string, of: SourceModel, change: Change): Pick<MemberChanges, 'range' | 'weights' | 'isSure'> {
  const { ranges } = change;
  return {
    range: memberRange(name, of, ranges, NOWHERE),
    weights: weightRange(of, ranges, NOWHERE),
    isSure: change.areMembersSure(of),
  };
}

function listed(
  {
    where,
    value,
    weight,
  }: { readonly where: Formula | undefined; readonly value: Formula | undefined; readonly weight: Formula | undefined },
  place: Place,
  change: Change,
): Pick<MemberChanges, 'place' | 'where' | 'value' | 'weight'> {
  const of = (formula: Formula | undefined): Direction =>
    formula === undefined ? 'same' : change.of(formula.expr, place);
  return { place, where: of(where), value: of(value), weight: of(weight) };
}

const OPEN = { value: 'any', where: 'any' } as const;

/** Where nobody can say what becomes of the events, nobody can say what becomes of the members. */
function fates(
  types: readonly string[],
  change: Change,
): Pick<MemberChanges, 'isMore'> & Partial<Pick<MemberChanges, 'value' | 'where'>> {
  const all = types.map((type) => change.fate(type));
  return all.includes('any') ? { isMore: true, ...OPEN } : { isMore: all.includes('more') };
}

function givenChanges(name: string, change: Change): Omit<MemberChanges, 'range' | 'weights' | 'isSure'> {
  const rules = change
    .acting(name)
    .flatMap((rule) =>
      rule.effect.kind === 'give' && rule.effect.to === name ? [{ rule, points: rule.effect.points }] : [],
    );
  const each = rules.map(({ rule, points }) => ({ ...triggering(rule, change), rule, points }));
  const value = each.map(({ place, points }) => change.of(points.expr, place));
  const where = each.map(({ holds }) => holds);
  const isMore = each.some((one) => one.isMore);
  // Of several editions the one that gives the most is taken, which may then be another.
  const isLenient = each.some(
    ({ rule, holds, isMore: more }, index) =>
      rule.appliesBy === 'lenient' && (holds !== 'same' || more || value[index] !== 'same'),
  );
  return {
    place: ANYWHERE,
    value: isLenient ? 'any' : together(value),
    where: together(where),
    weight: 'same',
    isMore,
  };
}

/** Whether values may be added to the domain, and whether nobody can say what becomes of it. */
function domainChanges(domain: DomainModel, change: Change): { readonly isMore: boolean; readonly isOpen: boolean } {
  switch (domain.kind) {
    case 'sources':
    case 'events': {
      const types = domain.kind === 'events' ? [domain.type] : domain.types;
      const all = types.map((type) => change.fate(type));
      const where =
        domain.kind === 'events' && domain.where !== undefined
          ? change.of(domain.where.expr, { types, it: 'same' })
          : 'same';
      const isOpen = all.includes('any') || where === 'any' || where === 'down';
      return { isMore: all.includes('more') || where === 'up', isOpen };
    }
    case 'values':
      return { isMore: false, isOpen: false };
    case 'cohort':
      return { isMore: false, isOpen: !change.isCohortStill(domain.cohort) };
    case 'range': {
      const isStill = [domain.from, domain.to].every(({ expr }) => change.of(expr, ANYWHERE) === 'same');
      return { isMore: false, isOpen: !isStill };
    }
  }
}
