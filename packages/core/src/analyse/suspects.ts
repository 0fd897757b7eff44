import type { EditionModel, RubricModel } from '../model/rubric.js';
import type { Suspect } from './suspect.js';
import { suspectBands } from './suspect-bands.js';
import { suspectPlaces } from './suspect-places.js';
import { suspectRules } from './suspect-rules.js';
import { World } from './world.js';

/** Everything in an edition that may be a fault. Only a ledger on which it shows makes it one. */
export function suspectsOf(model: RubricModel, edition: EditionModel): readonly Suspect[] {
  const world = new World(model, edition);
  return [...suspectRules(world), ...suspectBands(world), ...suspectPlaces(world)];
}
