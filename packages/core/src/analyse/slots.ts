import { isJsonObject, type Json, type JsonObject } from '../model/json.js';
import { child } from '../model/problem.js';
import type { CohortModel, EditionModel, EventTypeModel } from '../model/rubric.js';
import { Place, type Slot } from './slot.js';
import { indicatorSlots } from './slots-indicator.js';
import { ruleSlots } from './slots-rule.js';
import { standingSlots } from './slots-standing.js';

/** Every formula and condition of an edition, in the order of the document. */
export function slotsOf(edition: EditionModel): readonly Slot[] {
  return [
    ...[...edition.events.values()].flatMap((type) => typeSlots(type, edition.document)),
    ...[...edition.cohorts.values()].flatMap(cohortSlots),
    ...[...edition.indicators.values()].flatMap((indicator) => indicatorSlots(indicator, edition.document)),
    ...[...edition.rules.values()].flatMap((rule, index) => ruleSlots(rule, `/rules/${index}`)),
    ...[...edition.standings.values()].flatMap((standing) => standingSlots(standing, edition.document)),
  ];
}

function typeSlots(model: EventTypeModel, document: JsonObject): readonly Slot[] {
  const { type, effective, appliesBy, fields, becomes } = model;
  const owner = { kind: 'field', name: type } as const;
  const place = new Place(owner, child('/vocabulary/events', type), [type]);
  const common = new Place(owner, '/vocabulary/common', [type]);
  return [
    ...place.slot('effective', effective),
    ...place.slot('appliesBy', appliesBy),
    ...[...(becomes?.data ?? [])].flatMap(([name, is]) => place.at('becomes', 'data').slot(name, is)),
    ...[...fields.values()].flatMap((field) => {
      const at = isOwn(document, type, field.name) ? place.at('fields', field.name) : common.at(field.name);
      return at.slot('is', field.is);
    }),
  ];
}

/** Whether a type declares a field itself; the others are common to all types. */
function isOwn({ vocabulary }: JsonObject, type: string, field: string): boolean {
  const path = ['events', type, 'fields', field];
  return path.reduce<Json | undefined>((at, key) => (isJsonObject(at) ? at[key] : undefined), vocabulary) !== undefined;
}

function cohortSlots({ name, event, where }: CohortModel): readonly Slot[] {
  return new Place({ kind: 'cohort', name }, `${child('/cohorts', name)}/in`, [event]).slot('where', where);
}
