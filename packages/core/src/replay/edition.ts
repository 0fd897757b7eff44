import type { Day } from '../model/calendar.js';
import type { EditionPlan } from '../model/plan.js';

/** The last edition that begins on or before a day; the first one before that. */
export function editionOn(editions: readonly EditionPlan[], day: Day): EditionPlan {
  let found = editions[0];
  for (const edition of editions) if (edition.from <= day) found = edition;
  if (found === undefined) throw new Error('a plan has an edition');
  return found;
}

export function lastOf<T>(items: readonly T[]): T {
  const last = items[items.length - 1];
  if (last === undefined) throw new Error('an empty list has no last item');
  return last;
}
