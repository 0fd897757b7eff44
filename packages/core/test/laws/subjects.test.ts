import fc from 'fast-check';
import { canonical } from '../../src/model/canonical.js';
import type { CloudEvent } from '../../src/model/event.js';
import { isJsonObject } from '../../src/model/json.js';
import { arbitraryScheme, type Scheme } from '../../src/testing/index.js';
import { law } from './law.js';
import { read, sameText, told } from './read-case.js';

interface Chosen {
  readonly scheme: Scheme;
  readonly choice: number;
}

/** Arrivals stay, as the door asks for them; a ruling, a decision or a closing is about something else, whoever its subject is. */
const KEPT = ['unit.joined', 'meritlog.event.voided', 'meritlog.consequence.decided', 'meritlog.period.closed'];

law(
  'I5: events of one subject leave the scores of others untouched, unless the rubric compares subjects or the event credits them',
  {
    cases: fc.record({ scheme: arbitraryScheme({ compares: false }), choice: fc.nat(1000) }),
    runs: 40,
    schemeOf: ({ scheme }: Chosen) => scheme,
  },
  ({ scheme, choice }, tally) => {
    const { rubric, events } = scheme;
    const subjects = [...new Set(events.flatMap(({ subject }) => subject ?? []))];
    const chosen = subjects[choice % Math.max(1, subjects.length)];
    const gone = events.filter((event) => event.subject === chosen && !KEPT.includes(event.type));
    tally.count('events left out', gone.length > 0);
    tally.count('other subjects', subjects.length > 1);
    const left = without(events, gone);
    const lens = { asOf: '2028-01-01' };
    const [all, rest] = [told(read(scheme), lens), told(read({ rubric, events: left }), lens)];
    for (const subject of subjects) {
      if (subject !== chosen) sameText(fileOf(all, subject), fileOf(rest, subject));
    }
  },
);

/** What is left without some events, the rulings on them, and the rulings on those. */
function without(events: readonly CloudEvent[], gone: readonly CloudEvent[]): readonly CloudEvent[] {
  const left = events.filter((event) => !gone.includes(event));
  const idle = left.filter((event) => gone.some((other) => names(event, other)));
  return idle.length === 0 ? left : without(left, idle);
}

/** Whether a ruling is about an event, which it would look for in vain. */
function names({ type, source, data }: CloudEvent, { source: own, id }: CloudEvent): boolean {
  const named = String(data?.id);
  return (
    type === 'meritlog.event.voided' && (named === `${own}#${id}` || (named === id && (data?.source ?? source) === own))
  );
}

function fileOf({ subjects }: ReturnType<typeof told>, subject: string): string {
  return canonical((isJsonObject(subjects) ? subjects[subject] : undefined) ?? null);
}
