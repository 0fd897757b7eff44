import type { Sight, Witness } from '../model/analysis.js';
import type { CloudEvent } from '../model/event.js';
import type { Json, JsonObject } from '../model/json.js';
import { child } from '../model/problem.js';
import type { FieldModel } from '../model/rubric.js';
import { type Draft, draftEvent, numbered } from './draft-event.js';
import { type Flow, flowNode, NumberFlow } from './number-flow.js';
import type { Suspect } from './suspect.js';
import type { World } from './world.js';

/** Numbers that go on from themselves exactly, so that each step takes more digits than the one before. */
export function suspectFeedback(world: World): readonly Suspect[] {
  const loops = new Loops(new NumberFlow(world.edition));
  const { rules, indicators } = world.edition;
  const told = new Set<string>();
  const found: Suspect[] = [];
  [...rules.values()].forEach(({ name, effect, on }, index) => {
    if (effect.kind !== 'issue' || on.kind !== 'events') return;
    for (const field of effect.fields.keys()) {
      const loop = loops.growing(flowNode.field(effect.type, field));
      if (loop === undefined || told.has(loop.join())) continue;
      told.add(loop.join());
      const pointer = child(`${child('/rules', index)}/event/params/fields`, field);
      found.push(suspectOf(world, { rule: name, pointer, what: field, triggers: on.types, loop }));
    }
  });
  for (const name of indicators.keys()) {
    const loop = loops.growing(flowNode.indicator(name));
    if (loop === undefined || told.has(loop.join())) continue;
    told.add(loop.join());
    const pointer = child('/indicators', name);
    found.push(suspectOf(world, { rule: undefined, pointer, what: name, triggers: [], loop }));
  }
  return found;
}

/** Circles in what numbers are made of. */
class Loops {
  constructor(readonly flow: NumberFlow) {}

  /** Everything in the circle that leads from here to here, if numbers grow in it. */
  growing(node: string): readonly string[] | undefined {
    const loop = [...this.#reach(node)].filter((other) => this.#reach(other).has(node)).sort();
    if (!loop.includes(node)) return undefined;
    const flows = loop.map((one) => this.flow.of(one));
    const isScaled = flows.some(({ scaled }) => loop.some((one) => scaled.has(one)));
    return isScaled || flows.some((one) => this.#divides(one)) ? loop : undefined;
  }

  #divides({ divides, from }: Flow): boolean {
    if (divides) return true;
    return [...from].some((node) => [node, ...this.#reach(node)].some((one) => this.flow.of(one).divides));
  }

  #reach(node: string): ReadonlySet<string> {
    const found = new Set<string>();
    const waiting = [node];
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop())
      for (const next of this.flow.of(one).from) {
        if (found.has(next)) continue;
        found.add(next);
        waiting.push(next);
      }
    return found;
  }
}

interface Feedback {
  readonly rule: string | undefined;
  readonly pointer: string;
  /** The field, or the indicator. */
  readonly what: string;
  readonly triggers: readonly string[];
  readonly loop: readonly string[];
}

function suspectOf(world: World, { rule, pointer, what, triggers, loop }: Feedback): Suspect {
  const read = loop.flatMap((node) => (node.startsWith('indicator ') ? [node.slice('indicator '.length)] : []));
  const shown = [...read, ...world.edition.indicators.keys()].find((name) => isShown(world, name, read));
  return {
    code: 'unrounded-feedback',
    pointer,
    names: rule === undefined ? [what] : [rule, ...read],
    facts: { rule: rule ?? '', what },
    witnesses: function* (): Generator<Witness> {
      if (shown === undefined) return;
      const sight: Sight = { kind: 'value-long', indicator: shown, subject: '', digits: 0 };
      const fed = [...(rule === undefined ? world.feeds.indicator(what) : world.feeds.rule(rule))];
      for (const name of read) fed.push(...world.feeds.indicator(name));
      const made = [...world.edition.rules.values()].flatMap(({ effect }) =>
        effect.kind === 'issue' ? [effect.type] : [],
      );
      const types = [...new Set(fed)].filter((type) => !made.includes(type));
      const steps = rule === undefined ? types : triggers;
      const once = types.filter((type) => !steps.includes(type));
      for (const days of [1, 366, 31]) yield { events: stepped(world, once, steps, days), lens: world.lens, sight };
    },
  };
}

/** One of the circle, or what reads one of it, if outcomes show it. */
function isShown({ edition, slots }: World, name: string, read: readonly string[]): boolean {
  const indicator = edition.indicators.get(name);
  if (indicator === undefined || indicator.hidden || !indicator.per.includes(edition.subject)) return false;
  const isReading = slots.some(
    ({ owner, expr }) =>
      owner.kind === 'indicator' && owner.name === name && expr.kind === 'indicator' && read.includes(expr.name),
  );
  return read.includes(name) || isReading;
}

const STEPS = 24;

/** Two who name each other in turn, with what they start from, and then one step after another. */
function stepped(
  { edition, stories }: World,
  once: readonly string[],
  types: readonly string[],
  days: number,
): readonly CloudEvent[] {
  const pair = ['s01', 's02'] as const;
  const draft = (type: string, who: number, step: number): Draft => {
    const [subject, other] = who === 0 ? pair : ([pair[1], pair[0]] as const);
    const fields = edition.events.get(type)?.fields.values() ?? [];
    const values: JsonObject = Object.fromEntries(
      [...fields].flatMap((field) => {
        const value = filledIn(field, other, 1 + step + 2 * who, edition.subject);
        return value === undefined ? [] : [[field.name, value]];
      }),
    );
    return draftEvent(edition, { type, subject, day: stories.day + step * days, values });
  };
  const start = pair.flatMap((subject, who) => [
    ...stories.arrivals(subject),
    ...once.filter((type) => edition.events.get(type)?.registers !== true).map((type) => draft(type, who, 0)),
  ]);
  const steps = Array.from({ length: STEPS }, (_, step) => types.map((type) => draft(type, step % 2, step + 1)));
  return numbered([...start, ...steps.flat()]);
}

/** A text names the other one, and numbers differ. */
function filledIn(field: FieldModel, other: string, number: number, subject: string): Json | undefined {
  if (field.is !== undefined || field.name === subject) return undefined;
  if (field.kind === 'text') return other;
  if (field.kind === 'list') return field.type === 'number' ? undefined : [other];
  return field.type === 'number' && field.min === undefined && field.max === undefined ? number : undefined;
}
