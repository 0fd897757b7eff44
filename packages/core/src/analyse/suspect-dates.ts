import type { Sight, Witness } from '../model/analysis.js';
import { type Day, dateOf, dayFrom, formatDay } from '../model/calendar.js';
import { type Expr, within } from '../model/expr.js';
import { exprText } from '../model/expr-text.js';
import { overlayAt } from './overlay-at.js';
import { replaced } from './replaced.js';
import type { Slot } from './slot.js';
import type { Story } from './stories.js';
import type { Suspect } from './suspect.js';
import type { World } from './world.js';

/** Years counted in days, months added twice, and days of the month that not every month has. */
export function suspectDates(world: World): readonly Suspect[] {
  return world.slots.flatMap((slot) =>
    within(slot.expr).flatMap((part) => [
      ...inDays(world, slot, part),
      ...twice(world, slot, part),
      ...late(world, slot, part),
    ]),
  );
}

/** So many days are meant for so many years; from four years on a leap day lies in every span. */
const YEARS: ReadonlyMap<number, number> = new Map([
  [365, 1],
  [366, 1],
  [730, 2],
  [731, 2],
  [1095, 3],
  [1096, 3],
]);

function inDays(world: World, slot: Slot, part: Expr): readonly Suspect[] {
  const years = YEARS.get(Math.abs(daysIn(part) ?? 0));
  if (years === undefined) return [];
  return [suspectOf('leap-year', slot, part, () => anniversaries(world, slot, years))];
}

/** The days that are added, or that a distance is compared with. */
function daysIn(part: Expr): number | undefined {
  if (part.kind === 'call' && part.name === 'addDays') return literal(part.args[1]);
  if (part.kind !== 'binary') return undefined;
  if (isDistance(part.left)) return literal(part.right);
  return isDistance(part.right) ? literal(part.left) : undefined;
}

function isDistance(expr: Expr): boolean {
  return expr.kind === 'call' && expr.name === 'days';
}

function literal(expr: Expr | undefined): number | undefined {
  if (expr?.kind === 'unary' && expr.op === '-') return literal(expr.of);
  return expr?.kind === 'literal' && typeof expr.value === 'number' ? expr.value : undefined;
}

/** Months added to what months were added to before: a day that was cut off at a month's end stays cut off. */
function twice(world: World, slot: Slot, part: Expr): readonly Suspect[] {
  if (!addsMonths(part)) return [];
  const [inner, more] = part.args;
  if (more === undefined || !addsMonths(inner) || inner.name !== part.name) return [];
  const [from, some] = inner.args;
  if (from === undefined || some === undefined) return [];
  const sum: Expr = { kind: 'binary', type: 'number', op: '+', left: some, right: more };
  const once: Expr = { ...part, args: [from, sum] };
  const rubric = overlayAt(world.edition.document, slot.pointer, exprText(replaced(slot.expr, part, once)));
  return [suspectOf('month-end', slot, part, () => fromMonthEnds(world, slot, { suppose: { rubric } }))];
}

function addsMonths(expr: Expr | undefined): expr is Extract<Expr, { kind: 'call' }> {
  return expr?.kind === 'call' && (expr.name === 'addMonths' || expr.name === 'addYears');
}

/** A day of the month that shorter months lack. */
function late(world: World, slot: Slot, part: Expr): readonly Suspect[] {
  if (part.kind !== 'binary') return [];
  const isDay = (expr: Expr): boolean => expr.kind === 'call' && expr.name === 'day';
  const compared = isDay(part.left) ? literal(part.right) : isDay(part.right) ? literal(part.left) : undefined;
  if (compared === undefined || compared < 29 || compared > 31) return [];
  return [suspectOf('month-end', slot, part, () => lastDays(world, slot))];
}

function suspectOf(
  code: 'leap-year' | 'month-end',
  { pointer, owner }: Slot,
  part: Expr,
  witnesses: () => Iterable<Witness>,
): Suspect {
  return { code, pointer, names: [owner.name], facts: { owner: owner.name, piece: exprText(part) }, witnesses };
}

/** The same story some years later, both looked at on the day before the anniversary and on it: one of the two spans has a leap day. */
function* anniversaries(world: World, slot: Slot, years: number): Generator<Witness> {
  const leap = leapYearFrom(dateOf(world.stories.day).year + years);
  const early = dayFrom(leap - years, 3, 1);
  const later = dayFrom(leap, 3, 1);
  for (const back of [1, 0]) {
    const asOf = (from: Day): string => formatDay(dayFrom(dateOf(from).year + years, 3, 1) - back);
    yield* compared(world, slot, [early, asOf(early)], [later, asOf(later)]);
  }
}

function leapYearFrom(year: number): number {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? year : leapYearFrom(year + 1);
}

/** The last day of January, and that of February. */
function* lastDays(world: World, slot: Slot): Generator<Witness> {
  const { year } = dateOf(world.stories.day);
  const common = leapYearFrom(year) === year ? year + 1 : year;
  const [january, february] = [dayFrom(common, 1, 31), dayFrom(common, 2, 28)];
  yield* compared(world, slot, [january, formatDay(january)], [february, formatDay(february)]);
}

type Dated = readonly [from: Day, asOf: string];

function* compared(world: World, slot: Slot, [from, asOf]: Dated, [later, laterAsOf]: Dated): Generator<Witness> {
  for (const [events, shifted] of toldOn(world, slot, from, later)) {
    const lens = { ...world.lens, asOf };
    const against = { events: shifted, lens: { ...world.lens, asOf: laterAsOf } };
    for (const sight of sightsOf(slot)) yield { events, lens, against, sight };
  }
}

/** Seen on each of the days around the ends of the next months. */
function* fromMonthEnds(world: World, slot: Slot, suppose: object): Generator<Witness> {
  const { year } = dateOf(world.stories.day);
  const from = dayFrom(year, 1, 31);
  for (const [events] of toldOn(world, slot, from, from)) {
    for (const after of [28, 56, 57, 58, 59, 86, 87, 88, 89, 365]) {
      const lens = { ...world.lens, asOf: formatDay(from + after) };
      for (const sight of sightsOf(slot))
        yield { events, lens, against: { events, lens: { ...lens, ...suppose } }, sight };
    }
  }
}

function* toldOn(
  { stories, feeds }: World,
  { types, owner }: Slot,
  from: Day,
  later: Day,
): Generator<readonly [Story, Story]> {
  const fed =
    owner.kind === 'rule' ? feeds.rule(owner.name) : owner.kind === 'indicator' ? feeds.indicator(owner.name) : [];
  for (const type of new Set([...types, ...fed])) {
    for (const values of stories.variations.of(type)) {
      const one = [{ type, values, day: 0 }];
      yield [stories.timed(one, from), stories.timed(one, later)];
    }
  }
}

function sightsOf({ owner }: Slot): readonly Sight[] {
  const sight = { kind: 'differs', name: '', subject: '', isLost: false, one: null, other: null } as const;
  const hit: Sight = { ...sight, of: 'hit', name: owner.kind === 'rule' ? owner.name : '' };
  const value: Sight = { ...sight, of: 'value', name: owner.kind === 'indicator' ? owner.name : '' };
  return owner.kind === 'rule' ? [hit, { ...sight, of: 'cards' }, value] : [value, { ...sight, of: 'cards' }, hit];
}
