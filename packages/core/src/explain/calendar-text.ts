import type { Cause } from '../model/difference.js';
import type { CalendarEntry, ForwardCalendar, RuleClause, ValueEntry } from '../model/forward-calendar.js';
import { CALENDAR_WORDS, type CalendarWords } from './calendar-words.js';
import { withBasis } from './clause-text.js';
import { eventText } from './event-text.js';
import { rowChangeLines } from './row-change-lines.js';
import { consequenceLine } from './subject-change-lines.js';
import { valueMove, valueReasons } from './value-move.js';
import { type Language, WORDS } from './words.js';

/** A forward calendar as lines for people: each instant with what happens at it, and what that changes. */
export function forwardCalendarText(calendar: ForwardCalendar, language: Language): string {
  const words = CALENDAR_WORDS[language];
  const lines = [...groupsOf(calendar.entries).values()].flatMap((group) => groupLines(group, language));
  return [
    words.span(calendar.days.from, calendar.days.until),
    ...(lines.length === 0 ? [words.nothing] : lines),
    ...calendar.periods.map(({ day, key, period }) => words.periodEnds(day, `${key} ${period}`)),
    ...(calendar.complete ? [] : [words.incomplete(calendar.looked)]),
  ].join('\n');
}

function groupsOf(entries: readonly CalendarEntry[]): ReadonlyMap<string, readonly CalendarEntry[]> {
  const groups = new Map<string, CalendarEntry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.at);
    if (group === undefined) groups.set(entry.at, [entry]);
    else group.push(entry);
  }
  return groups;
}

function groupLines(group: readonly CalendarEntry[], language: Language): readonly string[] {
  const [first] = group;
  if (first === undefined) return [];
  const heading = first.sharp ? first.day : `${first.day} (${first.at})`;
  const own = new Set(group.flatMap((entry) => (entry.kind === 'value' ? [valueName(entry)] : [])));
  const lines = group.flatMap((entry) => entryLines(entry, own, language));
  const shown = newlyShown(group, language);
  return [heading, ...[...lines, ...shown].map((line) => `  ${line}`)];
}

function entryLines(entry: CalendarEntry, own: ReadonlySet<string>, language: Language): readonly string[] {
  const [words, all] = [CALENDAR_WORDS[language], WORDS[language]];
  const about = (text: string): string => (entry.subject === null ? text : all.row(entry.subject, text));
  switch (entry.kind) {
    case 'edition':
      return [all.edition(`${entry.before} → ${entry.after}`)];
    case 'effective':
      return [about(words.effective(eventText(entry.event, all, language)))];
    case 'issued':
      return [about(`${words.issued(eventText(entry.event, all, language))}${byRule(entry, words, language)}`)];
    case 'ended':
      return [
        about(
          `${eventText(entry.event, all, language)} ${entry.before} → ${entry.after}${byRule(entry, words, language)}`,
        ),
      ];
    case 'value':
      return entry.there.before ? valueLines(entry, own, about, language) : [];
    case 'row':
      return rowChangeLines({ ...entry.change, causes: unsaid(entry.change.causes, own) }, all, language);
    case 'consequence':
      return [about(consequenceLine(entry, language))];
    case 'finding':
      return [entry.there ? entry.finding.message[language] : words.settled(entry.finding.message[language])];
    case 'card':
      return [about(`${entry.id} ${entry.before?.state ?? '–'} → ${entry.after?.state ?? '–'}`)];
    case 'other':
      return [];
  }
}

/** The rule, and the event behind it where that is another one. */
function byRule(
  {
    rule,
    trigger,
    event,
  }: { readonly rule: RuleClause } & Pick<CalendarEntry & { kind: 'issued' }, 'trigger' | 'event'>,
  words: CalendarWords,
  language: Language,
): string {
  const clause = `  ${withBasis(rule.title?.[language] ?? rule.name, rule.basis)}`;
  return trigger.id === event.id
    ? clause
    : `${clause}  ${words.because(eventText(trigger, WORDS[language], language))}`;
}

function valueLines(
  entry: ValueEntry & { readonly subject: string | null },
  own: ReadonlySet<string>,
  about: (text: string) => string,
  language: Language,
): readonly string[] {
  const words = WORDS[language];
  const quiet = { ...entry, causes: entry.causes.map(withoutEvents) };
  const isTold = (cause: Cause): boolean => own.has(valueName(cause));
  const reasons = valueReasons(quiet, entry.subject, isTold, words, language);
  return [about(valueMove(entry, entry.subject, words, language)), ...reasons];
}

/** Causes that have an entry of their own are told there, and so is what ends by itself. */
function unsaid(causes: readonly Cause[], own: ReadonlySet<string>): readonly Cause[] {
  return causes.filter((cause) => !own.has(valueName(cause))).map(withoutEvents);
}

function withoutEvents(cause: Cause): Cause {
  return { ...cause, events: [] };
}

function valueName({ indicator, keys }: Pick<ValueEntry, 'indicator' | 'keys'>): string {
  return JSON.stringify([indicator, keys]);
}

/** Values that an outcome did not show before, such as those of a new period: how many, for whom. */
function newlyShown(group: readonly CalendarEntry[], language: Language): readonly string[] {
  const counts = new Map<string, number>();
  for (const entry of group)
    if (entry.kind === 'value' && !entry.there.before)
      counts.set(entry.subject ?? '', (counts.get(entry.subject ?? '') ?? 0) + 1);
  return [...counts].map(([subject, count]) => WORDS[language].row(subject, CALENDAR_WORDS[language].shown(count)));
}
