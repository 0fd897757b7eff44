import type {
  AllLeftOut,
  LeftOut,
  Reason,
  ReasonEvent,
  ReasonMeasure,
  ReasonMember,
  ReasonStep,
  Working,
} from '../model/explanation.js';
import type { Shown } from '../model/outcome.js';
import { withBasis } from './clause-text.js';
import { eventText } from './event-text.js';
import { LineWriter } from './line-writer.js';
import { commonOf, groupsOf, timesOf } from './member-groups.js';
import { fateNotes, memberNotes, weightNotes } from './member-notes.js';
import { voidedLines } from './voided-lines.js';
import type { Words } from './words.js';
import { isTelling, memberTexts, openTexts, partText, workingText } from './working-text.js';
import { WORKING_WORDS } from './working-words.js';

/** Writes where values come from as indented lines. */
export class ReasonWriter extends LineWriter {
  /** `note` stands behind the value. */
  reason(reason: Reason, depth: number, ...note: readonly string[]): void {
    const { body, asOf } = reason;
    const name = [reason.code, reason.title[this.language]].filter((part) => part !== null && part !== '').join(' ');
    const keys = [...Object.values(reason.keys), ...passedTexts(reason)].join(' ');
    const full = reason.full === null ? '' : ` / ${reason.full}`;
    const said = `${name}${keys === '' ? '' : ` (${keys})`} = ${this.shown(reason.value)}${full}`;
    const notes = [
      ...(asOf === undefined ? [] : [this.words.aside(this.words.asOf(asOf))]),
      ...(body.kind === 'told' ? [this.words.aside(this.words.told)] : []),
      ...(body.kind === 'cut' && body.unasked === true ? [this.words.aside(this.cut())] : []),
      ...note,
    ];
    this.line(depth, [withBasis(said, reason.basis), ...notes].join('  '));
    if (body.kind === 'endless') this.line(depth + 1, WORKING_WORDS[this.language].endless);
    if (body.kind === 'cut' || body.kind === 'told' || body.kind === 'endless') return;
    if (body.kind === 'formula') {
      this.line(depth + 1, this.words.formula(body.formula));
      if (body.filled !== undefined) this.line(depth + 1, this.words.formula(body.filled));
      this.open(body, depth + 1);
      for (const input of body.inputs) {
        if (input.reason !== null) this.reason(input.reason, depth + 1);
        else this.line(depth + 1, `${input.name} = ${this.shown(input.value)}`);
      }
    } else this.measure(body, depth + 1);
    for (const step of reason.steps) this.step(step, depth + 1);
  }

  private measure(measure: ReasonMeasure, depth: number): void {
    const { words } = this;
    const { reduce, range, after, before, members, value, leftOut, keysLeftOut, voided } = measure;
    if (range !== undefined) {
      this.line(depth, WORKING_WORDS[this.language].range(range.key, workingText(range.from), workingText(range.to)));
      this.open(range.from, depth + 1);
      this.open(range.to, depth + 1);
      for (const reason of range.behind) this.reason(reason, depth + 1);
    }
    if (after !== undefined) this.event(depth, after, words.behindEvent);
    if (before !== undefined) this.event(depth, before, words.beforeEvent);
    if (members.length === 0 && voided === undefined) {
      const isOpen = value === null && (reduce === 'sum' || reduce === 'count');
      this.line(depth, isOpen ? words.openMembers : words.noMembers);
    }
    const isList = members.length > 1;
    if (isList) this.line(depth, this.heading(measure));
    const isShared = isList && commonOf(members) !== undefined;
    for (const group of groupsOf(members)) this.group(group, isList ? depth + 1 : depth, isShared);
    this.allLeftOut(leftOut, words.leftOut, depth);
    this.allLeftOut(keysLeftOut, WORKING_WORDS[this.language].keysLeftOut, depth);
    if (voided !== undefined) for (const line of voidedLines(voided, this.language)) this.line(depth, line);
    this.whyOpen(measure, depth);
  }

  private allLeftOut(all: AllLeftOut | undefined, say: Words['leftOut'], depth: number): void {
    if (all === undefined) return;
    this.line(depth, say(all.count));
    for (const one of all.members) this.leftOut(one, depth + 1);
  }

  /** Why a measure has no value. Where nothing is recorded, that has been said. */
  private whyOpen({ open, need, members }: ReasonMeasure, depth: number): void {
    if (need !== undefined && (open === 'need' || need.behind.length > 0)) {
      this.line(depth, WORKING_WORDS[this.language].need(workingText(need), need.known));
      for (const reason of need.behind) this.reason(reason, depth + 1);
    }
    if (open === undefined || open === 'need' || members.length === 0) return;
    this.line(depth, WORKING_WORDS[this.language].openBecause[open]);
  }

  private open(working: Pick<Working, 'open'>, depth: number): void {
    for (const text of openTexts(working, this.language)) this.line(depth, text);
  }

  private heading({ reduce, parameter, members }: ReasonMeasure): string {
    const { words } = this;
    const count = words.members(
      this.reduceWord(reduce, parameter),
      members.filter(({ fate }) => fate === 'taken').length,
    );
    const formula = commonOf(members);
    return formula === undefined ? count : count + words.each(formula);
  }

  private reduceWord(reduce: string, parameter: Shown | undefined): string {
    const { words } = this;
    if (parameter !== undefined && isAmong(reduce, words.reduceBy))
      return words.reduceBy[reduce](this.shown(parameter));
    return isAmong(reduce, words.reduce) ? words.reduce[reduce] : reduce;
  }

  /** Members that say the same are told once, with their number and product. */
  private group(group: readonly ReasonMember[], depth: number, isShared: boolean): void {
    const [first] = group;
    if (first === undefined) return;
    if (first.reasons.length > 0) {
      for (const member of group) this.reasoned(member, depth, isShared);
      return;
    }
    const { rule, event } = first;
    const value =
      group.length === 1
        ? this.shown(first.value)
        : `${group.length} × ${this.shown(first.value)} = ${this.shown(timesOf(group))}`;
    const parts = [
      ...memberNotes(first, value, this.language),
      ...(rule === null
        ? []
        : [withBasis(rule.title?.[this.language] ?? rule.name, rule.basis), this.words.edition(rule.edition)]),
      ...fateNotes(first, this.language),
    ];
    if (group.length > 1 || event === null) this.line(depth, parts.join('  '));
    if (group.length > 1) for (const member of group) member.event !== null && this.event(depth + 1, member.event);
    else if (event !== null)
      this.event(
        depth,
        event,
        (text) => [...parts, text].join('  '),
        () => this.working(first, depth + 1, isShared),
      );
    else this.working(first, depth + 1, isShared);
    this.behind(first, depth + 1);
  }

  /** A member that is nothing but the value of an indicator is told by the reason of that. */
  private reasoned(member: ReasonMember, depth: number, isShared: boolean): void {
    const [only] = member.reasons;
    if (
      member.working === undefined &&
      member.reasons.length === 1 &&
      only !== undefined &&
      only.value === member.value
    ) {
      this.reason(only, depth, ...weightNotes(member, this.language), ...fateNotes(member, this.language));
      this.behind({ ...member, reasons: [] }, depth + 1);
      return;
    }
    this.line(
      depth,
      [...memberNotes(member, this.shown(member.value), this.language), ...fateNotes(member, this.language)].join('  '),
    );
    this.working(member, depth + 1, isShared);
    this.behind(member, depth + 1);
  }

  /** What else a member hangs on: values that it is made of, and the condition that makes it one. */
  private behind({ conditions = [], inner, reasons, behind = [] }: ReasonMember, depth: number): void {
    if (inner !== undefined) this.measure(inner, depth);
    for (const part of conditions) if (isTelling(part)) this.part(part, depth);
    for (const reason of [...reasons, ...behind]) this.reason(reason, depth);
  }

  private working(member: ReasonMember, depth: number, isShared: boolean): void {
    for (const text of memberTexts(member, isShared, this.language)) this.line(depth, text);
  }

  protected part(part: Working, depth: number): void {
    this.line(depth, partText(part, this.language));
  }

  private leftOut({ event, key, failed, behind }: LeftOut, depth: number): void {
    const [only] = failed;
    const isShort = failed.length === 1 && behind.length === 0;
    const name = (text: string): string =>
      isShort && only !== undefined ? `${text}  ${partText(only, this.language)}` : text;
    if (event !== null) this.event(depth, event, name);
    if (key !== null) this.line(depth, name(`${key.name} ${key.value}`));
    if (!isShort) for (const part of failed) this.part(part, depth + 1);
    for (const reason of behind) this.reason(reason, depth + 1);
  }

  /** An event, and how a rule came to issue it. */
  private event(depth: number, event: ReasonEvent, say = AS_IT_IS, under?: () => void): void {
    this.line(depth, say(eventText(event, this.words, this.language)));
    under?.();
    const { issued, fields } = event;
    if (issued === undefined) return;
    const rule = withBasis(issued.rule.title?.[this.language] ?? issued.rule.name, issued.rule.basis);
    const note = issued.cut === true ? [this.words.aside(this.cut())] : [];
    this.event(depth + 1, issued.trigger, (text) => [this.words.issuedBy(rule, text), ...note].join('  '));
    for (const part of issued.conditions) if (isTelling(part)) this.part(part, depth + 2);
    const isRead = (name: string): boolean => fields === undefined || fields.some((field) => field.name === name);
    for (const { name, formula, filled, value } of issued.fields)
      if (filled !== undefined && filled !== String(value) && isRead(name))
        this.line(depth + 2, `${name} = ${formula} = ${filled}`);
    for (const reason of issued.behind) this.reason(reason, depth + 2);
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
        const [before, after] = [this.shown(step.before), this.shown(step.after)];
        this.event(depth, step.event, (text) => this.words.limit(rule, before, after, text));
        for (const part of step.conditions) if (isTelling(part)) this.part(part, depth + 1);
        for (const reason of step.behind) this.reason(reason, depth + 1);
      }
    }
  }
}

const AS_IT_IS = (text: string): string => text;

function passedTexts({ passed = {} }: Reason): readonly string[] {
  return Object.entries(passed).map(([name, value]) => `${name}=${value}`);
}

function isAmong<T extends object>(name: string, words: T): name is Extract<keyof T, string> {
  return Object.hasOwn(words, name);
}
