import fc from 'fast-check';
import { canonical } from '../../src/model/canonical.js';
import { isJsonObject, type Json } from '../../src/model/json.js';
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
    runs: 80,
    schemeOf: ({ scheme }: Chosen) => scheme,
  },
  ({ scheme, choice }, tally) => {
    const subjects = [...new Set(scheme.events.flatMap(({ subject }) => (subject === undefined ? [] : [subject])))];
    const chosen = subjects[choice % Math.max(1, subjects.length)];
    if (comparesSubjects(scheme)) return tally.count('comparing, so left alone');
    const left = scheme.events.filter((event) => event.subject !== chosen || !isOwn(event.type, scheme));
    tally.count('events left out', left.length < scheme.events.length);
    const lens = { asOf: '2028-01-01' };
    const [all, without] = [told(read(scheme), lens), told(read({ ...scheme, events: left }), lens)];
    const named = new Set(left.map(({ subject }) => subject));
    for (const subject of named) {
      if (subject === undefined || subject === chosen || isEntangled(scheme, subject, chosen)) continue;
      tally.count('others compared');
      sameText(fileOf(all, subject), fileOf(without, subject));
    }
  },
);

function fileOf({ subjects }: ReturnType<typeof told>, subject: string): string {
  return canonical((isJsonObject(subjects) ? subjects[subject] : undefined) ?? null);
}

/** An event that says by its type whose it is, and brings nobody in. */
function isOwn(type: string, { rubric }: Scheme): boolean {
  const text = JSON.stringify(at(rubric[0] ?? null, 'vocabulary', 'events', type, 'fields', 'unit', 'is') ?? null);
  return text === '"subject"' && type !== 'unit.joined';
}

/** Whether some number is not one subject's own, or reads other subjects as its members. */
function comparesSubjects({ rubric }: Scheme): boolean {
  return rubric.some((edition) => {
    const indicators = Object.values(at(edition, 'indicators') ?? {});
    return indicators.some(
      (one) => !JSON.stringify(at(one, 'per') ?? []).includes('"unit"') || JSON.stringify(one).includes('"key":"unit"'),
    );
  });
}

function at(json: Json | undefined, ...path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((inner, key) => (isJsonObject(inner) ? inner[key] : undefined), json);
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
