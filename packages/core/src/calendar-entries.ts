import { CauseSearch } from './cause-search.js';
import {
  cardChanges,
  consequenceChanges,
  findingChanges,
  otherChanges,
  readingChanges,
  rowFace,
} from './explain/outcome-changes.js';
import { withEventFields } from './explain-events.js';
import { dayOfInstant, formatDay, formatInstant, startOfDay } from './model/calendar.js';
import type { ReasonEvent } from './model/explanation.js';
import type { CalendarEntry } from './model/forward-calendar.js';
import type { Outcome } from './outcome.js';
import type { Happening } from './replay/happenings.js';
import { pairRows, rowChange } from './row-changes.js';
import { consequenceChange, valueChange } from './subject-changes.js';

/** What happens at the later of two instants, and what it changes: first events and states, then values, rows, findings. */
export function calendarEntries(
  before: Outcome,
  after: Outcome,
  happenings: readonly Happening[],
): readonly CalendarEntry[] {
  const search = new CauseSearch(before, after);
  const { reader } = after.session;
  const day = dayOfInstant(reader.zone, reader.asOf);
  const at = {
    at: formatInstant(reader.asOf),
    day: formatDay(day),
    sharp: reader.asOf === startOfDay(reader.zone, day),
  };
  const [old, now] = [before, after].map(({ session }) => session.reader.editionAt(session.reader.asOf).model.edition);
  const edition = { kind: 'edition', subject: null, before: old ?? '', after: now ?? '' } as const;
  const told = new Set(happenings.map(({ event }) => event.id));
  return [
    ...(old === now ? [] : [{ ...at, ...edition }]),
    ...happenings.map((happening) => ({ ...at, ...withFieldsOf(after, happening) })),
    ...cardChanges(before, after)
      .filter(({ id }) => !told.has(id))
      .map((card) => ({ ...at, kind: 'card' as const, ...card })),
    ...readingChanges(before, after).map((pair) => ({
      ...at,
      subject: pair.subject,
      kind: 'value' as const,
      ...valueChange(search, pair),
    })),
    ...pairRows(before, after)
      .filter(({ was, is }) => rowFace(was) !== rowFace(is))
      .map((pair) => ({ ...at, kind: 'row' as const, subject: pair.subject, change: rowChange(search, pair) })),
    ...consequenceChanges(before, after).map((pair) => ({
      ...at,
      kind: 'consequence' as const,
      subject: pair.subject,
      ...consequenceChange(search, pair),
    })),
    ...findingChanges(before, after).map(({ finding, there }) => ({
      ...at,
      kind: 'finding' as const,
      subject: finding.subject,
      finding,
      there,
    })),
    ...otherChanges(before, after).map((pointer) => ({ ...at, kind: 'other' as const, subject: null, pointer })),
  ];
}

/** Its events with what tells one from another: choices, and what the rule set. */
function withFieldsOf({ session: { reader } }: Outcome, happening: Happening): Happening {
  const told = (event: ReasonEvent): ReasonEvent => withEventFields(reader, event);
  const event = told(happening.event);
  return happening.kind === 'effective'
    ? { ...happening, event }
    : { ...happening, event, trigger: told(happening.trigger) };
}
