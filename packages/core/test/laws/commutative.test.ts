import fc from 'fast-check';
import { commutativeIn } from '../../src/analyse/commutative.js';
import { parseEvents } from '../../src/ledger.js';
import type { Commutative } from '../../src/model/analysis.js';
import { formatInstant } from '../../src/model/calendar.js';
import { canonical } from '../../src/model/canonical.js';
import type { CloudEvent } from '../../src/model/event.js';
import { parseRubric, type Rubric } from '../../src/rubric.js';
import { arbitraryScheme, type Scheme } from '../../src/testing/index.js';
import { law } from './law.js';
import { checked, sameText, told } from './read-case.js';

interface Chosen {
  readonly scheme: Scheme;
  readonly turns: readonly number[];
}

law(
  'where an event type is declared commutative, its events may exchange their times within a day, or a period, and nothing that is judged changes',
  {
    cases: fc.record({
      scheme: arbitraryScheme({ rules: 4, indicators: 5, events: 25 }),
      turns: fc.array(fc.nat(1000), { minLength: 1, maxLength: 30, size: 'max' }),
    }),
    runs: 120,
    schemeOf: ({ scheme }: Chosen) => scheme,
  },
  ({ scheme, turns }, tally) => {
    const rubric = checked(parseRubric([...scheme.rubric]));
    const claims = commutativeIn(rubric.model);
    tally.count('declared', claims.length > 0);
    for (const claim of claims) {
      const events = onFewDays(scheme.events, claim);
      const turned = exchanged(events, claim, turns);
      if (canonical(plain(events)) === canonical(plain(turned))) continue;
      tally.count(`exchanged within a ${claim.within}`);
      const [one, other] = [judgedOf(rubric, events), judgedOf(rubric, turned)];
      if (one === undefined || other === undefined) continue;
      sameText(one, other);
    }
  },
);

function plain(events: readonly CloudEvent[]): string[] {
  return events.map((event) => JSON.stringify(event));
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOON = Date.UTC(2026, 4, 4, 3);

/** All of them on two days, or in two years, at hours of their own, so that many share a day. */
function onFewDays(events: readonly CloudEvent[], { type, within }: Commutative): readonly CloudEvent[] {
  let place = 0;
  return events.map((event) => {
    if (event.type !== type) return event;
    place += 1;
    const apart = within === 'day' ? DAY : 365 * DAY;
    const among = within === 'day' ? HOUR : 5 * DAY;
    const { recordedtime: _, sequence: __, ...rest } = event;
    return { ...rest, time: formatInstant(NOON + (place % 2) * apart + (place % 9) * (among / 2) + place * 60_000) };
  });
}

/** Those of one day, or of one year, take each other's times. */
function exchanged(
  events: readonly CloudEvent[],
  { type, within }: Commutative,
  turns: readonly number[],
): readonly CloudEvent[] {
  const span = ({ time }: CloudEvent): string => time.slice(0, within === 'day' ? 10 : 4);
  const own = events.filter((event) => event.type === type);
  const times = new Map<CloudEvent, string>();
  for (const each of new Set(own.map(span))) {
    const group = own.filter((event) => span(event) === each);
    const order = group
      .map((event, index) => ({ event, turn: turns[index % turns.length] ?? 0 }))
      .toSorted((a, b) => a.turn - b.turn);
    for (const [index, event] of group.entries()) times.set(event, order[index]?.event.time ?? event.time);
  }
  return events.map((event) => ({ ...event, time: times.get(event) ?? event.time }));
}

function judgedOf(rubric: Rubric, events: readonly CloudEvent[]): string | undefined {
  const ledger = parseEvents(rubric, events);
  return ledger.ok ? canonical(told({ rubric, ledger: ledger.value }, { asOf: '2028-01-01' })) : undefined;
}
