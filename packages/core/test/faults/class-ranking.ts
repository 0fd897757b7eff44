import type { JsonObject } from '../../src/index.js';
import type { Outcome } from '../../src/outcome.js';
import { event, judged, rubric } from './small-rubric.js';

export type Figures = readonly [total: number | string | null, second?: number | null];

/** One class, each pupil with a total and a second figure, under a standing; `plus` in a name sets the flag `extra`. */
export function ranked(
  pupils: { readonly [pupil: string]: Figures },
  standing: JsonObject,
  more: JsonObject = {},
): Outcome {
  const latest = (value: string, where?: string) => ({
    per: ['pupil'],
    of: { kind: 'events', type: 'scored', value, ...(where === undefined ? {} : { where }) },
    reduce: 'latest',
  });
  const by = rubric({
    cohorts: { peers: { each: ['group'], of: 'pupil', in: { event: 'joined' } } },
    indicators: {
      total: latest('points'),
      second: latest('weight'),
      extra: { per: ['pupil'], of: { kind: 'events', type: 'scored', where: "note == 'plus'" }, reduce: 'count' },
    },
    standings: { ranking: { among: 'peers', by: [{ is: 'total' }], ...standing } },
    ...more,
  });
  const names = Object.entries(pupils);
  const joined = names.map(([who], index) => event(`j${index}`, 'joined', who, '01-01', { group: 'g' }));
  const scored = names.map(([who, [points, weight]], index) =>
    event(`s${index}`, 'scored', who, '03-01', {
      ...(points === null ? {} : { points }),
      ...(weight === null || weight === undefined ? {} : { weight }),
      ...(who.startsWith('plus') ? { note: 'plus' } : { note: 'plain' }),
    }),
  );
  return judged(by, [...joined, ...scored]);
}
