import type { EditionModel, RubricModel } from '../model/rubric.js';
import type { Suspect } from './suspect.js';
import { suspectBands } from './suspect-bands.js';
import { suspectCohorts } from './suspect-cohort.js';
import { suspectCurves } from './suspect-curve.js';
import { suspectDates } from './suspect-dates.js';
import { suspectEdition } from './suspect-edition.js';
import { suspectEnds } from './suspect-ends.js';
import { suspectFeedback } from './suspect-feedback.js';
import { suspectLastPlaces } from './suspect-last-place.js';
import { suspectLimits } from './suspect-limits.js';
import { suspectOrders } from './suspect-order.js';
import { suspectPlaces } from './suspect-places.js';
import { suspectRules } from './suspect-rules.js';
import { suspectSizes } from './suspect-size.js';
import { suspectTiers } from './suspect-tiers.js';
import { suspectUnknowns } from './suspect-unknown.js';
import { suspectVetoes } from './suspect-veto.js';
import { World } from './world.js';

/** Everything in an edition that may be a fault. Only a ledger on which it shows makes it one. */
export function suspectsOf(model: RubricModel, edition: EditionModel): readonly Suspect[] {
  const world = new World(model, edition);
  return [
    ...suspectRules(world),
    ...suspectTiers(world),
    ...suspectEnds(world),
    ...suspectLimits(world),
    ...suspectLastPlaces(world),
    ...suspectVetoes(world),
    ...suspectBands(world),
    ...suspectPlaces(world),
    ...suspectUnknowns(world),
    ...suspectCurves(world),
    ...suspectCohorts(world),
    ...suspectSizes(world),
    ...suspectDates(world),
    ...suspectOrders(world),
    ...suspectFeedback(world),
    ...suspectEdition(world, model),
  ];
}
