import type { Instant } from '../model/calendar.js';
import type { Finding } from '../model/outcome.js';
import { Findings } from './findings.js';
import { ViewReader } from './reader.js';
import type { Session } from './replay.js';

/**
 * The same events at an earlier instant than they were replayed to. What rules issued and ended by then does not hang
 * on how far they were run, so nothing but the reading is done anew. `findings`: those that running them had by then.
 */
export function lookAt(
  { plan, reader, events, leftOut }: Session,
  asOf: Instant,
  findings: readonly Finding[],
): Session {
  const read = new Findings();
  const at = new ViewReader(plan, reader.columns, reader.view, asOf, reader.forced, read.note);
  at.settle();
  return { plan, reader: at, events, leftOut, findings: () => [...findings, ...read.all()] };
}
