import { expect } from 'vitest';
import { forwardCalendar } from '../../src/forward-calendar.js';
import { addMonths, formatInstant, parseDay, parseInstant, startOfDay } from '../../src/model/calendar.js';
import { canonical } from '../../src/model/canonical.js';
import { arbitraryCase } from '../../src/testing/index.js';
import { law } from './law.js';
import { read, told } from './read-case.js';

law(
  'an outcome differs from the one just before exactly where the forward calendar has an entry',
  { cases: arbitraryCase({ events: 12 }), runs: 8, schemeOf: (one) => one },
  (one, tally) => {
    const both = read(one);
    const { asOf: _, ...lens } = one.lens;
    const from = FROM[one.events.length % FROM.length] ?? '2026-03-01';
    const until = addMonths(parseDay(from) ?? 0, 4);
    const { zone } = both.rubric.plan.editions.at(-1) ?? {};
    if (zone === undefined) throw new Error('a rubric has an edition');
    const end = formatInstant(startOfDay(zone, until));
    const calendar = forwardCalendar(both.rubric, both.ledger, { from, until: end, lens });
    const shown = new Map<string, string>();
    const at = (instant: number): string => {
      const asOf = formatInstant(instant);
      const known = shown.get(asOf) ?? canonical(told(both, { ...lens, asOf }));
      shown.set(asOf, known);
      return known;
    };
    const entries = new Set(calendar.entries.map((entry) => instantOf(entry.at)));
    for (const entry of entries) expect(at(entry), `at ${formatInstant(entry)}`).not.toBe(at(entry - 1));
    const begin = instantOf(calendar.from);
    const looked = new Set([begin, ...entries, instantOf(end)]);
    for (let day = parseDay(from) ?? 0; day <= until; day += 2)
      looked.add(startOfDay(zone, day) + (day % 3) * 3_600_000);
    for (const { time, recordedtime } of one.events)
      for (const text of [time, recordedtime])
        if (text !== undefined) looked.add(instantOf(text)).add(instantOf(text) + 1);
    const sorted = [...looked].filter((instant) => instant >= begin && instant <= instantOf(end)).sort((a, b) => a - b);
    for (const [index, instant] of sorted.entries()) {
      const before = sorted[index - 1];
      if (before === undefined || [...entries].some((entry) => entry > before && entry <= instant)) continue;
      expect(at(instant), `from ${formatInstant(before)} to ${formatInstant(instant)}`).toBe(at(before));
    }
    expect(calendar.complete).toBe(true);
    for (const kind of KINDS)
      tally.count(
        kind,
        calendar.entries.some((entry) => entry.kind === kind),
      );

    tally.count('each day', calendar.looked > 100);
    tally.count(
      'by the date alone',
      [...entries].some((entry) =>
        calendar.entries.every(
          (other) => instantOf(other.at) !== entry || !['effective', 'issued', 'ended'].includes(other.kind),
        ),
      ),
    );
  },
);

const FROM = ['2026-03-01', '2026-05-15', '2026-11-30'];
const KINDS = ['edition', 'effective', 'issued', 'ended', 'value', 'row', 'consequence', 'finding', 'card', 'other'];

function instantOf(text: string): number {
  const parsed = parseInstant(text);
  if (!('instant' in parsed)) throw new Error(`${text} is no instant`);
  return parsed.instant;
}
