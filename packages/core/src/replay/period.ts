import type { Instant } from '../model/calendar.js';
import { type EditionPlan, UNBOUND } from '../model/plan.js';
import { endOfDay } from '../model/zone.js';
import { keyFrame } from './frame.js';
import type { ViewReader } from './reader.js';

/** The last instant of a period, by its id; without end where the rubric says none. */
export function periodEnd(reader: ViewReader, { periodEnds, zone }: EditionPlan, id: number): Instant {
  if (periodEnds === undefined) return Number.POSITIVE_INFINITY;
  const { keyNames, periodKey } = reader.plan;
  const bound = keyNames.map((_, key) => (key === periodKey ? id : UNBOUND));
  const day = periodEnds(keyFrame(reader, reader.asOf, bound));
  return typeof day === 'number' ? endOfDay(zone, day) : Number.POSITIVE_INFINITY;
}
