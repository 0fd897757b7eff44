import { CivilDate, startOf } from './dates.js';
import type { EditionModel, RubricModel } from './model.js';
import type { World } from './world.js';

type Dated = Pick<World, 'rubric' | 'edition'>;

/** The edition in force on a date: the last that had begun, or the first before it. */
export function editionOn(world: Dated, date: CivilDate): EditionModel {
  return lastOf(world, (edition) => edition.from <= date.days);
}

/** The edition in force on the day of an instant, each by its own zone. */
export function editionAt(world: Dated, ms: number): EditionModel {
  return lastOf(world, (edition) => startOf(edition.zone, new CivilDate(edition.from)).ms <= ms);
}

export function allEditions(world: Dated): readonly EditionModel[] {
  return world.edition === undefined ? world.rubric.editions : [chosen(world.rubric, world.edition)];
}

function lastOf(world: Dated, begun: (edition: EditionModel) => boolean): EditionModel {
  const editions = allEditions(world);
  const edition = editions.filter(begun).at(-1) ?? editions[0];
  if (edition === undefined) throw new RangeError('a rubric without editions');
  return edition;
}

function chosen(rubric: RubricModel, name: string): EditionModel {
  const edition = rubric.editions.find((each) => each.edition === name);
  if (edition === undefined) throw new RangeError(`no edition ${name} in ${rubric.id}`);
  return edition;
}
