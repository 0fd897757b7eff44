import { compileRubric } from './compile/plan.js';
import { lensProblem } from './lens-problem.js';
import type { Instant } from './model/calendar.js';
import { parseDay, parseInstant } from './model/calendar.js';
import type { Ledger, LedgerEvent } from './model/ledger.js';
import type { Lens } from './model/lens.js';
import type { Plan } from './model/plan.js';
import type { Watch } from './model/plan-watch.js';
import { failure, type Problem, type Result, success } from './model/problem.js';
import { isSemantics, semanticsKnown } from './model/semantics.js';
import { endOfDay } from './model/zone.js';
import { type Outcome, outcomeOf } from './outcome.js';
import { extendLedger } from './parse/events.js';
import { ProblemError } from './problem-error.js';
import { lastOf } from './replay/edition.js';
import type { ReadLens } from './replay/replay.js';
import type { Rubric } from './rubric.js';
import { ENGINES, semanticsOf } from './semantics.js';
import { strangeVoids } from './strange-voids.js';
import { supposeRubric } from './suppose.js';

/** Judges a ledger by a rubric. Pure: same ledger, rubric and lens, same outcome. Throws a `ProblemError` for a lens that cannot be read. */
export function replay<R>(ledger: Ledger, rubric: Rubric<R>, lens: Lens = {}): Outcome<R> {
  const result = tryReplay(ledger, rubric, lens);
  if (!result.ok) throw new ProblemError(result.problems);
  return result.value;
}

/** The same, for a lens from outside: its problems are returned. */
export function tryReplay<R>(ledger: Ledger, rubric: Rubric<R>, lens: Lens = {}): Result<Outcome<R>> {
  return replayed(ledger, rubric, lens, ({ plan }) => plan);
}

/** The same, looked on from within; slower. */
export function watchedReplay<R>(ledger: Ledger, rubric: Rubric<R>, lens: Lens, watch: Watch): Result<Outcome<R>> {
  return replayed(ledger, rubric, lens, ({ model }) => compileRubric(model, watch));
}

function replayed<R>(
  ledger: Ledger,
  rubric: Rubric<R>,
  lens: Lens,
  planOf: (judged: Rubric<R>) => Plan,
): Result<Outcome<R>> {
  const judged = supposeRubric(rubric, lens);
  if (!judged.ok) return failure(judged.problems);
  const events = supposeEvents(judged.value, ledger, lens);
  if (!events.ok) return failure(events.problems);
  const read = readLens(judged.value, lens, voidedRefs(lens, events.value.events));
  if (!read.ok) return failure(read.problems);
  const strange = strangeVoids(judged.value.plan, events.value, lens.suppose?.void ?? []);
  if (strange.length > 0) return failure(strange);
  const semantics = semanticsOf(judged.value, events.value, lens.semantics, read.value);
  const session = ENGINES[semantics](planOf(judged.value), events.value, read.value);
  return success(outcomeOf(judged.value, lens, semantics, session));
}

function supposeEvents(rubric: Rubric, ledger: Ledger, lens: Lens): Result<Ledger> {
  const added = lens.suppose?.add ?? [];
  if (added.length === 0) return success(ledger);
  return extendLedger(rubric.model, ledger, added, { file: 'suppose' });
}

function readLens({ plan }: Rubric, lens: Lens, voided: readonly string[]): Result<ReadLens> {
  const problems: Problem[] = [];
  const { zone } = lastOf(plan.editions);
  const instant = (name: 'asOf' | 'knownAt'): Instant | undefined => {
    const text = lens[name];
    if (text === undefined) return undefined;
    const day = parseDay(text);
    if (day !== undefined) return endOfDay(zone, day);
    const parsed = parseInstant(text);
    if ('instant' in parsed) return parsed.instant;
    problems.push(lensProblem('lens-time', `/${name}`, { text }));
    return undefined;
  };
  const { semantics } = lens;
  if (semantics !== undefined && !isSemantics(semantics)) {
    problems.push(
      lensProblem('lens-semantics', '/semantics', { semantics: String(semantics), known: semanticsKnown() }),
    );
  }
  const edition =
    lens.edition === undefined ? undefined : plan.editions.findIndex(({ model }) => model.edition === lens.edition);
  if (edition === -1) {
    problems.push(
      lensProblem('lens-edition', '/edition', {
        edition: lens.edition ?? '',
        known: plan.editions.map(({ model }) => model.edition).join(', '),
      }),
    );
  }
  const read: ReadLens = { asOf: instant('asOf'), knownAt: instant('knownAt'), edition, voided };
  return problems.length === 0 ? success(read) : failure(problems);
}

/** An id without a source stands for the event of that id of every source. */
function voidedRefs(lens: Lens, events: readonly LedgerEvent[]): readonly string[] {
  const refs = lens.suppose?.void ?? [];
  if (refs.length === 0) return refs;
  const sources = new Set(events.map(({ event }) => event.source));
  return refs.flatMap((ref) => [
    ...(ref.includes('#') ? [ref] : []),
    ...[...sources].map((source) => `${source}#${ref}`),
  ]);
}
