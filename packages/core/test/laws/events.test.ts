import { expect } from 'vitest';
import { explain } from '../../src/explain.js';
import type { EventReading } from '../../src/model/event-fate.js';
import type { Reason } from '../../src/model/explanation.js';
import type { Outcome } from '../../src/outcome.js';
import { refOf } from '../../src/replay/ref.js';
import { bindingsOf } from '../../src/replay/subjects-outcome.js';
import { traceIndicator } from '../../src/replay/trace.js';
import { replay } from '../../src/replay.js';
import { arbitraryCase, type Case } from '../../src/testing/index.js';
import { law } from './law.js';
import { read } from './read-case.js';

law(
  'what is told of an event is what the outcome makes of it: it counts where it stands, and what reads it has it among its members',
  { cases: arbitraryCase(), runs: 40, schemeOf: (one: Case) => one },
  (one, tally) => {
    const { rubric, ledger } = read(one);
    const outcome = replay(ledger, rubric, one.lens);
    const { events, leftOut } = outcome.session;
    const standing = new Set(events.map(refOf));
    const traced = tracedMembers(outcome);
    const told = new Set<string>();
    for (const event of leftOut.ledger.events) {
      const ref = refOf(event);
      const explanation = explain(outcome, { event: ref });
      if (explanation.kind !== 'event') throw new Error('an event was asked for');
      const { fate, readBy } = explanation.event;
      tally.count(`an event that is ${fate.kind}`);
      const ignored = leftOut.late.get(ref)?.policy === 'ignore';
      expect(['counts', 'later'].includes(fate.kind), ref).toBe(standing.has(ref) && !ignored);
      for (const reading of readBy) told.add(nameOf(ref, reading));
      tally.count('a reading', readBy.length > 0);
    }
    for (const [name, ref] of traced)
      if (leftOut.ledger.events.some((event) => refOf(event) === ref)) expect(told).toContain(name);
  },
);

/** The events that are members of the values of an outcome, each with the value. */
function tracedMembers({ session: { reader }, subjects }: Outcome): ReadonlyMap<string, string> {
  const members = new Map<string, string>();
  for (const plan of reader.editionAt(reader.asOf).indicators.values()) {
    if (plan.model.with.length > 0) continue;
    for (const subject of Object.keys(subjects)) {
      for (const ids of bindingsOf(reader, plan, subject)) {
        const reason = traceIndicator(reader, plan, ids, 1);
        for (const [ref, reading] of membersOf(reason)) members.set(nameOf(ref, reading), ref);
      }
    }
  }
  return members;
}

function membersOf({ indicator, keys, body }: Reason): readonly (readonly [string, Told])[] {
  if (body.kind !== 'measure') return [];
  return body.members.flatMap(({ event, value, fate, rule }) =>
    event === null ? [] : [[`${event.source}#${event.id}`, { indicator, keys, value, fate, rule }] as const],
  );
}

type Told = Pick<EventReading, 'indicator' | 'keys' | 'value' | 'fate' | 'rule'>;

function nameOf(ref: string, { indicator, keys, value, fate, rule }: Told): string {
  return JSON.stringify([ref, indicator, keys, value, fate, rule?.name ?? null, rule?.edition ?? null]);
}
