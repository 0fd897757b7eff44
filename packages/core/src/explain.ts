import { explainEvent } from './explain-event.js';
import { withFields } from './explain-events.js';
import { explainProblem, keysProblem } from './explain-problem.js';
import type { IndicatorId, StandingId } from './infer.js';
import type { Explanation, Reason } from './model/explanation.js';
import type { KeyValues } from './model/outcome.js';
import { failure, type Result, success } from './model/problem.js';
import type { Outcome } from './outcome.js';
import { ProblemError } from './problem-error.js';
import { askedReading, findPlace } from './replay/find.js';
import { traceIndicator } from './replay/trace.js';
import { tracePlace } from './replay/trace-place.js';
import { Unheard } from './replay/unheard.js';

/** Deep enough for anyone, and not too deep for a stack of calls. */
const DEEPEST_TOLD = 256;

/** What is to be explained: a number, where an indicator is named, else a place in a standing. */
export interface Question<R = unknown> {
  /** Of a place: whatever the standing ranks. */
  readonly subject: string;
  readonly indicator?: IndicatorId<R>;
  /** The first one that is shown and has the subject, where not named. */
  readonly standing?: StandingId<R>;
  /** Further keys, such as the period; the latest that fits, where not named. */
  readonly keys?: KeyValues;
  /** How many indicators deep, at most 256; down to the events, but no deeper than that, where not named. */
  readonly depth?: number;
}

/** An event that is to be explained, by its id, or by `source#id`: whether it counts and why not, and what it does. */
export interface EventQuestion {
  readonly event: string;
}

/** Why a number is what it is, or a row where it is, down to the events; or what became of an event. Throws a `ProblemError` where the question fits nothing. */
export function explain<R>(outcome: Outcome<R>, question: Question<R> | EventQuestion): Explanation {
  const result = tryExplain(outcome, question);
  if (!result.ok) throw new ProblemError(result.problems);
  return result.value;
}

/** The same, for a question from outside: its problems are returned. */
export function tryExplain<R>(outcome: Outcome<R>, question: Question<R> | EventQuestion): Result<Explanation> {
  if ('event' in question) {
    const event = explainEvent(outcome, question.event);
    return event.ok ? success({ kind: 'event', event: event.value }) : event;
  }
  const { reader } = outcome.session;
  const { subject, indicator, standing, keys = {}, depth = DEEPEST_TOLD } = question;
  if (!Number.isInteger(depth) || depth < 0 || depth > DEEPEST_TOLD)
    return failure([explainProblem('explain-depth', '/depth', String(depth), [], String(DEEPEST_TOLD))]);
  const isAsked = question.depth !== undefined && question.depth < DEEPEST_TOLD;
  const known = [...reader.editionAt(reader.asOf).model.keys.keys()];
  const stray = Object.keys(keys).find((name) => !known.includes(name));
  if (stray !== undefined) return failure([explainProblem('explain-key', '/keys', stray, known)]);
  // A standing may rank what is no subject, such as the items of a catalogue.
  const ranked = indicator === undefined ? outcome.standings.flatMap(({ rows }) => rows.map((row) => row.subject)) : [];
  const subjects = [...new Set([...Object.keys(outcome.subjects), ...ranked])];
  if (!subjects.includes(subject)) return failure([explainProblem('explain-subject', '/subject', subject, subjects)]);
  const unheard = Unheard.of(outcome.session);
  if (indicator !== undefined) {
    const indicators = [...reader.editionAt(reader.asOf).indicators.keys()];
    if (!indicators.includes(indicator))
      return failure([explainProblem('explain-indicator', '/indicator', indicator, indicators)]);
    const found = askedReading(reader, indicator, subject, keys);
    if (found.kind !== 'one') return failure([keysProblem(indicator, found)]);
    const reason = withFields(reader, traceIndicator(reader, found.plan, found.ids, depth, isAsked, unheard));
    return success({ kind: 'value', reason, ...(found.unrecorded ? { unrecorded: true } : {}) });
  }
  const standings = [...reader.editionAt(reader.asOf).standings.keys()];
  if (standing !== undefined && !standings.includes(standing))
    return failure([explainProblem('explain-standing', '/standing', standing, standings)]);
  const found = findPlace(reader, standing, subject, keys);
  if (found === undefined) return failure([explainProblem('explain-no-row', '/standing', standing ?? '', [])]);
  const place = tracePlace(reader, found.table, found.row, depth, isAsked, unheard);
  const total = place.total === null ? null : withFields(reader, place.total);
  const seen = <Part extends { readonly behind: readonly Reason[] }>(part: Part): Part => ({
    ...part,
    behind: part.behind.map((reason) => withFields(reader, reason)),
  });
  const [above, below] = [place.above, place.below].map((one) => one && seen(one));
  return success({ kind: 'place', place: { ...seen(place), total, above: above ?? null, below: below ?? null } });
}
