import type { Cause, MemberChange, RowChange } from '../model/difference.js';
import type { ReasonEvent, ReasonStep } from '../model/explanation.js';
import type { Shown } from '../model/outcome.js';
import { valueText, withBasis } from './clause-text.js';
import { DIFFERENCE_WORDS } from './difference-words.js';
import { eventText } from './event-text.js';
import { eventChangeLines } from './fate-lines.js';
import type { Language, Words } from './words.js';

/** An indicator that came out otherwise, and below it what in it did: the formula, events and rules, steps and limits. */
export function causeLines(
  cause: Cause,
  row: Pick<RowChange, 'subject' | 'keys'>,
  words: Words,
  language: Language,
): readonly string[] {
  const { there, before, after, formula, need, steps, events } = cause;
  const asOf = cause.asOf === undefined ? [] : [words.aside(words.asOf(cause.asOf))];
  const name = [cause.code, cause.title[language], ...furtherKeys(cause, row), ...asOf].filter(
    (part) => part !== null && part !== '',
  );
  const move =
    there.before && there.after && before === after
      ? valueText(after, words)
      : `${value(there.before, before, words)} → ${value(there.after, after, words)}`;
  const became = (event: ReasonEvent | null): readonly string[] =>
    event === null ? [] : eventChangeLines(events, event, words, language).map((line) => `  ${line}`);
  const inner = [
    ...(formula === null ? [] : [words.formula(`${formula.before ?? '–'} → ${formula.after ?? '–'}`)]),
    ...(need === null ? [] : [needText(need, language)]),
    ...cause.members
      .filter(({ there: counted }) => counted.before || counted.after)
      .flatMap((member) => [memberLine(member, words, language), ...became(member.event)]),
    ...steps.before
      .filter(({ kind }) => kind === 'limit' || !steps.after.some((step) => step.kind === kind))
      .flatMap((step) => [words.noLonger(stepText(step, words, language)), ...became(limiting(step))]),
    ...steps.after.flatMap((step) => [stepText(step, words, language), ...became(limiting(step))]),
  ];
  return [withBasis(`${name.join(' ')} ${move}`, cause.basis), ...inner.map((line) => `  ${line}`)];
}

function needText({ before, after }: NonNullable<Cause['need']>, language: Language): string {
  const move = (was: Shown | number, is: Shown | number): string =>
    was === is || was === null ? String(is ?? '–') : `${was} → ${is ?? '–'}`;
  const known = move(before?.known ?? null, after?.known ?? null);
  return DIFFERENCE_WORDS[language].need(move(before?.needed ?? null, after?.needed ?? null), known);
}

function limiting(step: ReasonStep): ReasonEvent | null {
  return step.kind === 'limit' ? step.event : null;
}

/** The keys of an indicator that the row does not tell already. */
function furtherKeys(
  { keys, passed = {} }: Cause,
  { subject, keys: known }: Pick<RowChange, 'subject' | 'keys'>,
): readonly string[] {
  const further = Object.entries(keys).flatMap(([name, key]) =>
    String(key) === subject || known[name] === key ? [] : [String(key)],
  );
  const all = [...further, ...Object.entries(passed).map(([name, value]) => `${name}=${value}`)];
  return all.length === 0 ? [] : [`(${all.join(' ')})`];
}

function memberLine(member: MemberChange, words: Words, language: Language): string {
  const { there, rule: rules, edition, event } = member;
  const rule = rules.after ?? rules.before;
  const editions =
    edition.before !== edition.after && edition.before !== null && edition.after !== null
      ? ` ${words.edition(`${edition.before} → ${edition.after}`)}`
      : '';
  const { before: old, after: now } = member.weight;
  const [was, is] = [value(there.before, member.before, words), value(there.after, member.after, words)];
  const weighs = old !== now && there.before && there.after;
  const move = weighs && was === is ? was : `${was} → ${is}`;
  return [
    weighs ? `${move}${words.separator}${words.weight(`${old ?? '–'} → ${now ?? '–'}`)}` : move,
    ...(member.key === null ? [] : [member.key]),
    ...(rule === null ? [] : [`${withBasis(member.ruleTitle?.[language] ?? rule, member.basis)}${editions}`]),
    ...(event === null ? [] : [eventText(event, words, language)]),
  ].join('  ');
}

function stepText(step: ReasonStep, words: Words, language: Language): string {
  switch (step.kind) {
    case 'map':
      return words.step(step.text, valueText(step.before, words), valueText(step.after, words));
    case 'otherwise':
      return words.otherwise(step.text, valueText(step.after, words));
    case 'limit': {
      const bounds = [
        ...(step.min === null ? [] : [words.atLeast(String(step.min))]),
        ...(step.max === null ? [] : [words.atMost(String(step.max))]),
      ];
      const rule = withBasis(step.title?.[language] ?? step.rule, step.basis);
      return words.limitBy(rule, bounds.join(words.separator), eventText(step.event, words, language));
    }
  }
}

function value(isThere: boolean, at: Shown, words: Words): string {
  return isThere ? valueText(at, words) : '–';
}
