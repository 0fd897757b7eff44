import { explainProblem } from './explain-problem.js';
import { formatInstant } from './model/calendar.js';
import type { EventReason } from './model/event-fate.js';
import { failure, type Result, success } from './model/problem.js';
import type { Outcome } from './outcome.js';
import { refOf } from './replay/ref.js';
import { effectsOf, issuedBy } from './replay/trace-effects.js';
import { Fates } from './replay/trace-fate.js';
import { askingReader } from './replay/trace-read.js';
import { readingsOf } from './replay/trace-readings.js';

/** Whether an event counts and why not, and what it does; asked for by its id, or by `source#id`. */
export function explainEvent({ session }: Outcome, named: string): Result<EventReason> {
  const { reader, leftOut } = session;
  const issued = [...reader.columns.derivedBy.keys()].map((ord) => reader.event(ord));
  const events = [...leftOut.ledger.events, ...issued, ...reader.columns.withheld.values()];
  const exact = events.filter((event) => refOf(event) === named);
  const meant = exact.length > 0 ? exact : events.filter(({ event }) => event.id === named);
  const [found] = meant;
  if (found === undefined)
    return failure([
      explainProblem(
        'explain-event',
        '/event',
        named,
        events.map(({ event }) => event.id),
      ),
    ]);
  if (meant.length > 1)
    return failure([explainProblem('explain-event-open', '/event', named, [], meant.map(refOf).join(', '))]);
  const ref = refOf(found);
  const fates = new Fates(session);
  const event = fates.told(ref);
  if (event === undefined) throw new Error(`no event ${ref}`);
  const fate = fates.of(ref);
  const ord = fate.kind === 'counts' ? fates.placeOf(ref) : undefined;
  return success({
    event,
    subject: found.event.subject ?? null,
    recorded: fates.recorded(ref) === undefined ? null : formatInstant(found.recorded),
    fate,
    issuedBy: ord === undefined ? null : issuedBy(session, fates, ord),
    effects: ord === undefined ? [] : effectsOf(session, fates, ord),
    readBy: ord === undefined ? [] : readingsOf(askingReader(reader), ord),
  });
}
