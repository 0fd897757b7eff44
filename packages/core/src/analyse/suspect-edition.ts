import type { Sight, Witness } from '../model/analysis.js';
import { type Day, dateOf, formatDay } from '../model/calendar.js';
import { canonical } from '../model/canonical.js';
import { isJsonObject, type Json, type JsonObject } from '../model/json.js';
import { printNum } from '../model/num.js';
import type { EditionModel, RubricModel } from '../model/rubric.js';
import type { Suspect } from './suspect.js';
import type { World } from './world.js';

/** Editions that begin inside a period and change what is judged at its end, for what happened before them as well. */
export function suspectEdition(world: World, model: RubricModel): readonly Suspect[] {
  const { edition } = world;
  const before = model.editions[model.editions.indexOf(edition) - 1];
  if (before === undefined || edition.period === undefined) return [];
  const changed = PARTS.flatMap((part) => changedIn(before, edition, part));
  if (changed.length === 0) return [];
  return [
    {
      code: 'edition-inside-period',
      pointer: '/effective/from',
      names: [edition.edition, ...changed],
      facts: { edition: edition.edition, what: changed.join(', '), from: formatDay(edition.from) },
      witnesses: () => judgedAnew(world, before),
    },
  ];
}

/** What the end of a period picks the version of, and not the day of an event. */
const PARTS = ['indicators', 'standings', 'tables', 'cohorts'] as const;

function changedIn(before: EditionModel, after: EditionModel, part: (typeof PARTS)[number]): readonly string[] {
  const [old, now] = [before, after].map(({ document }) => document[part] ?? {});
  const names = [...new Set([...Object.keys(old ?? {}), ...Object.keys(now ?? {})])];
  return names.filter((name) => text(member(old, name)) !== text(member(now, name)));
}

function member(json: Json | undefined, name: string): Json {
  const inner = isJsonObject(json) ? json[name] : undefined;
  return inner === undefined ? null : withoutExamples(inner);
}

/** Titles and examples change no value. */
function withoutExamples(json: Json): Json {
  if (!isJsonObject(json)) return json;
  return Object.fromEntries(Object.entries(json).filter(([key]) => !['examples', 'title', 'basis'].includes(key)));
}

function text(json: Json): string {
  return canonical(JSON.parse(JSON.stringify(json)));
}

/** Everything happened while the edition before was in force; at the end of the year it is seen by both. */
function* judgedAnew(world: World, before: EditionModel): Generator<Witness> {
  const { edition, stories, feeds } = world;
  const asOf = `${dateOf(edition.from).year}-12-31`;
  const types = new Set([...edition.indicators.keys()].flatMap((name) => [...feeds.indicator(name)]));
  const sight: Sight = { kind: 'differs', of: '', name: '', subject: '', isLost: false, one: null, other: null };
  for (const type of types) {
    const most = mostOf(edition, type);
    for (const values of stories.variations.of(type).flatMap((one) => [one, { ...most, ...one }])) {
      for (const times of [1, 3, 12]) {
        const day = (index: number): Day => index - times;
        const story = Array.from({ length: times }, (_, index) => ({ type, values, day: day(index) }));
        const events = stories.timed(story, edition.from);
        yield { events, lens: { asOf }, against: { events, lens: { asOf, edition: before.edition } }, sight };
      }
    }
  }
}

/** As much as its numbers may be, for what only shows beyond a bound. */
function mostOf({ events }: EditionModel, type: string): JsonObject {
  const fields = [...(events.get(type)?.fields.values() ?? [])].filter(({ kind, is }) => kind === 'number' && !is);
  return Object.fromEntries(fields.map(({ name, max }) => [name, max === undefined ? 100 : printNum(max)]));
}
