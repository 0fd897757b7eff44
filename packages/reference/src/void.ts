import { allEditions, editionAt } from './editions.js';
import { evaluate } from './evaluate-formula.js';
import { canonical, identity, referenced, VOIDED } from './events.js';
import type { TargetModel } from './model.js';
import { ruleHolds, ruleNames, trialsOf } from './rules.js';
import { anew, bareFrame, type Frame, type Happening, type ReferenceFinding, type World } from './world.js';

export interface Heard {
  /** What is left. */
  readonly events: readonly Happening[];
  /** References that no recorded event answers: they may name derived events, which are then not issued. */
  readonly unheard: readonly Unheard[];
}

export interface Unheard {
  readonly ruling: Happening;
  readonly source: string;
  readonly reference: string;
}

/** Hears the rulings, from the last to the first; each reads the recorded events that are not voided so far. */
export async function hearRulings(world: World): Promise<Heard> {
  const start = frameOf(world);
  const rulings = await canonical(
    world.events.filter((event) => isRuling(event, world)),
    start,
  );
  const unheard: Unheard[] = [];
  let events = world.events;
  for (const [place, ruling] of [...rulings.entries()].reverse()) {
    if (!events.includes(ruling)) continue;
    const left = anew(world, { events });
    const mayVoid = events.filter((event) => !rulings.includes(event) || rulings.indexOf(event) < place);
    const named = await targetsOf(ruling, left);
    const gone = named.events.filter((event) => mayVoid.includes(event));
    const unknown = named.unheard.filter((each) => !referenced(each.reference, each.source, world.events));
    unheard.push(...unknown);
    events = events.filter((event) => !gone.includes(event));
  }
  return { events, unheard };
}

/** The events that a target names, among those that can be seen. */
export async function eventsOf(
  target: TargetModel,
  frame: Frame,
): Promise<readonly Happening[] | { reference: string }> {
  if (target.kind === 'items') return (await frame.world.calls.indicator(target.indicator, [], frame)).taken;
  const reference = await evaluate(target.ref, frame);
  if (typeof reference !== 'string') return [];
  const found = referenced(reference, frame.event?.source ?? '', frame.world.events);
  return found === undefined ? { reference } : [found];
}

/** Whether a derived event of this identity is voided. */
export function isUnheard(event: Pick<Happening, 'source' | 'id'>, unheard: readonly Unheard[]): boolean {
  return unheard.some(({ source, reference }) => names(event, source, reference));
}

/** A finding for each reference of a recorded ruling that no recorded event answers and that has not the form of a derived event's, `rule@trigger`. */
export function unknownVoids(unheard: readonly Unheard[]): ReferenceFinding[] {
  return unheard
    .filter(({ ruling, reference }) => ruling.type === VOIDED && !reference.includes('@'))
    .map(({ ruling, reference }) => ({
      code: 'void-unknown-event',
      subject: ruling.subject || null,
      facts: { event: reference, ruling: ruling.id },
    }));
}

function names(event: Pick<Happening, 'source' | 'id'>, source: string, reference: string): boolean {
  return (event.id === reference && event.source === source) || identity(event) === reference;
}

function isRuling(event: Happening, world: World): boolean {
  if (event.type === VOIDED) return true;
  return allEditions(world).some((edition) =>
    [...edition.rules.values()].some(
      ({ effect, on }) => effect.kind === 'void' && on.kind === 'events' && on.types.includes(event.type),
    ),
  );
}

function frameOf(world: World): Frame {
  return bareFrame(world, editionAt(world, Infinity), Infinity, Infinity);
}

interface Named {
  readonly events: Happening[];
  readonly unheard: Unheard[];
}

async function targetsOf(ruling: Happening, world: World): Promise<Named> {
  const named: Named = { events: [], unheard: [] };
  if (ruling.type === VOIDED) add(byHand(ruling, world), ruling, named);
  const frame = { ...frameOf(world), event: ruling };
  for (const name of ruleNames(world)) {
    for (const trial of await trialsOf(name, frame)) {
      const { effect } = trial.rule;
      if (effect.kind !== 'void' || !(await ruleHolds(name, trial))) continue;
      add(await eventsOf(effect.what, trial.frame), ruling, named);
    }
  }
  return named;
}

function add(found: readonly Happening[] | { reference: string }, ruling: Happening, named: Named): void {
  if ('reference' in found) named.unheard.push({ ruling, source: ruling.source, reference: found.reference });
  else named.events.push(...found);
}

function byHand(ruling: Happening, world: World): readonly Happening[] | { reference: string } {
  const { id, source } = ruling.data;
  if (typeof id !== 'string') return [];
  const reference = typeof source === 'string' ? `${source}#${id}` : id;
  const found = referenced(reference, ruling.source, world.events);
  return found === undefined ? { reference } : [found];
}
