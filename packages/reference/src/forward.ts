import { CivilDate, Moment, startOf } from './dates.js';
import { editionAt } from './editions.js';
import { evaluate } from './evaluate-formula.js';
import { canonical, identity } from './events.js';
import { issuedBy } from './issue.js';
import type { EffectModel } from './model.js';
import { isTriggered, ruleHolds, ruleNames, type Trial, trialsOf, versionsOf } from './rules.js';
import { type Turn, turnOf } from './simultaneous.js';
import { compare } from './values.js';
import { eventsOf, isUnheard, type Unheard } from './void.js';
import {
  anew,
  bareFrame,
  type Ending,
  type Frame,
  type Happening,
  type ReferenceFinding,
  type World,
} from './world.js';

export interface Passed {
  readonly world: World;
  readonly findings: readonly ReferenceFinding[];
  readonly turns: readonly Turn[];
}

/** Lets time pass: recorded events in canonical order, delayed rules before those of their instant, derived events behind their triggers. */
export async function passForward(recorded: World, asOf: number, unheard: readonly Unheard[]): Promise<Passed> {
  const pass = new ForwardPass(recorded, unheard);
  const start = bareFrame(recorded, editionAt(recorded, asOf), asOf, asOf);
  for (const event of await canonical(recorded.events, start)) {
    const at = await recorded.calls.effective(event, start);
    if (at > asOf) break;
    await pass.tryDelayed(at);
    await pass.happen(event, at);
  }
  await pass.tryDelayed(asOf);
  return { world: pass.world(), findings: pass.findings, turns: pass.turns };
}

type Forward = Extract<EffectModel, { kind: 'issue' | 'end' }>;

interface Delayed {
  readonly due: number;
  readonly place: number;
  readonly rule: string;
  readonly trigger: Happening;
}

interface Ended {
  readonly event: Happening;
  readonly as: string;
}

interface Effect {
  readonly endings: readonly Ended[];
  readonly unknown: readonly ReferenceFinding[];
  /** Undefined for a rule that only ends. */
  readonly issued: readonly Happening[] | undefined;
}

const MOST_EVENTS = 100_000;

class ForwardPass {
  readonly findings: ReferenceFinding[] = [];
  readonly turns: Turn[] = [];
  private readonly recorded: World;
  private readonly unheard: readonly Unheard[];
  private readonly events: Happening[] = [];
  private readonly effective: Map<Happening, number> = new Map();
  private readonly ended: Map<Happening, Ending> = new Map();
  private delayed: Delayed[] = [];

  constructor(recorded: World, unheard: readonly Unheard[]) {
    this.recorded = recorded;
    this.unheard = unheard;
  }

  /** What can be seen now. */
  world(): World {
    const course = { effective: new Map(this.effective), ended: new Map(this.ended) };
    return anew(this.recorded, { events: [...this.events], course, recorded: this.recorded });
  }

  /** A recorded event takes effect and fires; what is issued appears together and fires in turn, breadth first. */
  async happen(event: Happening, at: number): Promise<void> {
    this.appear(event, at);
    const turn = turnOf(event);
    this.turns.push(turn);
    await this.fireAll([event], at, turn);
  }

  /** Fires the rules that are due by then, one by one, each for all of its members together. */
  async tryDelayed(until: number): Promise<void> {
    for (;;) {
      const next = [...this.delayed].sort(byTurn)[0];
      if (next === undefined || next.due > until) return;
      this.delayed = this.delayed.filter((each) => each !== next);
      const frame = this.frameOf(next.trigger, next.due);
      const turn = turnOf(next.trigger);
      await this.fireAll(this.apply(await effectsOf(next.rule, frame, turn), next.due, turn), next.due, turn);
    }
  }

  private async fireAll(events: readonly Happening[], at: number, turn: Turn): Promise<void> {
    const [first] = events;
    let generation = events;
    let issued = 0;
    for (let number = 0; first !== undefined && generation.length > 0; number += 1) {
      if (number > 256 || issued > 100_000) {
        this.findings.push({ code: 'endless-issue', subject: first.subject || null, facts: { event: first.id } });
        return;
      }
      const next: Happening[] = [];
      for (const event of generation) next.push(...(await this.fire(event, at, turn)));
      generation = next;
      issued += next.length;
    }
  }

  /** All rules of one trigger read the same state. */
  private async fire(trigger: Happening, at: number, turn: Turn): Promise<readonly Happening[]> {
    const frame = this.frameOf(trigger, at);
    const effects: Effect[] = [];
    for (const rule of ruleNames(this.recorded)) {
      const due = await dueOf(rule, frame);
      if (due === undefined) continue;
      if (due > at) this.delayed.push({ due, place: this.events.indexOf(trigger), rule, trigger });
      else effects.push(...(await effectsOf(rule, frame, turn)));
    }
    return this.apply(effects, at, turn);
  }

  /** Ends first, then the issued events appear. */
  private apply(effects: readonly Effect[], at: number, turn: Turn): readonly Happening[] {
    const issued: Happening[] = [];
    const endings: Ended[] = [];
    for (const effect of effects) {
      const fresh = effect.issued?.filter((event) => this.isNew(event, issued)) ?? [];
      if (effect.issued !== undefined && fresh.length === 0) continue;
      for (const { subject } of [...fresh, ...effect.endings.map(({ event }) => event)]) turn.subjects.add(subject);
      this.findings.push(...effect.unknown);
      endings.push(...effect.endings.filter(({ event }) => !this.ended.has(event)));
      issued.push(...fresh);
    }
    for (const { event, as } of endings) this.end(event, { at, as });
    for (const event of issued) this.appear(event, at);
    return issued;
  }

  /** Of two ends of one event from one trigger, the first holds. */
  private end(event: Happening, ending: Ending): void {
    const first = this.ended.get(event);
    if (first === undefined) this.ended.set(event, ending);
    else if (first.as !== ending.as) this.findings.push(conflictingEnds(event, first, ending));
  }

  private appear(event: Happening, at: number): void {
    if (this.events.length >= MOST_EVENTS) throw new RangeError(`more than ${MOST_EVENTS} events: a rule feeds itself`);
    this.events.push(event);
    this.effective.set(event, at);
  }

  /** An event exists once, and one that a ruling voids is not issued. */
  private isNew(event: Happening, issued: readonly Happening[]): boolean {
    const there = [...this.recorded.events, ...this.events, ...issued];
    if (there.some((other) => identity(other) === identity(event))) return false;
    return !isUnheard(event, this.unheard);
  }

  private frameOf(trigger: Happening, at: number): Frame {
    const world = this.world();
    return { ...bareFrame(world, editionAt(world, at), at, at), event: trigger };
  }
}

function isForward(effect: EffectModel): effect is Forward {
  return effect.kind === 'issue' || effect.kind === 'end';
}

function conflictingEnds(event: Happening, first: Ending, second: Ending): ReferenceFinding {
  const facts = { event: event.id, held: first.as, refused: second.as };
  return { code: 'conflicting-ends', subject: event.subject || null, facts };
}

function inMemberOrder(trials: readonly Trial[]): readonly Trial[] {
  return [...trials].sort((a, b) => {
    return a.member === undefined || b.member === undefined ? 0 : compare(a.member, b.member);
  });
}

/** By instant, then the trigger's place, then rule name, in which order they were put off. */
function byTurn(a: Delayed, b: Delayed): number {
  return a.due - b.due || a.place - b.place;
}

/** When a rule is tried for the trigger: its `at` where that is later. Undefined, which is never, where it is unknown or not triggered. */
async function dueOf(name: string, frame: Frame): Promise<number | undefined> {
  const version = (await versionsOf(name, frame)).at(-1);
  if (version?.rule === undefined || !isForward(version.rule.effect)) return undefined;
  if (!isTriggered(version.rule, frame)) return undefined;
  if (version.rule.at === undefined) return frame.now;
  const due = await evaluate(version.rule.at, { ...frame, edition: version.edition });
  if (due instanceof CivilDate) return startOf(version.edition.zone, due).ms;
  return due instanceof Moment ? due.ms : undefined;
}

async function effectsOf(name: string, frame: Frame, turn: Turn): Promise<Effect[]> {
  const effects: Effect[] = [];
  for (const trial of inMemberOrder(await trialsOf(name, frame))) {
    const { effect } = trial.rule;
    turn.tried.push({ rule: trial.rule, edition: trial.frame.edition });
    if (!isForward(effect) || !(await ruleHolds(name, trial))) continue;
    const ends = await endingsOf(effect.kind === 'end' ? [effect] : effect.consumes, trial.frame);
    const unknown = ends.unknown.map((reference) => unknownEnd(reference, name, frame.event));
    const issued = effect.kind === 'end' ? undefined : await issuedBy(trial, effect);
    effects.push({ endings: ends.endings, unknown, issued });
  }
  return effects;
}

async function endingsOf(
  targets: Extract<EffectModel, { kind: 'issue' }>['consumes'],
  frame: Frame,
): Promise<{ readonly endings: Effect['endings']; readonly unknown: readonly string[] }> {
  const endings: Ended[] = [];
  const unknown: string[] = [];
  for (const { what, as } of targets) {
    const found = await eventsOf(what, frame);
    if ('reference' in found) unknown.push(found.reference);
    else endings.push(...found.map((event) => ({ event, as })));
  }
  return { endings, unknown };
}

function unknownEnd(event: string, rule: string, trigger: Happening | undefined): ReferenceFinding {
  const facts = { event, rule, trigger: trigger?.id ?? '' };
  return { code: 'end-unknown-event', subject: trigger?.subject || null, facts };
}
