import type fc from 'fast-check';
import type { CloudEvent } from '../model/event.js';
import type { JsonObject } from '../model/json.js';
import type { Lens } from '../model/lens.js';
import { SEMANTICS } from '../model/semantics.js';
import { arbitraryTape, Tape } from './tape.js';

/** Ways of looking at a ledger: at other times, with an edition throughout, without some events or with one more. */
export function arbitraryLens(rubric: readonly JsonObject[], events: readonly CloudEvent[]): fc.Arbitrary<Lens> {
  return arbitraryTape(12).map((values) => lensFrom(new Tape(values), rubric, events));
}

export function lensFrom(tape: Tape, rubric: readonly JsonObject[], events: readonly CloudEvent[]): Lens {
  const moments = [
    '2026-06-30',
    '2026-12-31',
    '2027-03-01',
    '2026-05-01T08:00:00+08:00',
    ...events.slice(-3).map(({ time }) => time),
  ];
  const editions = rubric.map(({ edition }) => String(edition));
  return {
    ...(tape.once(2) ? { asOf: tape.pick(moments) } : {}),
    ...(tape.once(3) ? { knownAt: tape.pick(moments) } : {}),
    ...(tape.once(5) ? { edition: tape.pick(editions) } : {}),
    ...(tape.once(6) ? { semantics: SEMANTICS } : {}),
    ...(tape.once(4) && events.length > 0 ? { suppose: { void: [tape.pick(events).id] } } : {}),
  };
}
