import fc from 'fast-check';
import type { CloudEvent } from '../../src/model/event.js';
import { arbitraryScheme, type Scheme } from '../../src/testing/index.js';
import { law } from './law.js';
import { judged, read, sameText } from './read-case.js';

interface Chosen {
  readonly scheme: Scheme;
  readonly choice: number;
}

const VOIDED = 'meritlog.event.voided';
const LATE = '2027-06-01T08:00:00+08:00';

law(
  'I12: voiding an event equals never having recorded it, except for the trace',
  {
    cases: fc.record({ scheme: arbitraryScheme(), choice: fc.nat(1000) }),
    runs: 40,
    schemeOf: ({ scheme }: Chosen) => scheme,
  },
  ({ scheme, choice }, tally) => {
    const { rubric, events } = scheme;
    const candidates = events.filter((event) => isFree(event, events));
    const chosen = candidates[choice % Math.max(1, candidates.length)];
    tally.count('an event to void', chosen !== undefined);
    if (chosen === undefined) return;
    const lens = { asOf: LATE };
    const without = judged(read({ rubric, events: events.filter((event) => event !== chosen) }), lens);
    const ruling: CloudEvent = {
      specversion: '1.0',
      id: 'ruling',
      source: 'court',
      type: VOIDED,
      time: LATE,
      data: { id: chosen.id, source: chosen.source, reason: 'an error' },
    };
    tally.count('which changes the outcome', judged(read(scheme), lens) !== without);
    sameText(judged(read({ rubric, events: [...events, ruling] }), lens), without);
    sameText(judged(read(scheme), { ...lens, suppose: { void: [`${chosen.source}#${chosen.id}`] } }), without);
  },
);

/** Not an arrival, which others need at the door, and named by no recorded ruling, which would then name nothing. */
function isFree(event: CloudEvent, events: readonly CloudEvent[]): boolean {
  const names = [event.id, `${event.source}#${event.id}`];
  const isNamed = events.some(({ type, data }) => type === VOIDED && names.includes(String(data?.id)));
  return event.type !== 'unit.joined' && !isNamed;
}
