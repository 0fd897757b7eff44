import { child } from '../model/problem.js';
import type { CohortModel, EditionModel, EventTypeModel } from '../model/rubric.js';
import { Place, type Slot } from './slot.js';
import { indicatorSlots } from './slots-indicator.js';
import { ruleSlots } from './slots-rule.js';
import { standingSlots } from './slots-standing.js';

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
