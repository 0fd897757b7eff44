import { allEditions } from './editions.js';
import { isOrderedByName, visible } from './events.js';
import type { MeasureModel } from './model.js';
import { isList, same } from './values.js';
import { type Frame, type Happening, type Member, note, type ReferenceFinding, type World } from './world.js';

/** Neighbours, among a subject's recorded events that trigger `issue` or `end` rules, that only their names order. */
export async function simultaneousTriggers(frame: Frame): Promise<ReferenceFinding[]> {
  const events = await visible(frame);
  const triggers = events.filter((event) => event.issued === undefined && triggersForward(event, frame.world));
  const findings: ReferenceFinding[] = [];
  for (const [at, second] of triggers.entries()) {
    const first = triggers.slice(0, at).findLast((event) => event.subject === second.subject);
    if (first !== undefined && (await isOrderedByName(first, second, frame))) {
      findings.push(simultaneous(first, second));
    }
  }
  return findings;
}

/** The two last (first) members of a `latest` (`first`), and any neighbours in a decay, that only their names order, where their values differ. */
export async function noteSimultaneous(
  reduce: MeasureModel['reduce'],
  members: readonly Member[],
  frame: Frame,
): Promise<void> {
  if (reduce === 'latest') await noteOrder(members.at(-2), members.at(-1), frame);
  if (reduce === 'first') await noteOrder(members[0], members[1], frame);
  if (typeof reduce === 'object' && reduce.kind === 'decay')
    for (const [at, member] of members.entries()) await noteOrder(members[at - 1], member, frame);
}

async function noteOrder(one: Member | undefined, other: Member | undefined, frame: Frame): Promise<void> {
  const [first, second] = [one?.frame.event, other?.frame.event];
  if (first === undefined || second === undefined || isSameValue(one, other)) return;
  if (await isOrderedByName(first, second, frame)) note(frame.world, simultaneous(first, second));
}

/** Two events of which one stands before or behind the other by their names alone, where it counts which. */
export async function noteTie(
  one: Happening,
  other: Happening,
  order: readonly Happening[],
  frame: Frame,
): Promise<void> {
  if (one === other || !(await isOrderedByName(one, other, frame))) return;
  const isFirst = order.indexOf(one) < order.indexOf(other);
  note(frame.world, isFirst ? simultaneous(one, other) : simultaneous(other, one));
}

function simultaneous(first: Happening, second: Happening): ReferenceFinding {
  const subject = first.subject === second.subject ? first.subject || null : null;
  return { code: 'simultaneous', subject, facts: { first: first.id, second: second.id } };
}

function triggersForward(event: Happening, world: World): boolean {
  return allEditions(world).some((edition) =>
    [...edition.rules.values()].some(
      ({ effect, on, at }) =>
        (effect.kind === 'issue' || effect.kind === 'end') &&
        at === undefined &&
        on.kind === 'events' &&
        on.types.includes(event.type),
    ),
  );
}

function isSameValue(a: Member | undefined, b: Member | undefined): boolean {
  const [left, right] = [a?.value, b?.value];
  if (left === undefined || right === undefined || isList(left) || isList(right)) return false;
  return same(left, right);
}
