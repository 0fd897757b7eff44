import type { Instant } from './model/calendar.js';
import type { Ledger } from './model/ledger.js';
import { isSemantics, SEMANTICS, type Semantics } from './model/semantics.js';
import { dayOfInstant } from './model/zone.js';
import { editionOn, lastOf } from './replay/edition.js';
import { type ReadLens, replayEvents } from './replay/replay.js';
import type { Rubric } from './rubric.js';

/** How a ledger is judged under each number (docs/decisions/0012-semantics-numbers.md). */
export const ENGINES: Readonly<Record<Semantics, typeof replayEvents>> = { 1: replayEvents };

/** The number that the lens asks for, else that of the edition in force at `asOf`, else the current one. */
export function semanticsOf({ plan }: Rubric, ledger: Ledger, asked: number | undefined, lens: ReadLens): Semantics {
  if (asked !== undefined) return isSemantics(asked) ? asked : SEMANTICS;
  const { zone } = lastOf(plan.editions);
  const at = lens.asOf ?? lastTime(ledger, lens.knownAt);
  const forced = lens.edition === undefined ? undefined : plan.editions[lens.edition];
  const edition = forced ?? editionOn(plan.editions, dayOfInstant(zone, at));
  return edition.model.semantics ?? SEMANTICS;
}

/** Without `asOf`, the last time of an event that is looked at. */
function lastTime({ events }: Ledger, knownAt: Instant | undefined): Instant {
  return events.reduce(
    (last, { time, recorded }) => (recorded > (knownAt ?? recorded) ? last : Math.max(last, time)),
    0,
  );
}
