import fc from 'fast-check';
import { canonical } from '../../src/model/canonical.js';
import { isJsonObject } from '../../src/model/json.js';
import { arbitraryScheme, type Scheme } from '../../src/testing/index.js';
import { law } from './law.js';
import { read, sameText, told } from './read-case.js';

interface Chosen {
  readonly scheme: Scheme;
  readonly choice: number;
}

law(
  'I5: events of one subject leave the scores of others untouched, unless the rubric compares subjects or the event credits them',
  {
    cases: fc.record({ scheme: arbitraryScheme({ compares: false }), choice: fc.nat(1000) }),
    runs: 40,
    schemeOf: ({ scheme }: Chosen) => scheme,
  },
  ({ scheme, choice }, tally) => {
    const subjects = [...new Set(scheme.events.flatMap(({ subject }) => (subject === undefined ? [] : [subject])))];
    const chosen = subjects[choice % Math.max(1, subjects.length)];
    const left = scheme.events.filter((event) => !isAbout(event, chosen));
    tally.count('events left out', left.length < scheme.events.length);
    const lens = { asOf: '2028-01-01' };
    const [all, without] = [told(read(scheme), lens), told(read({ ...scheme, events: left }), lens)];
    const named = new Set(left.map(({ subject }) => subject));
    for (const subject of named) {
      if (subject === undefined || isEntangled(scheme, subject, chosen)) continue;
      tally.count('others compared');
      sameText(fileOf(all, subject), fileOf(without, subject));
    }
  },
);

function fileOf({ subjects }: ReturnType<typeof told>, subject: string): string {
  return canonical((isJsonObject(subjects) ? subjects[subject] : undefined) ?? null);
}

function isAbout(event: Scheme['events'][number], subject: string | undefined): boolean {
  return event.subject === subject && event.type !== 'unit.joined';
}

/** Whether an event of the one names an event or the name of the other: then it credits or corrects it. */
function isEntangled({ events }: Scheme, subject: string, chosen: string | undefined): boolean {
  const names = new Set(
    events.filter((event) => event.subject === subject).flatMap(({ id, source }) => [id, `${source}#${id}`, subject]),
  );
  return events.some(
    (event) => event.subject === chosen && Object.values(event.data ?? {}).some((value) => names.has(String(value))),
  );
}
