import type { Sight, Witness } from '../model/analysis.js';
import { type Expr, within } from '../model/expr.js';
import { child } from '../model/problem.js';
import type { EditionModel, IndicatorModel, MeasureModel } from '../model/rubric.js';
import type { Suspect } from './suspect.js';
import type { World } from './world.js';

/** Values that are compared with those of everybody, and not with those of a cohort. */
export function suspectCohorts(world: World): readonly Suspect[] {
  const { edition } = world;
  const gathering = [...edition.indicators.values()].filter((indicator) => isOfAll(world, indicator));
  return gathering.flatMap((gathers) =>
    [...edition.indicators.values()]
      .filter((indicator) => indicator.per.includes(edition.subject) && reads(world, indicator.name, gathers.name))
      .slice(0, 1)
      .map((indicator) => suspectOf(world, indicator, gathers)),
  );
}

/** One value for all subjects of the same period or group, made of what each of them has. */
function isOfAll({ edition }: World, { per, body }: IndicatorModel): boolean {
  const shared = new Set([...[...edition.cohorts.values()].flatMap(({ each }) => each), edition.period?.key]);
  if (body.kind !== 'measure' || per.includes(edition.subject) || !per.every((key) => shared.has(key))) return false;
  return isOpen(body, edition);
}

/** Whether a stranger can be among what it is made of. */
function isOpen({ of }: MeasureModel, { subject, events }: EditionModel): boolean {
  switch (of.kind) {
    case 'events':
      return of.types.some((type) => events.get(type)?.fields.get(subject)?.kind === 'key');
    case 'each':
      return of.key === subject && (of.domain.kind === 'sources' || of.domain.kind === 'events');
    case 'given':
    case 'parts':
      return false;
  }
}

function reads(world: World, reader: string, read: string): boolean {
  return world.slots.some(
    ({ owner, expr }) => owner.kind === 'indicator' && owner.name === reader && isReadIn(expr, read),
  );
}

function isReadIn(expr: Expr, name: string): boolean {
  return within(expr).some((part) => part.kind === 'indicator' && part.name === name);
}

function suspectOf(world: World, indicator: IndicatorModel, gathers: IndicatorModel): Suspect {
  const { edition } = world;
  return {
    code: 'relative-without-cohort',
    pointer: child(child('/indicators', gathers.name), 'of'),
    names: [indicator.name, gathers.name],
    facts: { indicator: indicator.name, gathers: gathers.name, key: edition.subject },
    witnesses: () => strangers(world, indicator, gathers),
  };
}

/** One who is compared, and a stranger, of whose last event it is asked what it does to the other. */
function* strangers(world: World, { name }: IndicatorModel, gathers: IndicatorModel): Generator<Witness> {
  const { stories, lens, feeds } = world;
  const types = [...new Set([...feeds.indicator(gathers.name), ...feeds.indicator(name)])];
  const [one, stranger] = ['s01', 'stranger'];
  const sight: Sight = { kind: 'differs', of: 'value', name, subject: one, isLost: false, one: null, other: null };
  for (const type of types) {
    for (const values of stories.variations.of(type)) {
      for (const told of stories.variations.of(type)) {
        const own = stories.told(type, [values], one);
        const strange = [[told], [told, told, told]].flatMap((all) => stories.stranger(type, all, stranger));
        for (const others of strange) {
          const events = [...own, ...others];
          const without = { ...lens, suppose: { void: [others.at(-1)?.id ?? ''] } };
          yield { events, lens, against: { events, lens: without }, sight };
        }
      }
    }
  }
}
