import type { Monotone } from '../model/analysis.js';
import { canonical } from '../model/canonical.js';
import type { EditionModel, EventTypeModel, FieldModel, RubricModel } from '../model/rubric.js';
import { ChangeOf, type Seed } from './change.js';
import type { Direction } from './direction.js';
import { Ground } from './ground.js';
import type { Touched } from './touched.js';
import { World } from './world.js';

/**
 * For each event type and standing: what one more such event does to the place of its subject, while others stay as they are;
 * and for each number in it, what a greater one does. Only what can be said for sure is said.
 */
export function monotoneIn(model: RubricModel): readonly Monotone[] {
  const [first, ...later] = model.editions;
  // Which edition reads a field hangs on the date, so that all must read them alike.
  if (first === undefined || later.some((edition) => vocabularyOf(edition) !== vocabularyOf(first))) return [];
  const grounds = model.editions.map((edition) => new Ground(model, new World(model, edition)));
  return [...first.events.values()].flatMap((type) => {
    const touched = grounds.map(({ readers }) => readers.of(type.type));
    return seedsOf(type).flatMap((seed) => {
      const places = grounds.map((ground, index) => placesOf(ground, seed, touched[index]));
      return [...first.standings.keys()].flatMap((standing) => {
        const directions = places.map((place) => place.get(standing) ?? 'any');
        return claim(seed, standing, directions);
      });
    });
  });
}

function vocabularyOf({ document }: EditionModel): string {
  const { vocabulary = null, define = null, tables = null, keys = null, period = null } = document;
  return canonical(JSON.parse(JSON.stringify([vocabulary, define, tables, keys, period])));
}

/** An older form is read as another type, with what formulas make of its data. */
function seedsOf({ type, fields, becomes }: EventTypeModel): readonly Seed[] {
  if (becomes !== undefined || type.startsWith('meritlog.')) return [];
  const numbers = [...fields.values()].filter(isGivenNumber);
  return [{ type, field: undefined }, ...numbers.map(({ name }) => ({ type, field: name }))];
}

function isGivenNumber({ kind, is }: FieldModel): boolean {
  return kind === 'number' && is === undefined;
}

function placesOf(ground: Ground, seed: Seed, touched: Touched | undefined): ReadonlyMap<string, Direction> {
  if (touched === undefined) return new Map();
  const change = new ChangeOf(ground, seed, touched);
  return new Map([...ground.edition.standings].map(([name, standing]) => [name, change.place(standing)]));
}

function claim({ type, field }: Seed, standing: string, directions: readonly Direction[]): readonly Monotone[] {
  const [first = 'any'] = directions;
  if (first === 'any' || directions.some((direction) => direction !== first)) return [];
  const moves = first === 'same' ? 'nowhere' : first;
  // That a number which is not read moves nothing is no news.
  if (field !== undefined && moves === 'nowhere') return [];
  return [{ type, ...(field === undefined ? {} : { field }), standing, moves }];
}
