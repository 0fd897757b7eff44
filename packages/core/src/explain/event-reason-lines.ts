import type { EventEffect, EventReading, EventReason, RuleReason } from '../model/event-fate.js';
import type { ReasonEvent } from '../model/explanation.js';
import { valueText, withBasis } from './clause-text.js';
import { eventText } from './event-text.js';
import { EVENT_WORDS } from './event-words.js';
import { fateLines } from './fate-lines.js';
import { type Language, WORDS } from './words.js';

/** What is to be told of an event: whether it counts and why not, then what it does. */
export function eventReasonLines(reason: EventReason, language: Language): readonly string[] {
  const { event, subject, recorded, fate, issuedBy, effects, readBy } = reason;
  const [words, all] = [EVENT_WORDS[language], WORDS[language]];
  const origin = [...(subject === null ? [] : [words.about(subject)]), words.source(event.source)];
  const why = fateLines(event, fate, all, language);
  const state = fate.kind === 'counts' ? [words.counts, ...why] : why.map(words.countsNot);
  const does = [
    ...(readBy.length === 0 ? [] : [words.reads, ...readBy.map((one) => `  ${readingText(one, language)}`)]),
    ...effects.flatMap((effect) => effectLines(effect, language)),
  ];
  const idle = fate.kind === 'counts' && does.length === 0 ? [words.idle] : [];
  const isLate = (fate.kind === 'counts' || fate.kind === 'late') && fate.late !== null;
  const known = recorded !== null && isLate ? [words.recorded(recorded)] : [];
  const from =
    issuedBy === null
      ? []
      : [words.issuedBy(ruleText(issuedBy.rule, language), eventText(issuedBy.trigger, all, language))];
  const lines = [origin.join(all.separator), ...from, ...known, ...state, ...does, ...idle];
  return [eventText(event, all, language), ...lines.map((line) => `  ${line}`)];
}

function ruleText({ name, title, basis }: RuleReason, language: Language): string {
  return withBasis(title?.[language] ?? name, basis);
}

function readingText({ code, title, keys, basis, value, fate, rule }: EventReading, language: Language): string {
  const words = WORDS[language];
  const name = [code ?? '', title[language]].filter((part) => part !== '').join(' ');
  const bound = Object.values(keys).join(' ');
  return [
    [withBasis(bound === '' ? name : `${name} (${bound})`, basis), valueText(value, words)].join(words.colon),
    ...(rule === null ? [] : [ruleText(rule, language), words.edition(rule.edition)]),
    ...(fate === 'taken' || fate === 'unknown' ? [] : [words.fate[fate]]),
  ].join('  ');
}

function effectLines(effect: EventEffect, language: Language): readonly string[] {
  const words = EVENT_WORDS[language];
  switch (effect.kind) {
    case 'limit':
    case 'consequence':
      return [words[effect.kind](ruleText(effect.rule, language))];
    case 'issued':
    case 'voided':
    case 'ended': {
      const event = eventText(effect.event, WORDS[language], language);
      const said = effect.kind === 'ended' ? words.ended(event, effect.as) : words[effect.kind](event);
      return [byRule(said, effect.rule, language)];
    }
    case 'vain': {
      const why = words.vainBecause[effect.because](effect.named ?? '');
      return [byRule(words.vain[effect.does](why), effect.rule, language)];
    }
    case 'closed': {
      const [period, { earlier, late }] = [String(effect.period), effect];
      const text = (event: ReasonEvent): string => eventText(event, WORDS[language], language);
      if (earlier !== null) return [words.closedBefore(period, text(earlier))];
      const told = late.map(({ policy, event, to }) => words.late[policy](text(event), String(to)));
      if (!effect.settles) return [words.closedFreely(period)];
      return [words.closed(period), ...told.map((line) => `  ${line}`)];
    }
  }
}

function byRule(said: string, rule: RuleReason | null, language: Language): string {
  return rule === null ? said : `${said}  ${ruleText(rule, language)}`;
}
