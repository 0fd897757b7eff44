import { type Day, formatInstant, parseDay, startOfDay } from '../model/calendar.js';
import type { CloudEvent } from '../model/event.js';
import type { ExampleEvents } from '../model/example.js';
import type { Json, JsonObject } from '../model/json.js';
import type { EditionModel } from '../model/rubric.js';
import { type About, type Draft, draftEvent, numbered } from './draft-event.js';
import type { Variations } from './variations.js';

/** An event of a story, so many days after the first and minutes after nine o'clock. */
export type Timed = Omit<About, 'subject'>;

/** Events of a small ledger that may show something; one list is one object, so that it need be replayed only once. */
export type Story = readonly CloudEvent[];

const REPEATS: readonly number[] = [1, 3, 2, 6, 12];
/** A day in the middle of a quarter, well inside the edition. */
const DAYS_IN = 60;
const CAST: readonly string[] = Array.from({ length: 12 }, (_, index) => `s${String(index + 1).padStart(2, '0')}`);

/** Small ledgers made from the vocabulary and the examples of one edition, always in the same order. */
export class Stories {
  readonly #kept = new Map<string, readonly Story[]>();
  readonly #told = new Map<ExampleEvents, Story>();
  readonly #copies = new Map<Story, Map<number, Story>>();
  readonly day: Day;

  constructor(
    readonly edition: EditionModel,
    readonly variations: Variations,
  ) {
    this.day = edition.from + DAYS_IN;
  }

  /**
   * About one subject, with events of these types: what the examples beside it tell, nothing at all, the simplest ones, several together,
   * what all examples tell, then the others, one of each type in turn.
   */
  *about(types: readonly string[], examples: readonly ExampleEvents[] = []): Generator<Story> {
    for (const example of examples) yield this.#example(example);
    const own = types.map((type) => this.#of(type));
    yield* this.#remembered('quiet', [], () => [numbered(this.arrivals(first(CAST)))]);
    for (const stories of own) yield* stories.slice(0, 1);
    yield* this.#remembered('mixed', types, () => this.#mixed(types));
    yield* this.#examples();
    const longest = Math.max(0, ...own.map(({ length }) => length));
    for (let turn = 1; turn < longest; turn += 1) for (const stories of own) yield* stories.slice(turn, turn + 1);
  }

  #examples(): readonly Story[] {
    const { rules, indicators, standings } = this.edition;
    return this.#remembered('examples', [], () =>
      [...standings.values(), ...indicators.values(), ...rules.values()].flatMap(({ examples }) =>
        examples.map((example) => this.#example(example)),
      ),
    );
  }

  /** Events of one type with these values, on one day after another. */
  told(type: string, values: readonly JsonObject[], subject: string = first(CAST)): Story {
    return numbered([...this.arrivals(subject), ...this.#row(type, subject, values)]);
  }

  /** Of so many subjects the first has no such event, each further one has one more, and then each has one of the others. */
  graded(type: string, values: JsonObject, others: readonly string[], count: number): Story {
    const names = CAST.slice(0, count);
    const told = names.flatMap((subject, more) => [
      ...this.arrivals(subject),
      ...this.#row(
        type,
        subject,
        Array.from({ length: more }, () => values),
      ),
    ]);
    const last = names.flatMap((subject) =>
      others.map((other) => this.#draft({ type: other, subject, day: this.day + names.length })),
    );
    return numbered([...told, ...last]);
  }

  /** Events of somebody who is in no cohort with others: not brought in at all, into another group, or a year later. */
  stranger(type: string, values: readonly JsonObject[], subject: string): readonly Story[] {
    const elsewhere = this.arrivals(subject).map(({ data = {}, ...draft }) => ({
      ...draft,
      data: this.#elsewhere(data),
    }));
    const told = this.#row(type, subject, values);
    return [[], elsewhere, this.arrivals(subject, this.day + 400)].map((arrivals) =>
      numbered([...arrivals, ...told]).map((event) => ({ ...event, id: `${event.id}-${subject}` })),
    );
  }

  /** With other values of the keys that tell one table of a cohort from another. */
  #elsewhere(data: JsonObject): JsonObject {
    const each = [...this.edition.cohorts.values()].flatMap((cohort) => cohort.each);
    const other = (name: string, value: Json): Json =>
      each.includes(name) && typeof value === 'string' ? 'elsewhere' : value;
    return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, other(name, value)]));
  }

  /** Events of one subject, so many days and minutes after the first. */
  timed(events: readonly Timed[], from: Day = this.day, subject: string = first(CAST)): Story {
    const drafts = events.map(({ day, ...about }) => this.#draft({ ...about, subject, day: from + day }));
    return numbered([...this.arrivals(subject, from - 1), ...drafts]);
  }

  /** The same story of so many subjects. */
  cast(story: Story, count: number): Story {
    const copies = this.#copies.get(story) ?? new Map<number, Story>();
    this.#copies.set(story, copies);
    const known = copies.get(count) ?? this.#copied(story, count);
    copies.set(count, known);
    return known;
  }

  /** What brings a subject in: its registration, and what makes it a member of the cohorts. */
  arrivals(subject: string, day: Day = this.day - 1): readonly Draft[] {
    const { events, cohorts } = this.edition;
    const registering = [...events.values()].filter(({ registers }) => registers).map(({ type }) => type);
    const types = new Set([...registering, ...[...cohorts.values()].map(({ event }) => event)]);
    return [...types].map((type) => this.#draft({ type, subject, day, values: this.#member(type) }));
  }

  #draft(about: About): Draft {
    return draftEvent(this.edition, about);
  }

  /** Values that meet the conditions of the cohorts. */
  #member(type: string): JsonObject {
    const wheres = [...this.edition.cohorts.values()].flatMap(({ event, where }) =>
      event === type && where !== undefined ? [where.expr] : [],
    );
    return this.variations.meeting(type, wheres) ?? {};
  }

  #row(type: string, subject: string, values: readonly JsonObject[]): readonly Draft[] {
    return values.map((each, index) => this.#draft({ type, subject, day: this.day + index, values: each }));
  }

  #of(type: string): readonly Story[] {
    return this.#remembered('of', [type], () =>
      REPEATS.flatMap((times) =>
        this.variations.of(type).map((values) =>
          this.told(
            type,
            Array.from({ length: times }, () => values),
          ),
        ),
      ),
    );
  }

  /** Events of several types together: each with one variation, or with all of them. */
  #mixed(types: readonly string[]): readonly Story[] {
    const subject = first(CAST);
    const arrivals = this.arrivals(subject);
    const story = (valuesOf: (type: string) => readonly JsonObject[], times: number): Story =>
      numbered([
        ...arrivals,
        ...types.flatMap((type) =>
          this.#row(type, subject, Array.from({ length: times }, () => valuesOf(type)).flat()),
        ),
      ]);
    return REPEATS.slice(0, 3).flatMap((times) => [
      ...[0, 1, 2, 3].map((turn) => story((type) => this.variations.turn(type, turn), times)),
      story((type) => this.variations.of(type).slice(0, MOST_TOGETHER), times),
    ]);
  }

  #example(example: ExampleEvents): Story {
    const known = this.#told.get(example) ?? this.#retold(example);
    this.#told.set(example, known);
    return known;
  }

  #retold({ events }: ExampleEvents): Story {
    const { zone } = this.edition;
    const whole = events.map(({ id, source, type, subject, time, sequence, data }, index): CloudEvent => {
      const day = parseDay(time);
      return {
        specversion: '1.0',
        id: id ?? `e${index + 1}`,
        source: source ?? '/example',
        type,
        ...(subject === undefined ? {} : { subject }),
        time: day === undefined ? time : formatInstant(startOfDay(zone, day)),
        ...(sequence === undefined ? {} : { sequence }),
        ...(data === undefined ? {} : { data }),
      };
    });
    const subjects = [...new Set(whole.flatMap(({ subject }) => subject ?? []))];
    const here = new Set(whole.filter(({ type }) => this.#isArrival(type)).map(({ subject }) => subject));
    const arrivals = subjects.filter((subject) => !here.has(subject)).flatMap((subject) => this.arrivals(subject));
    return [...numbered(arrivals), ...whole];
  }

  #isArrival(type: string): boolean {
    return this.edition.events.get(type)?.registers === true;
  }

  #copied(story: Story, count: number): Story {
    const own = story.at(-1)?.subject;
    if (own === undefined) return story;
    const names = [own, ...CAST.filter((name) => name !== own)].slice(0, count);
    return names.flatMap((name, index) =>
      index === 0
        ? story
        : story
            .filter(({ subject }) => subject === own)
            .map((event) => renamed({ ...event, id: `${event.id}-${index + 1}` }, own, name)),
    );
  }

  #remembered(kind: string, types: readonly string[], make: () => readonly Story[]): readonly Story[] {
    const key = JSON.stringify([kind, ...types]);
    const known = this.#kept.get(key) ?? make();
    this.#kept.set(key, known);
    return known;
  }
}

const MOST_TOGETHER = 8;

function first(cast: readonly string[]): string {
  return cast[0] ?? '';
}

/** The same event about somebody else, wherever its data names the subject. */
function renamed({ data, ...event }: CloudEvent, own: string, name: string): CloudEvent {
  const other: Record<string, Json> = {};
  for (const [field, value] of Object.entries(data ?? {})) other[field] = value === own ? name : value;
  return { ...event, subject: name, ...(data === undefined ? {} : { data: other }) };
}
