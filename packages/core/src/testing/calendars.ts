import type { JsonObject } from '../model/json.js';
import { CALENDAR } from './formula.js';
import type { Tape } from './tape.js';

/** Holidays with days that make up for them. It knows less than the days that occur, so that its ends are met. */
export function calendarsFrom(tape: Tape): JsonObject {
  return {
    [CALENDAR]: {
      from: '2026-02-15',
      until: tape.pick(['2026-12-31', '2027-01-15', '2026-06-01']),
      weekend: tape.pick([[6, 7], [7], []]),
      holidays: ['2026-05-01', '2026-05-02', '2026-05-03', '2026-05-04', '2026-05-05', ...tape.some(['2026-03-02'])],
      workdays: ['2026-04-26', ...tape.some(['2026-05-09', '2026-03-01'])],
    },
  };
}
