import type {
  CardChange,
  Cause,
  ConsequenceChange,
  FindingTold,
  HappenedChange,
  SubjectChange,
  ValueChange,
} from '../model/difference.js';
import type { CardEntry, Shown } from '../model/outcome.js';
import { withBasis } from './clause-text.js';
import { DIFFERENCE_WORDS } from './difference-words.js';
import { eventText } from './event-text.js';
import { eventChangeLines, fateLines } from './fate-lines.js';
import { followsText } from './row-change-lines.js';
import { valueMove, valueReasons } from './value-move.js';
import { type Language, WORDS } from './words.js';

/** What differs about a subject beside its rows, below its name. `isTold`: of a value that the rows told. */
export function subjectChangeLines(
  { subject, cards, consequences, values, findings }: SubjectChange,
  isTold: (value: ValueChange | Cause) => boolean,
  language: Language,
): readonly string[] {
  const words = WORDS[language];
  const listed = new Set(values.map(({ indicator, keys }) => JSON.stringify([indicator, keys])));
  const said = new Set<string>();
  const isElsewhere = (cause: Cause): boolean => {
    const name = JSON.stringify([cause.indicator, cause.keys, cause.passed, cause.asOf]);
    const isListed = cause.asOf === undefined && listed.has(JSON.stringify([cause.indicator, cause.keys]));
    const isSaid = said.has(name) || isListed || isTold(cause);
    said.add(name);
    return isSaid;
  };
  const lines = [
    ...cards.flatMap((card) => cardLines(card, language)),
    ...consequences.map((one) => consequenceLine(one, language)),
    ...values.filter((value) => !isTold(value)).flatMap((value) => valueLines(value, subject, isElsewhere, language)),
    ...findings.flatMap((finding) => findingLines(finding, language)),
  ];
  return lines.length === 0 ? [] : [words.row(subject, '').trimEnd(), ...lines.map((line) => `  ${line}`)];
}

/** A finding; an event that is one, with what issued it, ended it, or keeps it out. */
export function findingLines({ finding, there, happened }: FindingTold, language: Language): readonly string[] {
  const { joined, left } = DIFFERENCE_WORDS[language];
  const text = happened === null ? finding.message[language] : eventText(happened.event, WORDS[language], language);
  const inner = happened === null ? [] : [...happenedLines(happened, language), ...endLines(happened, language)];
  return [(there ? joined : left)(text), ...inner.map((line) => `  ${line}`)];
}

export function consequenceLine({ before, after }: ConsequenceChange, language: Language): string {
  const words = WORDS[language];
  const [was, is] = [before, after].map((one) => one && followsText(one, words, language));
  if (is == null) return words.noLongerFollows(was ?? '');
  return was == null ? words.follows(is) : words.stands(was, is);
}

/** The value, and below it why. `isElsewhere`: of what has a line of its own. */
function valueLines(
  value: ValueChange,
  subject: string,
  isElsewhere: (cause: Cause) => boolean,
  language: Language,
): readonly string[] {
  const reasons = valueReasons(value, subject, isElsewhere, WORDS[language], language);
  return [valueLine(value, subject, language), ...reasons];
}

function valueLine(value: ValueChange, subject: string, language: Language): string {
  const { before, after } = value.band;
  const move = valueMove(value, subject, WORDS[language], language);
  const band = DIFFERENCE_WORDS[language].band(before ?? '–', after ?? '–');
  return before === after ? move : move + WORDS[language].separator + band;
}

/** The card, and below it what issued it, ended it, or keeps it out. */
function cardLines(change: CardChange, language: Language): readonly string[] {
  const { before, after, event } = change;
  const own = DIFFERENCE_WORDS[language];
  const name = eventText(event, WORDS[language], language);
  const head =
    before === null ? own.joined(name) : after === null ? own.left(name) : moved(change, name, before, after, language);
  const ends = before?.state === after?.state ? [] : endLines(change, language);
  return [head, ...[...happenedLines(change, language), ...ends].map((line) => `  ${line}`)];
}

/** What issued an event, or keeps it out on the other side. */
function happenedLines({ event, issuedBy, events }: HappenedChange, language: Language): readonly string[] {
  const words = WORDS[language];
  const issued =
    issuedBy === null
      ? []
      : [
          words.issuedBy(
            withBasis(issuedBy.rule.title?.[language] ?? issuedBy.rule.name, issuedBy.rule.basis),
            eventText(issuedBy.trigger, words, language),
          ),
        ];
  return [...issued, ...eventChangeLines(events, event, words, language)];
}

/** How its state ended on either side, with what became of that event on the other. */
function endLines({ event, ended, events }: HappenedChange, language: Language): readonly string[] {
  const words = WORDS[language];
  return SIDES.flatMap((side) => {
    const end = ended[side];
    if (end === null) return [];
    const lines = fateLines(event, { kind: 'counts', ended: end, late: null }, words, language);
    const became = eventChangeLines(events, end.by, words, language).map((line) => `  ${line}`);
    return [...(side === 'before' ? lines.map(words.before) : lines), ...became];
  });
}

const SIDES = ['before', 'after'] as const;

/** Of a card of both sides: its state, and what else of it changed. */
function moved(
  { event }: HappenedChange,
  name: string,
  before: CardEntry,
  after: CardEntry,
  language: Language,
): string {
  const [words, { face }] = [WORDS[language], DIFFERENCE_WORDS[language]];
  const arrow = (was: Shown | number, is: Shown | number): string => `${was ?? words.unknown} → ${is ?? words.unknown}`;
  const titles = new Map(event.fields?.map((field) => [field.name, field.title?.[language]]));
  const fields = [...new Set([...Object.keys(after.data), ...Object.keys(before.data)])].filter(
    (field) => before.data[field] !== after.data[field],
  );
  const faces = fields.length === 0 ? FACE : FACE.slice(0, 1);
  const parts = [
    ...(before.state === after.state ? [] : [arrow(before.state, after.state)]),
    ...faces.flatMap((part) =>
      before[part] === after[part] ? [] : [`${face[part]} ${arrow(before[part], after[part])}`],
    ),
    ...fields.map(
      (field) => `${titles.get(field) ?? field} ${arrow(before.data[field] ?? null, after.data[field] ?? null)}`,
    ),
    ...(before.state === after.state && before.endedAt !== after.endedAt ? [arrow(before.endedAt, after.endedAt)] : []),
  ];
  return words.row(name, parts.join(words.separator));
}

// What is told of a card by its fields is not told again by what the rubric makes of them.
const FACE = ['time', 'colour', 'polarity', 'severity', 'derived'] as const;
