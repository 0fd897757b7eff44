import { editionOfEvent, effectiveTime, fieldValue } from './fields.js';
import { givenMembers, limitsOf } from './give.js';
import { pickedEvent, readIndicator, stageOf } from './indicator.js';
import { standingPart } from './standing.js';
import type { Calls } from './world.js';

/** The concepts that read each other, joined. */
export const CALLS: Calls = {
  field: fieldValue,
  editionOf: editionOfEvent,
  effective: effectiveTime,
  indicator: readIndicator,
  picked: pickedEvent,
  stage: stageOf,
  given: givenMembers,
  limits: limitsOf,
  standing: standingPart,
};
