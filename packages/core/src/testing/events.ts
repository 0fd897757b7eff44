import fc from 'fast-check';
import { formatInstant, parseInstant } from '../model/calendar.js';
import type { CloudEvent } from '../model/event.js';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../model/json.js';
import { DECIDED, DecisionMaker } from './decision.js';
import { objectAt } from './edition.js';
import { DataMaker } from './event-data.js';
import { arbitraryTape, arbitraryTapes, Tape } from './tape.js';

/** Events that fit the vocabulary of a rubric: some late, some of the same instant, some voided. */
export function arbitraryEvents(rubric: readonly JsonObject[], most = 40): fc.Arbitrary<readonly CloudEvent[]> {
  return fc
    .tuple(arbitraryTape(40), arbitraryTapes(0, most, 24))
    .map(([subjects, tapes]) => eventsFrom(rubric, subjects, tapes));
}

const SUBJECTS: readonly string[] = ['u1', 'u2', 'u3', 'u4', 'ü5', '单6'];

/** First those that bring the subjects in, then one for each tape. */
export function eventsFrom(
  rubric: readonly JsonObject[],
  head: readonly number[],
  tapes: readonly (readonly number[])[],
): readonly CloudEvent[] {
  const [first = {}] = rubric;
  const opening = new Tape(head);
  const subjects = SUBJECTS.slice(0, 3 + opening.next(4));
  const writer = new Writer(first, subjects);
  for (const subject of subjects) for (const type of carriers(first)) writer.arrival(type, subject, opening);
  for (const tape of tapes) writer.event(new Tape(tape));
  return writer.events;
}

/** The event types that register subjects or make them members of a cohort. */
function carriers(document: JsonObject): readonly string[] {
  const types = Object.entries(objectAt(objectAt(document, 'vocabulary'), 'events'));
  const registering = types.filter(([, type]) => isJsonObject(type) && type.registers === true).map(([type]) => type);
  const cohorts = Object.values(objectAt(document, 'cohorts')).filter(isJsonObject);
  const counted = cohorts
    .filter((cohort) => cohort.of === document.subject)
    .map((cohort) => objectAt(cohort, 'in').event);
  return [...new Set([...registering, ...counted.filter((type) => typeof type === 'string')])];
}

const VOIDED = 'meritlog.event.voided';
const CLOSED = 'meritlog.period.closed';
const DAYS = [
  '2026-03-02',
  '2026-01-15',
  '2026-02-28',
  '2026-05-01',
  '2026-06-30',
  '2026-07-01',
  '2026-12-31',
  '2027-01-01',
  '2027-02-03',
];
const HOURS = [
  'T08:00:00+08:00',
  'T08:00:00+08:00',
  'T12:30:00+08:00',
  'T23:59:59.999+08:00',
  'T00:00:00+08:00',
  'T00:00:00Z',
];
const MS_PER_HOUR = 3_600_000;

class Writer {
  readonly events: CloudEvent[] = [];
  readonly #types: readonly string[];
  readonly #data: DataMaker;
  readonly #decisions: DecisionMaker;
  /** The ids of what rules may issue, from that of the trigger. */
  readonly #issued: readonly ((id: string) => string)[];

  constructor(
    readonly document: JsonObject,
    readonly subjects: readonly string[],
  ) {
    this.#types = Object.keys(objectAt(objectAt(document, 'vocabulary'), 'events'));
    this.#data = new DataMaker(document, subjects);
    this.#decisions = new DecisionMaker(document, subjects);
    const rules: readonly Json[] = isJsonArray(document.rules) ? document.rules : [];
    this.#issued = rules
      .filter(isJsonObject)
      .filter((rule) => objectAt(rule, 'event').type === 'issue')
      .flatMap((rule) => {
        const isOfMany = objectAt(objectAt(rule, 'event'), 'params').each !== undefined;
        return isOfMany
          ? [1, 2].map((place) => (id: string) => `${rule.name}@${id}#${place}`)
          : [(id: string) => `${rule.name}@${id}`];
      });
  }

  /** In the first year, and often in the next. */
  arrival(type: string, subject: string, tape: Tape): void {
    const years = tape.once(2) ? ['2026', '2027'] : ['2026'];
    for (const year of years)
      this.#add(tape, type, subject, `${year}-01-02T09:00:00+08:00`, this.#data.of(type, tape, []));
  }

  event(tape: Tape): void {
    const kind = tape.next(12);
    const type = this.#typeOf(kind) ?? tape.pick([...this.#types.slice(0, 2), ...this.#types]);
    const isOwn = type === VOIDED || type === DECIDED || type === CLOSED;
    const data = isOwn ? this.#engineData(type, tape) : this.#data.of(type, tape, this.#references());
    const subject = isOwn || (this.#data.subjects(type) && !tape.once(16)) ? tape.pick(this.subjects) : undefined;
    const time = tape.pick(DAYS) + tape.pick(HOURS);
    this.#add(tape, type, this.#data.subjects(type) ? subject : undefined, time, data);
  }

  #typeOf(kind: number): string | undefined {
    if (kind === 11) return VOIDED;
    if (kind === 9 && this.document.period !== undefined) return CLOSED;
    return kind === 10 && this.#decisions.any && this.events.length > 0 ? DECIDED : undefined;
  }

  #engineData(type: string, tape: Tape): JsonObject {
    if (type === CLOSED) return { period: tape.pick([2026, 2027, '2026']) };
    return type === VOIDED ? this.#ruling(tape) : this.#decisions.of(tape, this.events);
  }

  /** A ruling on something that is there, or on what a rule may issue. */
  #ruling(tape: Tape): JsonObject {
    const target = this.events.length === 0 ? undefined : tape.pick([...this.events].reverse());
    const source = target?.source ?? OFFICE;
    if (target === undefined) return { id: `none@e${this.events.length}`, reason: 'nothing was there' };
    const isDerived = this.#issued.length > 0 && tape.once(3);
    const id = isDerived ? tape.pick(this.#issued)(target.id) : target.id;
    const own = isDerived && tape.once(2) ? {} : { source };
    return tape.once(3) ? { id: `${source}#${id}`, reason: 'an error' } : { id, ...own, reason: 'an error' };
  }

  #references(): readonly string[] {
    const own = this.events.slice(-6).map(({ id }) => id);
    const last = this.events.at(-1);
    const derived = this.#issued.flatMap((issued) => own.slice(-2).map(issued));
    return [...own, ...derived, ...(last === undefined ? [] : [`${last.source}#${last.id}`]), 'nothing'];
  }

  #add(tape: Tape, type: string, subject: string | undefined, time: string, data: JsonObject): void {
    const previous = this.events.at(-1);
    const isCourt = tape.once(6);
    const isTwin = isCourt && previous !== undefined && previous.source === OFFICE && tape.once(2);
    const event: CloudEvent = {
      specversion: '1.0',
      id: isTwin ? previous.id : `e${this.events.length + 1}`,
      source: isCourt ? 'court' : OFFICE,
      type,
      ...(subject === undefined ? {} : { subject }),
      time,
      ...(Object.keys(data).length === 0 ? {} : { data }),
      ...(tape.once(4) ? { sequence: tape.pick(['1', '2', '10', 'a']) } : {}),
      ...(tape.once(3) ? { recordedtime: later(time, tape.pick([0, 1, 24, 24 * 60])) } : {}),
    };
    this.events.push(event);
  }
}

const OFFICE = 'office';

function later(time: string, hours: number): string {
  const parsed = parseInstant(time);
  if (!('instant' in parsed)) throw new RangeError(`not an instant: ${time}`);
  return formatInstant(parsed.instant + hours * MS_PER_HOUR);
}
