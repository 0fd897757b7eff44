import type { Instant } from '../model/calendar.js';
import type { Plan, RulePlan } from '../model/plan.js';
import { startOfDay } from '../model/zone.js';
import { Agenda } from './agenda.js';
import { applyEffects, type Firing } from './effect.js';
import { scopesOf } from './fan-out.js';
import { eventFrame } from './frame.js';
import type { ViewReader } from './reader.js';
import { holds, isVersionFor } from './rule.js';
import { Turn, Turns } from './simultaneous.js';

/** Runs the `issue` and `end` rules over the events in order, up to the reader's `asOf` (SPEC §7.4). */
export function runForward(reader: ViewReader, recorded: number, voided: ReadonlySet<string>): void {
  const pass = new Pass(reader, voided);
  let next = 0;
  for (;;) {
    const effective = next < recorded ? reader.columns.effectiveOf(next) : Number.POSITIVE_INFINITY;
    const due = pass.agenda.dueBy(Math.min(effective, reader.asOf));
    if (due !== undefined) pass.fireDelayed(due.rule, due.trigger, due.at);
    else if (next < recorded && effective <= reader.asOf) pass.happen(next++);
    else break;
  }
  reader.reach(reader.asOf);
}

/** What one event may set off at its instant: so many events after one another, and so many in all. */
const MOST_DEPTH = 256;
const MOST_ISSUED = 100_000;

class Pass {
  readonly agenda = new Agenda();
  private readonly byType: ReadonlyMap<string, readonly RulePlan[]>;
  private readonly turns: Turns;
  private turn: Turn | undefined;

  constructor(
    private readonly reader: ViewReader,
    private readonly voided: ReadonlySet<string>,
  ) {
    this.byType = forwardRules(reader.plan);
    this.turns = new Turns(reader);
  }

  happen(ord: number): void {
    const { columns } = this.reader;
    const { type, subject } = columns.event(ord);
    this.reader.reach(columns.effectiveOf(ord));
    this.reader.view.add(ord);
    this.reader.changed();
    if (!this.byType.has(type)) return;
    this.turn = new Turn(ord, subject);
    this.settle([ord]);
    this.turns.end(this.turn);
  }

  fireDelayed(rule: RulePlan, trigger: number, at: Instant): void {
    this.reader.changed();
    this.reader.reach(at);
    this.turn = undefined;
    this.settle(this.apply(this.firings([rule], trigger, at), at));
  }

  /** Fires every trigger of a list in turn, then in turn what they issued, and so on; what has no end is cut off. */
  private settle(first: readonly number[]): void {
    let [triggers, issued] = [first, 0];
    for (let depth = 0; triggers.length > 0; depth += 1) {
      if (depth > MOST_DEPTH || issued > MOST_ISSUED) {
        this.noteEndless(first);
        return;
      }
      triggers = triggers.flatMap((trigger) => this.fire(trigger));
      issued += triggers.length;
    }
  }

  private noteEndless([first]: readonly number[]): void {
    if (first === undefined) return;
    const { id, subject } = this.reader.event(first).event;
    this.reader.note('endless-issue', subject ?? null, { event: id });
  }

  private fire(trigger: number): readonly number[] {
    const rules = this.byType.get(this.reader.event(trigger).type);
    if (rules === undefined) return [];
    const at = this.reader.columns.effectiveOf(trigger);
    return this.apply(
      this.firings(
        rules.filter((rule) => !this.delay(rule, trigger, at)),
        trigger,
        at,
      ),
      at,
    );
  }

  /** Puts a rule off to its own date; false where it is to be tried at once. */
  private delay(rule: RulePlan, trigger: number, at: Instant): boolean {
    if (rule.at === undefined) return false;
    const due = rule.at(eventFrame(this.reader, at, trigger));
    if (typeof due !== 'number') return true;
    const instant = rule.model.at?.expr.type === 'date' ? startOfDay(this.reader.zone, due) : due;
    if (instant <= at) return false;
    this.agenda.add({ rule, trigger, at: instant, place: this.reader.view.place(trigger) });
    return true;
  }

  private firings(rules: readonly RulePlan[], trigger: number, at: Instant): readonly Firing[] {
    const firings: Firing[] = [];
    for (const rule of rules) {
      for (const { frame, member } of scopesOf(this.reader, rule, trigger, at)) {
        const isIts = isVersionFor(this.reader, rule, frame);
        if (isIts) this.turn?.try(rule, this.reader);
        const held = isIts && holds(this.reader, rule, frame);
        this.reader.plan.watch?.tried(rule, frame, member, held);
        if (held) firings.push({ rule, frame, member });
      }
    }
    return firings;
  }

  private apply(firings: readonly Firing[], at: Instant): readonly number[] {
    if (firings.length === 0) return [];
    const { issued, ended } = applyEffects(this.reader, firings, at, this.voided);
    for (const ord of issued) this.reader.view.add(ord);
    for (const ord of [...issued, ...ended]) this.turn?.subjects.add(this.reader.event(ord).subject);
    this.reader.changed();
    return issued;
  }
}

function forwardRules(plan: Plan): ReadonlyMap<string, readonly RulePlan[]> {
  const byType = new Map<string, RulePlan[]>();
  for (const edition of plan.editions) {
    for (const rule of edition.rules.values()) {
      const { on } = rule.model;
      if ((rule.effect.kind !== 'issue' && rule.effect.kind !== 'end') || on.kind !== 'events') continue;
      for (const type of on.types) byType.set(type, [...(byType.get(type) ?? []), rule]);
    }
  }
  return byType;
}
