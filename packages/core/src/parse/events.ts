import { type Ledger, type LedgerEvent, layOut } from '../model/ledger.js';
import { failure, type Result, success } from '../model/problem.js';
import type { RubricModel } from '../model/rubric.js';
import { admit } from './events-admit.js';
import { explain } from './events-explain.js';
import { Findings } from './events-findings.js';
import { LARGEST_TEXT, readInput } from './events-input.js';
import { merge } from './events-merge.js';
import { checkVoids, identitiesOf } from './events-references.js';
import { checkRegistered } from './events-registered.js';
import { doorOf } from './events-vocabulary.js';

export interface EventOptions {
  /** Named in problems. */
  readonly file?: string;
  /** Most UTF-16 code units of a text; half a thousand million where not given. */
  readonly size?: number;
  /** Subjects need not be registered: for examples, which show one thing at a time. */
  readonly anySubject?: boolean;
}

/**
 * Events as a ledger: from a text (JSON Lines, or one JSON array), or from values, which are copied.
 * All problems are returned at once, at most a thousand, and nothing is half applied.
 */
export function parseEvents(
  rubric: RubricModel,
  input: string | readonly unknown[],
  options: EventOptions = {},
): Result<Ledger> {
  return extendLedger(rubric, EMPTY, input, options);
}

/** A ledger with further events; the same as parsing all of them together, but only the new ones are checked. */
export function extendLedger(
  rubric: RubricModel,
  ledger: Ledger,
  input: string | readonly unknown[],
  options: EventOptions = {},
): Result<Ledger> {
  const { file, size = LARGEST_TEXT, anySubject = false } = options;
  const read = readInput(input, size);
  if (!read.ok) return failure(read.problems.map((problem) => (file === undefined ? problem : { ...problem, file })));
  const { values, locate } = read.value;
  const door = doorOf(rubric);
  const findings = new Findings();
  const arrivals = values.map((raw, index) => {
    const event = admit(raw, door);
    if (event === undefined && !findings.passOver(index)) {
      explain(raw, index, door, findings);
      if (!findings.knows(index)) throw new Error(`event ${index} was refused, but nothing is wrong with it`);
    }
    return event;
  });
  const identities = identitiesOf(values, arrivals);
  const events = merge(ledger.events, arrivals, identities, findings);
  checkVoids(arrivals, identities, ledger.events, findings);
  if (!anySubject) checkRegistered(values, arrivals, door, ledger.events, findings);
  return findings.none ? success(ledgerOf(events)) : failure(findings.problems(locate, file));
}

function ledgerOf(events: readonly LedgerEvent[]): Ledger {
  return Object.freeze({ kind: 'ledger', ...layOut(Object.freeze(events)) });
}

const EMPTY: Ledger = ledgerOf([]);
