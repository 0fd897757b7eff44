import fc from 'fast-check';
import { expect } from 'vitest';
import { parseEvents } from '../../src/ledger.js';
import { canonical } from '../../src/model/canonical.js';
import { isJsonObject, type JsonObject } from '../../src/model/json.js';
import type { Lens } from '../../src/model/lens.js';
import { outcomeDocument } from '../../src/outcome.js';
import { replay } from '../../src/replay.js';
import { parseRubric } from '../../src/rubric.js';
import { arbitraryCase, type Case } from '../../src/testing/index.js';
import { law } from './law.js';
import { bytes, checked, judged, read, rewritten, sameText, withMore } from './read-case.js';

interface Turned {
  readonly one: Case;
  readonly turns: readonly number[];
}

/** A case with numbers to choose by. */
const turned = fc.record({
  one: arbitraryCase(),
  turns: fc.array(fc.nat(1000), { minLength: 1, maxLength: 60, size: 'max' }),
});
const caseOf = ({ one }: Turned): Case => one;

law(
  'I2: any permutation of the arrival of the same events gives the same outcome, recordedtime held fixed',
  { cases: turned, runs: 40, schemeOf: caseOf },
  ({ one, turns }, tally) => {
    const arrivals = one.events.map((event, index) => ({ event, turn: turns[index % turns.length] ?? 0 }));
    const events = arrivals.toSorted((a, b) => a.turn - b.turn).map(({ event }) => event);
    tally.count(
      'permuted',
      events.some((event, index) => event !== one.events[index]),
    );
    tally.count(
      'late',
      events.some(({ recordedtime, time }) => recordedtime !== undefined && recordedtime !== time),
    );
    sameText(bytes(read({ ...one, events }), one.lens), bytes(read(one), one.lens));
  },
);

law(
  'I3: replaying a prefix and then the rest equals replaying all',
  { cases: turned, runs: 40, schemeOf: caseOf },
  ({ one, turns }, tally) => {
    const at = (turns[0] ?? 0) % (one.events.length + 1);
    const whole = read(one);
    const prefix = read({ ...one, events: one.events.slice(0, at) });
    tally.count('both parts', at > 0 && at < one.events.length);
    bytes(prefix, meanwhile(one.lens));
    const ledger = withMore(prefix, one.events.slice(at));
    expect(canonical(ledger.events.map(({ event }) => ({ ...event })))).toBe(
      canonical(whole.ledger.events.map(({ event }) => ({ ...event }))),
    );
    sameText(bytes({ ...prefix, ledger }, one.lens), bytes(whole, one.lens));
  },
);

law(
  'I15: a ledger that was judged and appended to, again and again and out of order, comes to what all its events come to',
  { cases: turned, runs: 20, schemeOf: caseOf },
  ({ one, turns }, tally) => {
    let held = read({ ...one, events: [] });
    // The door refuses whom nothing registered and what names nothing: registrations come first, rulings last.
    const { editions } = held.rubric.model;
    const registers = (type: string): boolean => editions.some(({ events }) => events.get(type)?.registers === true);
    const rulings = one.events.filter(({ type }) => type.startsWith('meritlog.'));
    const facts = one.events
      .map((event, index) => ({ event, turn: turns[index % turns.length] ?? 0 }))
      .filter(({ event }) => !rulings.includes(event));
    const partOf = ({ event, turn }: (typeof facts)[number]): number => (registers(event.type) ? 0 : turn % 3);
    const parts = [0, 1, 2].map((part) => facts.filter((fact) => partOf(fact) === part).map(({ event }) => event));
    const times = parts.map((part) => part.map(({ time }) => Date.parse(time)));
    const before = Math.max(...(times[0] ?? []));
    tally.count(
      'late',
      times.slice(1).some((later) => later.some((time) => time < before)),
    );
    for (const part of [...parts, rulings]) {
      held = { ...held, ledger: withMore(held, part) };
      bytes(held, meanwhile(one.lens));
    }
    sameText(bytes(held, one.lens), bytes(read(one), one.lens));
  },
);

law(
  'I4: appending an event twice changes nothing',
  { cases: turned, runs: 40, schemeOf: caseOf },
  ({ one, turns }, tally) => {
    const whole = read(one);
    const again = one.events.filter((_, index) => (turns[index % turns.length] ?? 0) % 2 === 1);
    tally.count('repeats', again.length > 0);
    sameText(bytes({ ...whole, ledger: withMore(whole, again) }, one.lens), bytes(whole, one.lens));
    sameText(bytes(read({ ...one, events: [...again, ...one.events] }), one.lens), bytes(whole, one.lens));
  },
);

law(
  'I13: a what-if leaves the baseline untouched, byte for byte',
  { cases: turned, runs: 40, schemeOf: caseOf },
  ({ one, turns }, tally) => {
    const whole = read(one);
    const baseline = replay(whole.ledger, whole.rubric, one.lens);
    const before = bytes(whole, one.lens);
    const events = canonical(whole.ledger.events.map(({ event }) => ({ ...event })));
    const suppose = supposition(one, turns[0] ?? 0);
    const supposed = bytes(whole, { ...one.lens, suppose });
    tally.count('changes the outcome', supposed !== before);
    sameText(canonical(outcomeDocument(baseline)), before);
    sameText(bytes(whole, one.lens), before);
    sameText(canonical(whole.ledger.events.map(({ event }) => ({ ...event }))), events);
  },
);

/** Something left out, something added, and other points or other values where nothing is known. */
function supposition({ events }: Case, turn: number): NonNullable<Lens['suppose']> {
  const chosen = events[turn % Math.max(1, events.length)];
  const added = chosen === undefined ? [] : [{ ...chosen, id: 'supposed', time: '2026-09-01T08:00:00+08:00' }];
  const overlay: JsonObject = { indicators: { base: { otherwise: '7' } } };
  return {
    add: added,
    void: chosen === undefined ? [] : [`${chosen.source}#${chosen.id}`],
    ...(turn % 3 === 0 ? { rubric: overlay } : {}),
  };
}

law(
  'I14: a rubric survives parse → print → parse',
  { cases: arbitraryCase(), runs: 40, schemeOf: (one) => one },
  (one, tally) => {
    const whole = read(one);
    const { editions } = whole.rubric.model;
    const printed = JSON.stringify(editions.map(({ document }) => document));
    const rubric = checked(parseRubric(printed));
    tally.count('two editions', editions.length > 1);
    expect(rubric.model.editions.map(({ digest }) => digest)).toEqual(editions.map(({ digest }) => digest));
    const ledger = checked(
      parseEvents(rubric, whole.ledger.events.map(({ event }) => JSON.stringify(event)).join('\n')),
    );
    sameText(bytes({ rubric, ledger }, one.lens), bytes(whole, one.lens));
  },
);

law(
  'points that are literals, which are summed on the hot path, come to what the same points come to as formulas',
  { cases: arbitraryCase(), runs: 40, schemeOf: (one) => one },
  (one, tally) => {
    const rubric = rewritten([...one.rubric], (value) => {
      if (!isJsonObject(value) || typeof value.points !== 'string' || Number.isNaN(Number(value.points))) return value;
      return { ...value, points: `${value.points} + 0` };
    });
    if (!Array.isArray(rubric)) throw new Error('a list of editions stays a list');
    tally.count('literal points', JSON.stringify(rubric) !== JSON.stringify(one.rubric));
    sameText(judged(read({ ...one, rubric: rubric.filter(isJsonObject) }), one.lens), judged(read(one), one.lens));
  },
);

/** A supposition may void what is not there yet, which is refused. */
function meanwhile({ suppose: _, ...lens }: Lens): Lens {
  return lens;
}
