import type { EventChange } from '../model/difference.js';
import type { EventFate, LateFate, RuleReason, StateEnded } from '../model/event-fate.js';
import type { ReasonEvent } from '../model/explanation.js';
import { withBasis } from './clause-text.js';
import { eventText } from './event-text.js';
import type { Language, Words } from './words.js';

/** Below an event that counts on one side only: why not on the other, unless it was not there, or is later. */
export function eventChangeLines(
  events: readonly EventChange[],
  of: Pick<ReasonEvent, 'source' | 'id'>,
  words: Words,
  language: Language,
): readonly string[] {
  const change = events.find((one) => one.of.id === of.id && one.of.source === of.source);
  if (change === undefined || change.fate.kind === 'absent' || change.fate.kind === 'later') return [];
  const { event, fate, side } = change;
  const about = event.id === of.id && event.source === of.source ? [] : [eventText(event, words, language)];
  const lines = fateLines(event, fate, words, language);
  return (side === 'before' ? lines.map(words.before) : lines).map((line) => [...about, line].join(words.colon));
}

/** Why an event does not count, or not as it was; with the ruling or the closing as other events are told. */
export function fateLines(
  event: Pick<ReasonEvent, 'source' | 'id'>,
  fate: EventFate,
  words: Words,
  language: Language,
): readonly string[] {
  const by = (ruling: ReasonEvent, rule: RuleReason | null): string =>
    [
      ...(ruling.id === event.id && ruling.source === event.source
        ? []
        : [words.from(eventText(ruling, words, language), ruling.source)]),
      ...(rule === null ? [] : [withBasis(rule.title?.[language] ?? rule.name, rule.basis)]),
    ].join('  ');
  switch (fate.kind) {
    case 'voided':
      if (fate.by.length === 0) return [words.supposedVoid];
      return fate.by.map(({ ruling, rule }) => words.voidedBy(by(ruling, rule)));
    case 'late':
      return [lateText(fate.late, words, language)];
    case 'later':
      return [words.later(fate.effective)];
    case 'not-known':
      return [words.notKnown(fate.recorded)];
    case 'absent':
      return [words.absent];
    case 'counts':
      return [
        ...(fate.ended === null ? [] : [endedText(event, fate.ended, words, language)]),
        ...(fate.late === null ? [] : [lateText(fate.late, words, language)]),
      ];
  }
}

/** Which rule ended it, and when; because of which event, unless it ended by itself. */
function endedText(
  event: Pick<ReasonEvent, 'source' | 'id'>,
  { as, day, by, rule }: StateEnded,
  words: Words,
  language: Language,
): string {
  const isOwn = by.id === event.id && by.source === event.source;
  const because = isOwn ? undefined : words.from(eventText(by, words, language), by.source);
  return words.ended(day, as, withBasis(rule.title?.[language] ?? rule.name, rule.basis), because);
}

function lateText({ policy, period, to, closing }: LateFate, words: Words, language: Language): string {
  return words.late[policy](String(period), eventText(closing, words, language), String(to));
}
