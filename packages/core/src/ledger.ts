import type { EventOf } from './infer.js';
import type { Ledger } from './model/ledger.js';
import type { Result } from './model/problem.js';
import { type EventOptions, extendLedger as extend, parseEvents as parse } from './parse/events.js';
import { ProblemError } from './problem-error.js';
import type { Rubric } from './rubric.js';

/** Checks events from outside: JSON Lines, a JSON array as text, or values. Tells all problems at once; nothing is half applied. */
export function parseEvents(
  rubric: Rubric,
  input: string | readonly unknown[],
  options: EventOptions = {},
): Result<Ledger> {
  return parse(rubric.model, input, options);
}

/** A ledger with further events; only the new ones are checked. */
export function extendLedger(
  rubric: Rubric,
  ledger: Ledger,
  input: string | readonly unknown[],
  options: EventOptions = {},
): Result<Ledger> {
  return extend(rubric.model, ledger, input, options);
}

/** A ledger of events written in TypeScript, typed by the rubric. Throws a `ProblemError` that lists every problem. */
export function ledgerOf<R>(rubric: Rubric<R>, events: readonly EventOf<R>[]): Ledger {
  const parsed = parse(
    rubric.model,
    events.map((event) => ({ specversion: '1.0', ...event })),
  );
  if (!parsed.ok) throw new ProblemError(parsed.problems);
  return parsed.value;
}
