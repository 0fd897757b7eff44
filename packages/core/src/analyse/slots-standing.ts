import { isJsonArray, type JsonObject } from '../model/json.js';
import { child } from '../model/problem.js';
import type { AwardModel, BandModel, ChainStep, StandingModel } from '../model/rubric.js';
import { documentAt } from './document-at.js';
import { Place, type Slot } from './slot.js';

/** The formulas of a standing: its total, its chain, its bands and awards. */
export function standingSlots(standing: StandingModel, document: JsonObject): readonly Slot[] {
  const { name, total, unranked, by, bands, awards } = standing;
  const place = new Place({ kind: 'standing', name }, child('/standings', name));
  const isList = isJsonArray(documentAt(document, place.at('unranked').pointer));
  return [
    // Without a `total` it is the first key, which is told where that stands.
    ...(documentAt(document, place.at('total').pointer) === undefined ? [] : place.slot('total', total)),
    ...unranked.flatMap(({ where }, index) => place.at('unranked', ...(isList ? [index] : [])).slot('where', where)),
    ...by.flatMap((key, index) => stepSlots(key, place.at('by', index))),
    ...bands.flatMap((band, index) => bandSlots(band, place.at('bands', index))),
    ...awards.flatMap((award, index) => awardSlots(award, place.at('awards', index))),
  ];
}

function bandSlots({ where, quota, edgeKeys, plus }: BandModel, place: Place): readonly Slot[] {
  const edge = edgeKeys.flatMap((key, index) => stepSlots(key, place.at('then', index)));
  return [...place.slot('where', where), ...place.slot('quota', quota), ...edge, ...place.slot('plus', plus)];
}

function awardSlots({ where, by, quota, edgeKeys }: AwardModel, place: Place): readonly Slot[] {
  const keys = by.flatMap((key, index) => stepSlots(key, place.at('by', index)));
  const edge = edgeKeys.flatMap((key, index) => stepSlots(key, place.at('then', index)));
  return [...place.slot('where', where), ...keys, ...place.slot('quota', quota), ...edge];
}

function stepSlots(step: ChainStep, place: Place): readonly Slot[] {
  const own =
    step.kind === 'among'
      ? step.by.flatMap((key, index) => stepSlots(key, place.at('by', index)))
      : step.kind === 'is'
        ? place.slot('is', step.is)
        : [...place.slot('items', step.items), ...place.slot('depth', step.depth)];
  return [...own, ...place.slot('if', step.if)];
}
