import fc from 'fast-check';
import { expect } from 'vitest';
import type { CloudEvent } from '../../src/model/event.js';
import type { JsonObject } from '../../src/model/json.js';
import type { Lens } from '../../src/model/lens.js';
import { replay } from '../../src/replay.js';
import { arbitraryScheme, type Scheme } from '../../src/testing/index.js';
import { law } from './law.js';
import { bytes, judged, read, sameText } from './read-case.js';

interface Chosen {
  readonly scheme: Scheme;
  readonly choice: number;
}

const CLOSED = 'meritlog.period.closed';
const LATE = '2027-06-01T08:00:00+08:00';
const LENS: Lens = { asOf: LATE };
const cases = fc.record({ scheme: arbitraryScheme({ rules: 5, indicators: 5 }), choice: fc.nat(1000) });

const stated = {
  cases,
  runs: 40,
  schemeOf: ({ scheme }: Chosen) => scheme,
  after: (tally: { share: (what: string) => number }) => expect(tally.share('late events')).toBeGreaterThan(0.1),
};

law('restating counts what is late as if nothing had been closed', stated, ({ scheme }, tally) => {
  const restated = withLate(scheme, 'restate');
  tally.count('late events', lateIn(restated).length > 0);
  sameText(judged(read(restated), LENS), judged(read(withLate(scheme, undefined)), LENS));
});

law('ignoring equals never having recorded what is late', stated, ({ scheme }, tally) => {
  if (!isPlain(scheme)) return;
  const ignored = withLate(scheme, 'ignore');
  const late = lateIn(ignored);
  tally.count('late events', late.length > 0);
  const without = judged(read(withLate(scheme, undefined)), { ...LENS, suppose: { void: late } });
  sameText(judged(read(ignored), LENS), without);
});

law('nothing is late before its closing was known', stated, ({ scheme, choice }, tally) => {
  const known = ['2026-05-02', '2026-07-02', '2027-01-02'][choice % 3] ?? '';
  const events = scheme.events.map((event) => (event.type === CLOSED ? { ...event, recordedtime: LATE } : event));
  for (const policy of ['restate', 'ignore', 'carry']) {
    const later = withLate({ ...scheme, events }, policy);
    tally.count('late events', lateIn(later).length > 0);
    const lens = { ...LENS, knownAt: known };
    expect(lateIn(later, lens)).toEqual([]);
    sameText(judged(read(later), lens), judged(read(withLate({ ...scheme, events }, undefined)), lens));
  }
});

law(
  'I12: voiding a closing reopens its period, as if it had never been recorded',
  stated,
  ({ scheme, choice }, tally) => {
    const policy = ['restate', 'ignore', 'carry'][choice % 3];
    const closings = scheme.events.filter((event) => event.type === CLOSED && isFree(event, scheme.events));
    const chosen = closings[choice % Math.max(1, closings.length)];
    const all = withLate(scheme, policy);
    tally.count('late events', chosen !== undefined && lateIn(all).length > 0);
    if (chosen === undefined) return;
    const ruling: CloudEvent = {
      specversion: '1.0',
      id: 'ruling',
      source: 'court',
      type: 'meritlog.event.voided',
      time: LATE,
      data: { id: chosen.id, source: chosen.source, reason: 'closed too early' },
    };
    const without = { ...all, events: all.events.filter((event) => event !== chosen) };
    sameText(judged(read({ ...all, events: [...all.events, ruling] }), LENS), judged(read(without), LENS));
    expect(lateIn({ ...all, events: [...all.events, ruling] })).toEqual(lateIn(without));
  },
);

law('I2: whoever arrives first, the same events are late', stated, ({ scheme, choice }, tally) => {
  const all = withLate(scheme, ['restate', 'ignore', 'carry'][choice % 3]);
  tally.count('late events', lateIn(all).length > 0);
  const turned = [...all.events.slice(choice % 7).reverse(), ...all.events.slice(0, choice % 7)];
  sameText(bytes(read({ ...all, events: turned }), LENS), bytes(read(all), LENS));
});

/** The scheme with periods, and with this policy for what is late. */
function withLate({ rubric, events }: Scheme, late: string | undefined): Scheme {
  const [first = {}, ...rest] = rubric;
  const later = rest.map(({ period: _, ...edition }) => edition);
  const period: JsonObject = { key: 'period', ends: 'yearEnd(period)', ...(late === undefined ? {} : { late }) };
  return { rubric: [{ ...first, period }, ...later], events };
}

/** Ids of what is late, sorted. */
function lateIn(scheme: Scheme, lens: Lens = LENS): readonly string[] {
  const { rubric, ledger } = read(scheme);
  const found = replay(ledger, rubric, lens).findings.filter(({ code }) => code === 'late-event');
  return found.map(({ facts }) => String(facts.event)).sort();
}

/** A late ruling still rules, and an id that two sources use is that of two events. */
function isPlain({ rubric, events }: Scheme): boolean {
  return (
    !JSON.stringify(rubric).includes('"type":"void"') && new Set(events.map(({ id }) => id)).size === events.length
  );
}

/** Named by no ruling, which would then name nothing. */
function isFree({ id, source }: CloudEvent, events: readonly CloudEvent[]): boolean {
  return !events.some(
    ({ type, data }) => type.endsWith('.voided') && [id, `${source}#${id}`].includes(String(data?.id)),
  );
}
