import { child } from '../model/problem.js';
import type { AwardModel, BandModel, RankKey, StandingModel } from '../model/rubric.js';
import { Place, type Slot } from './slot.js';

/** The formulas of a standing: its total, its chain, its bands and awards. */
export function standingSlots(standing: StandingModel): readonly Slot[] {
  const { name, total, unranked, by, bands, awards } = standing;
  const place = new Place({ kind: 'standing', name }, child('/standings', name));
  return [
    ...place.slot('total', total),
    ...place.at('unranked').slot('where', unranked?.where),
    ...by.flatMap((key, index) => keySlots(key, place.at('by', index))),
    ...bands.flatMap((band, index) => bandSlots(band, place.at('bands', index))),
    ...awards.flatMap((award, index) => awardSlots(award, place.at('awards', index))),
  ];
}

function bandSlots({ where, quota, plus }: BandModel, place: Place): readonly Slot[] {
  return [...place.slot('where', where), ...place.slot('quota', quota), ...place.slot('plus', plus)];
}

function awardSlots({ where, by, quota }: AwardModel, place: Place): readonly Slot[] {
  const keys = by.flatMap((key, index) => keySlots(key, place.at('by', index)));
  return [...place.slot('where', where), ...keys, ...place.slot('quota', quota)];
}

function keySlots(key: RankKey, place: Place): readonly Slot[] {
  switch (key.kind) {
    case 'is':
      return place.slot('is', key.is);
    case 'items':
      return [...place.slot('items', key.items), ...place.slot('depth', key.depth)];
  }
}
