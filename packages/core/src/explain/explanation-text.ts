import type { Explanation, PlaceReason, Reason, ReasonMember, ReasonStep, Separation } from '../model/explanation.js';
import { add, mul, type Num, parsePrinted, printNum } from '../model/num.js';
import type { Shown } from '../model/outcome.js';
import { clausePart, consequenceText, failedText, withBasis } from './clause-text.js';
import { eventReasonLines } from './event-reason-lines.js';
import { eventText } from './event-text.js';
import { type Language, WORDS, type Words } from './words.js';

/** An explanation as indented lines for people. */
export function explanationText(explanation: Explanation, language: Language): string {
  if (explanation.kind === 'event') return eventReasonLines(explanation.event, language).join('\n');
  const writer = new Writer(WORDS[language], language);
  if (explanation.kind === 'value') writer.value(explanation);
  else writer.place(explanation.place);
  return writer.lines.join('\n');
}

type Measured = Extract<Reason['body'], { kind: 'measure' }>;

class Writer {
  readonly lines: string[] = [];

  constructor(
    private readonly words: Words,
    private readonly language: Language,
  ) {}

  value({ reason, unrecorded }: Extract<Explanation, { kind: 'value' }>): void {
    this.reason(reason, 0);
    if (unrecorded === true) this.line(1, this.words.unrecorded);
  }

  place(place: PlaceReason): void {
    const { words } = this;
    const rank = place.rank === null ? words.unranked(place.unranked ?? '') : words.rank(place.rank, place.of);
    const table = [place.title[this.language], ...Object.values(place.keys).map(String)].join(words.separator);
    this.line(0, words.row(place.subject, place.alone ? rank : words.inTable(rank, table)));
    if (place.tied.length > 0) this.line(1, words.tiedWith(place.tied.join(words.separator)));
    this.separation(place.above, words.behind);
    this.separation(place.below, words.ahead);
    this.band(place);
    const awards = place.awards.map(
      (award) => clausePart(award, award.award, this.language) + (award.share === '1' ? '' : words.share(award.share)),
    );
    if (awards.length > 0) this.line(1, words.awards(awards.join(words.separator)));
    for (const consequence of place.consequences)
      this.line(1, withBasis(consequenceText(consequence, words, this.language), consequence.basis));
    if (place.total !== null) this.reason(place.total, 1);
  }

  /** `note` stands behind the value. */
  reason(reason: Reason, depth: number, ...note: readonly string[]): void {
    const name = [reason.code, reason.title[this.language]].filter((part) => part !== null && part !== '').join(' ');
    const keys = [...Object.values(reason.keys), ...passedTexts(reason)].join(' ');
    const full = reason.full === null ? '' : ` / ${reason.full}`;
    const basis = reason.basis === null ? '' : ` [${reason.basis}]`;
    const said = `${name}${keys === '' ? '' : ` (${keys})`} = ${this.shown(reason.value)}${full}${basis}`;
    const told = reason.body.kind === 'told' ? [this.words.aside(this.words.told)] : [];
    this.line(depth, [said, ...told, ...note].join('  '));
    if (reason.body.kind === 'cut' || reason.body.kind === 'told') return;
    if (reason.body.kind === 'formula') {
      this.line(depth + 1, this.words.formula(reason.body.formula));
      for (const input of reason.body.inputs) {
        if (input.reason !== null) this.reason(input.reason, depth + 1);
        else this.line(depth + 1, `${input.name} = ${this.shown(input.value)}`);
      }
    } else this.members(reason.body, depth + 1);
    for (const step of reason.steps) this.step(step, depth + 1);
  }

  private members({ reduce, parameter, after, before, members, value }: Measured, depth: number): void {
    const { words } = this;
    if (after !== undefined) this.line(depth, words.behindEvent(eventText(after, words, this.language)));
    if (before !== undefined) this.line(depth, words.beforeEvent(eventText(before, words, this.language)));
    if (members.length === 0) {
      const isOpen = value === null && (reduce === 'sum' || reduce === 'count');
      this.line(depth, isOpen ? this.words.openMembers : this.words.noMembers);
      return;
    }
    const word = this.reduceWord(reduce, parameter);
    if (members.length > 1)
      this.line(depth, this.words.members(word, members.filter(({ fate }) => fate === 'taken').length));
    for (const group of groupsOf(members)) this.group(group, members.length > 1 ? depth + 1 : depth);
  }

  private reduceWord(reduce: string, parameter: Shown | undefined): string {
    const { words } = this;
    if (parameter !== undefined && isAmong(reduce, words.reduceBy))
      return words.reduceBy[reduce](this.shown(parameter));
    return isAmong(reduce, words.reduce) ? words.reduce[reduce] : reduce;
  }

  /** Members that say the same are told once, with their number and product. */
  private group(group: readonly ReasonMember[], depth: number): void {
    const [first] = group;
    if (first === undefined) return;
    if (first.reasons.length > 0) {
      for (const member of group) this.reasoned(member, depth);
      return;
    }
    const { rule } = first;
    const value =
      group.length === 1
        ? this.shown(first.value)
        : `${group.length} × ${this.shown(first.value)} = ${this.shown(timesOf(group))}`;
    const parts = [
      ...this.valueOf(first, value),
      ...(rule === null
        ? []
        : [
            `${rule.title?.[this.language] ?? rule.name}${rule.basis === null ? '' : ` [${rule.basis}]`}`,
            this.words.edition(rule.edition),
          ]),
      ...this.fateOf(first),
    ];
    const events = group.flatMap(({ event }) => (event === null ? [] : [eventText(event, this.words, this.language)]));
    if (group.length === 1) this.line(depth, [...parts, ...events].join('  '));
    else {
      this.line(depth, parts.join('  '));
      for (const event of events) this.line(depth + 1, event);
    }
  }

  /** A member that is nothing but the value of an indicator is told by the reason of that. */
  private reasoned(member: ReasonMember, depth: number): void {
    const [only] = member.reasons;
    if (member.reasons.length === 1 && only !== undefined && only.value === member.value) {
      this.reason(only, depth, ...this.fateOf(member));
      return;
    }
    this.line(depth, [...this.valueOf(member, this.shown(member.value)), ...this.fateOf(member)].join('  '));
    for (const reason of member.reasons) this.reason(reason, depth + 1);
  }

  private valueOf({ assumed, key }: ReasonMember, value: string): readonly string[] {
    return [
      assumed === true ? this.words.assumed(value) : value,
      ...(key === null ? [] : [`${key.name} ${key.value}`]),
    ];
  }

  private fateOf({ fate }: ReasonMember): readonly string[] {
    return fate === 'taken' || fate === 'unknown' ? [] : [this.words.fate[fate]];
  }

  private step(step: ReasonStep, depth: number): void {
    switch (step.kind) {
      case 'map':
        this.line(depth, this.words.step(step.text, this.shown(step.before), this.shown(step.after)));
        return;
      case 'otherwise':
        this.line(depth, this.words.otherwise(step.text, this.shown(step.after)));
        return;
      case 'limit': {
        const rule = withBasis(step.title?.[this.language] ?? step.rule, step.basis);
        this.line(depth, this.words.limit(rule, this.shown(step.before), this.shown(step.after), step.event.id));
      }
    }
  }

  private separation(separation: Separation | null, say: Words['behind']): void {
    if (separation === null) return;
    const key = separation.title?.[this.language] ?? separation.key;
    const { place, among, equalOn } = separation;
    const notes = [
      ...(place === null ? [] : [this.words.atPlace(place.number, place.own, place.other)]),
      ...(among === null ? [] : [this.words.amongThem(among.join(this.words.separator))]),
      ...(equalOn.length === 0 ? [] : [this.words.equalOn(equalOn.join(this.words.separator))]),
    ];
    const said = say(
      separation.subject,
      key,
      this.listed(separation.other),
      this.listed(separation.own),
      separation.difference,
    );
    this.line(1, [said, ...notes].join(this.words.separator));
  }

  private band({ band }: PlaceReason): void {
    const { words } = this;
    if (band.band !== null || band.missed.length > 0) {
      this.line(1, band.band === null ? words.noBand : words.band(clausePart(band, band.band, this.language)));
    }
    for (const missed of band.missed) {
      this.line(2, words.missedBy[missed.because](clausePart(missed, missed.band, this.language)));
      for (const part of missed.failed) this.line(3, failedText(part, words));
    }
  }

  private shown(value: Shown): string {
    return value === null ? this.words.unknown : String(value);
  }

  /** An empty list has no text of its own. */
  private listed(value: Shown): string {
    return value === '' ? this.words.noMembers : this.shown(value);
  }

  private line(depth: number, text: string): void {
    this.lines.push(`${'  '.repeat(depth)}${text}`);
  }
}

function passedTexts({ passed = {} }: Reason): readonly string[] {
  return Object.entries(passed).map(([name, value]) => `${name}=${value}`);
}

function isAmong<T extends object>(name: string, words: T): name is Extract<keyof T, string> {
  return Object.hasOwn(words, name);
}

function groupsOf(members: readonly ReasonMember[]): readonly (readonly ReasonMember[])[] {
  const groups = new Map<string, ReasonMember[]>();
  members.forEach((member, index) => {
    const alone = member.rule === null || member.reasons.length > 0;
    const name = alone
      ? String(index)
      : JSON.stringify([member.value, member.assumed, member.weight, member.fate, member.rule]);
    groups.set(name, [...(groups.get(name) ?? []), member]);
  });
  return [...groups.values()];
}

function timesOf(group: readonly ReasonMember[]): Shown {
  let sum: Num = 0;
  for (const { value, weight } of group) {
    const number = typeof value === 'string' ? parsePrinted(value) : undefined;
    if (number === undefined) return null;
    sum = add(sum, weight === null ? number : mul(number, parsePrinted(weight) ?? 1));
  }
  return printNum(sum);
}
