import { calendarEntries } from './calendar-entries.js';
import {
  addYears,
  dayOfInstant,
  endOfDay,
  formatDay,
  formatInstant,
  type Instant,
  type Zone,
} from './model/calendar.js';
import type { CalendarEntry, ForwardCalendar } from './model/forward-calendar.js';
import type { Ledger } from './model/ledger.js';
import type { Lens } from './model/lens.js';
import type { Finding } from './model/outcome.js';
import { failure, type Result, success } from './model/problem.js';
import { type Outcome, outcomeOf } from './outcome.js';
import { ProblemError } from './problem-error.js';
import { happeningsBy, periodEnds } from './replay/happenings.js';
import { lookAt } from './replay/look-at.js';
import { turningPoints } from './replay/turning-points.js';
import { replay, tryReplay } from './replay.js';
import type { Rubric } from './rubric.js';

export interface CalendarOptions {
  /** RFC 3339 with offset, or a date (its last instant). The lens's `asOf`, else the latest event, where not given. */
  readonly from?: string;
  /** The same; a year after `from`, where not given. */
  readonly until?: string;
  readonly lens?: Lens;
  /** How many instants are looked at, at most; 2000 where not given. */
  readonly most?: number;
}

/**
 * What will happen by itself: events that rules issue and states that end at their date, members that leave a window,
 * and what that does to values, ranks, bands, awards, consequences and findings. There is an entry at an instant exactly
 * where the outcome as of it differs from the one just before. Throws a `ProblemError` for a lens that cannot be read.
 *
 * Cost: the ledger is replayed twice, and the outcome read once for each instant at which something can turn: events to
 * come, ends of states, editions; and each day only where what is judged reads the date (`today`, `now`), as rolling
 * windows do.
 */
export function forwardCalendar(rubric: Rubric, ledger: Ledger, options: CalendarOptions = {}): ForwardCalendar {
  const result = tryForwardCalendar(rubric, ledger, options);
  if (!result.ok) throw new ProblemError(result.problems);
  return result.value;
}

/** The same, for options from outside: their problems are returned. */
export function tryForwardCalendar(
  rubric: Rubric,
  ledger: Ledger,
  options: CalendarOptions = {},
): Result<ForwardCalendar> {
  const { lens = {}, from, most = MOST } = options;
  const start = tryReplay(ledger, rubric, from === undefined ? lens : { ...lens, asOf: from });
  if (!start.ok) return failure(start.problems);
  const known = start.value.session.findings();
  const { asOf, zone } = start.value.session.reader;
  const end = options.until ?? formatInstant(endOfDay(zone, addYears(dayOfInstant(zone, asOf), 1)));
  const run = tryReplay(ledger, rubric, { ...lens, asOf: end });
  if (!run.ok) return failure(run.problems);
  const found = run.value.session.findings();
  const { reader, leftOut } = run.value.session;
  const lateAt = [...leftOut.late.values()].map(({ at }) => at);
  const all = turningPoints(reader, asOf, reader.asOf, lateAt);
  const foundBy = (at: Instant): readonly Finding[] =>
    replay(ledger, rubric, { ...lens, asOf: formatInstant(at) }).session.findings();
  return success(calendarOf({ run: run.value, from: asOf, all, most, since: dated(found, known, all, foundBy) }));
}

const MOST = 2000;

interface Outlook {
  /** Run to the end. */
  readonly run: Outcome;
  readonly from: Instant;
  readonly all: readonly Instant[];
  readonly most: number;
  readonly since: readonly DatedFinding[];
}

function calendarOf(outlook: Outlook): ForwardCalendar {
  const { run, from, all, most } = outlook;
  const { reader } = run.session;
  const points = all.slice(0, most);
  const until = points.length === all.length ? reader.asOf : (points.at(-1) ?? from);
  const happenings = happeningsBy(reader);
  const entries: CalendarEntry[] = [];
  let before = outcomeAt(outlook, from);
  for (const point of points) {
    const after = outcomeAt(outlook, point);
    if (face(before) !== face(after)) entries.push(...calendarEntries(before, after, happenings.get(point) ?? []));
    before = after;
  }
  return {
    from: formatInstant(from),
    until: formatInstant(until),
    days: { from: dayText(reader.zone, from), until: dayText(reader.zone, until) },
    entries,
    periods: periodEnds(reader, from, until),
    looked: points.length,
    complete: points.length === all.length,
  };
}

function dayText(zone: Zone, instant: Instant): string {
  return formatDay(dayOfInstant(zone, instant));
}

function outcomeAt({ run, since }: Outlook, instant: Instant): Outcome {
  const findings = since.flatMap(({ finding, at }) => (at <= instant ? [finding] : []));
  const lens = { ...run.lens, asOf: formatInstant(instant) };
  return outcomeOf(run.rubric, lens, run.semantics, lookAt(run.session, instant, findings));
}

function face({ standings, subjects, findings }: Outcome): string {
  return JSON.stringify([standings, subjects, findings]);
}

interface DatedFinding {
  readonly finding: Finding;
  readonly at: Instant;
}

/** What running the events finds is found once and for ever, so the first instant that has it is looked for by halves. */
function dated(
  found: readonly Finding[],
  known: readonly Finding[],
  points: readonly Instant[],
  foundBy: (at: Instant) => readonly Finding[],
): readonly DatedFinding[] {
  const early = new Set(known.map((finding) => JSON.stringify(finding)));
  return found.map((finding) => {
    const own = JSON.stringify(finding);
    if (early.has(own)) return { finding, at: Number.NEGATIVE_INFINITY };
    let [low, high] = [0, points.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (foundBy(points[middle] ?? 0).some((one) => JSON.stringify(one) === own)) high = middle;
      else low = middle + 1;
    }
    return { finding, at: points[low] ?? Number.POSITIVE_INFINITY };
  });
}
