import { isJsonArray, type JsonObject } from '../model/json.js';
import { child } from '../model/problem.js';
import type { DomainModel, IndicatorModel, MapStep, MeasureModel, SourceModel, TakeModel } from '../model/rubric.js';
import { documentAt } from './document-at.js';
import { Place, type Slot } from './slot.js';

/** The formulas of an indicator, its map and its nested measures. */
export function indicatorSlots({ name, body, map, otherwise }: IndicatorModel, document: JsonObject): readonly Slot[] {
  const place = new Place({ kind: 'indicator', name }, child('/indicators', name));
  const isList = isJsonArray(documentAt(document, child(place.pointer, 'map')));
  return [
    ...(body.kind === 'formula' ? place.slot('is', body.is) : measureSlots(body, place)),
    ...map.flatMap((step, index) => (isList ? stepSlots(step, place.at('map'), index) : stepSlots(step, place, 'map'))),
    ...place.slot('otherwise', otherwise),
  ];
}

function stepSlots(step: MapStep, place: Place, key: string | number): readonly Slot[] {
  switch (step.kind) {
    case 'formula':
      return place.slot(key, step.is);
    case 'round':
    case 'steps':
    case 'linear':
    case 'rank':
      return [];
  }
}

function measureSlots({ of, take, reduce, need }: MeasureModel, place: Place): readonly Slot[] {
  const weight = typeof reduce === 'object' && reduce.kind === 'decay' ? reduce.weight : undefined;
  return [
    ...sourceSlots(of, place.at('of')),
    ...takeSlots(take, of, place.at('take')),
    ...place.at('reduce').slot('weight', weight),
    ...place.slot('need', need),
  ];
}

function sourceSlots(of: SourceModel, place: Place): readonly Slot[] {
  switch (of.kind) {
    case 'events': {
      const events = place.of(of.types);
      const members = place.of(of.types, of.where?.expr);
      return [
        ...events.slot('where', of.where),
        ...members.slot('value', of.value),
        ...members.slot('weight', of.weight),
      ];
    }
    case 'each': {
      const members = place.of([], of.where?.expr);
      return [
        ...domainSlots(of.domain, place.at('in')),
        ...place.slot('where', of.where),
        ...('kind' in of.value ? measureSlots(of.value, members.at('value')) : members.slot('value', of.value)),
        ...members.slot('weight', of.weight),
      ];
    }
    case 'given':
    case 'parts':
      return [];
  }
}

function domainSlots(domain: DomainModel, place: Place): readonly Slot[] {
  switch (domain.kind) {
    case 'events':
      return place.of([domain.type]).slot('where', domain.where);
    case 'range':
      return [...place.slot('from', domain.from), ...place.slot('to', domain.to)];
    case 'sources':
    case 'values':
    case 'cohort':
      return [];
  }
}

function takeSlots({ window, keep, drop }: TakeModel, of: SourceModel, place: Place): readonly Slot[] {
  const members = place.at('window').of(of.kind === 'events' ? of.types : []);
  return [
    ...members.slot('by', window?.by),
    ...place.at('window').slot('from', window?.from),
    ...place.at('window').slot('until', window?.until),
    ...place.at('window').slot('after', window?.after),
    ...place.at('window').slot('before', window?.before),
    ...(keep === undefined ? [] : place.at('keep').slot(keep.which, keep.n)),
    ...place.at('drop').slot('best', drop?.best),
    ...place.at('drop').slot('worst', drop?.worst),
    ...place
      .at('drop')
      .of(of.kind === 'events' ? of.types : [])
      .slot('where', drop?.where),
  ];
}
