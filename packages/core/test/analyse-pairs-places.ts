import type { Json, JsonObject } from '../src/model/json.js';
import type { Rubric } from '../src/rubric.js';
import type { Pair } from './analyse-pair.js';
import { rubricWith, STANDING } from './analyse-rubric.js';

/** Faults of bands and awards, each beside the same without it. */
export function placePairs(): readonly Pair[] {
  return [...bandPairs(), ...awardPairs()];
}

function bandPairs(): readonly Pair[] {
  const withBands = (...bands: readonly Json[]): Rubric =>
    rubricWith({ standings: { ranking: { ...STANDING, bands } } });
  const never = { code: 'band-never', pointer: '/standings/ranking/bands/1' } as const;
  return [
    {
      ...never,
      what: 'the band above takes more',
      names: ['best', 'good'],
      faulty: withBands({ id: 'good', where: 'total >= 80' }, { id: 'best', where: 'total >= 90' }, { id: 'poor' }),
      mended: withBands({ id: 'good', where: 'total >= 90' }, { id: 'best', where: 'total >= 80' }, { id: 'poor' }),
    },
    {
      ...never,
      what: 'a band behind one that takes all',
      names: ['poor', 'good'],
      faulty: withBands({ id: 'good', where: 'true' }, { id: 'poor' }),
      mended: withBands({ id: 'good', where: 'true', quota: 1, edge: 'extend' }, { id: 'poor' }),
    },
    {
      ...never,
      what: 'conditions that exclude each other',
      names: ['fair'],
      faulty: withBands({ id: 'good', from: 90 }, { id: 'fair', where: 'total < 80 && total >= 80' }, { id: 'poor' }),
      mended: withBands({ id: 'good', from: 90 }, { id: 'fair', where: 'total < 90 && total >= 80' }, { id: 'poor' }),
    },
    {
      ...never,
      what: 'a value that is never so high',
      names: ['best'],
      pointer: '/standings/ranking/bands/0',
      faulty: withBands({ id: 'best', from: 101 }, { id: 'good', from: 90 }, { id: 'poor' }),
      mended: withBands({ id: 'best', from: 100 }, { id: 'good', from: 90 }, { id: 'poor' }),
    },
    {
      code: 'band-overlap',
      what: 'a band that reaches into the one above',
      names: ['fair', 'good'],
      pointer: '/standings/ranking/bands/1',
      faulty: withBands(
        { id: 'good', where: 'total >= 85' },
        { id: 'fair', where: 'total >= 80 && total <= 90' },
        { id: 'poor' },
      ),
      mended: withBands(
        { id: 'good', where: 'total >= 85' },
        { id: 'fair', where: 'total >= 80 && total < 85' },
        { id: 'poor' },
      ),
    },
    {
      code: 'band-overlap',
      what: 'a band that reaches into the one above, where both ask for one number, too',
      names: ['fair', 'good'],
      pointer: '/standings/ranking/bands/1',
      faulty: withBands(
        { id: 'good', where: 'total >= 85 && faults == 2' },
        { id: 'fair', where: 'total >= 80 && total <= 95 && faults == 2' },
        { id: 'poor' },
      ),
      mended: withBands(
        { id: 'good', where: 'total >= 85 && faults == 2' },
        { id: 'fair', where: 'total >= 80 && faults == 2' },
        { id: 'poor' },
      ),
    },
    {
      code: 'no-band',
      what: 'a gap between two bands',
      names: ['ranking'],
      pointer: '/standings/ranking/bands',
      faulty: withBands({ id: 'good', where: 'total > 90' }, { id: 'poor', where: 'total < 90' }),
      mended: withBands({ id: 'good', where: 'total > 90' }, { id: 'poor', where: 'total <= 90' }),
    },
    {
      code: 'no-band',
      what: 'no band for those below',
      names: ['ranking'],
      pointer: '/standings/ranking/bands',
      faulty: withBands({ id: 'good', where: 'total >= 90' }, { id: 'fair', where: 'total >= 80 && faults < 4' }),
      mended: withBands(
        { id: 'good', where: 'total >= 90' },
        { id: 'fair', where: 'total >= 80 && faults < 4' },
        { id: 'poor' },
      ),
    },
  ];
}

function awardPairs(): readonly Pair[] {
  const withParts = (parts: JsonObject): Rubric => rubricWith({ standings: { ranking: { ...STANDING, ...parts } } });
  const first = { id: 'first', quota: 1, edge: 'extend' };
  return [
    {
      code: 'tie-at-quota',
      what: 'a band',
      names: ['best'],
      pointer: '/standings/ranking/bands/0',
      faulty: withParts({ bands: [{ id: 'best', quota: 'max(1, floor(0.25 * size))' }, { id: 'other' }] }),
      mended: withParts({
        bands: [{ id: 'best', quota: 'max(1, floor(0.25 * size))', edge: 'decide' }, { id: 'other' }],
      }),
    },
    {
      code: 'tie-at-quota',
      what: 'an award with many places',
      names: ['model'],
      pointer: '/standings/ranking/awards/0',
      faulty: withParts({ awards: [{ id: 'model', where: 'total >= 95', quota: 5 }] }),
      mended: withParts({ awards: [{ id: 'model', where: 'total >= 95', quota: 5, edge: 'decide' }] }),
    },
    {
      code: 'award-never',
      what: 'an award for what nothing can be',
      names: ['model'],
      pointer: '/standings/ranking/awards/0',
      faulty: withParts({ awards: [{ id: 'model', where: 'total > 95 && faults < 0' }] }),
      mended: withParts({ awards: [{ id: 'model', where: 'total > 95 && faults <= 0' }] }),
    },
    {
      code: 'award-overlap',
      what: 'two awards for one row',
      names: ['second', 'first'],
      pointer: '/standings/ranking/awards/1',
      faulty: withParts({ awards: [first, { ...first, id: 'second', where: 'faults == 2' }] }),
      mended: withParts({ awards: [first, { ...first, id: 'second', where: 'faults == 0', exclusive: [] }] }),
    },
    {
      code: 'award-overlap',
      what: 'two awards that share a value',
      names: ['second', 'first'],
      pointer: '/standings/ranking/awards/1',
      faulty: withParts({
        awards: [
          { ...first, where: 'total >= 90' },
          { ...first, id: 'second', where: 'total <= 90' },
        ],
      }),
      mended: withParts({
        awards: [
          { ...first, where: 'total >= 90' },
          { ...first, id: 'second', where: 'total < 90' },
        ],
      }),
    },
  ];
}
