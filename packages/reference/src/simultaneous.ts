import { tiedByName } from './events.js';
import type { EditionModel, MeasureModel, RuleModel } from './model.js';
import { isList, same } from './values.js';
import { type Frame, type Happening, type Member, note, type ReferenceFinding } from './world.js';

/** What a recorded event sets off at its instant. */
export interface Turn {
  readonly event: Happening;
  /** Its own, and those of what was issued and was to end. */
  readonly subjects: Set<string>;
  /** The rules that were tried, each with the edition that it is read by. */
  readonly tried: { readonly rule: RuleModel; readonly edition: EditionModel }[];
}

export function turnOf(event: Happening): Turn {
  return { event, subjects: new Set([event.subject]), tried: [] };
}

/** Turns that follow each other for a subject, that only names order, and of which a rule of one may see the other. */
export async function simultaneousTurns(all: readonly Turn[], frame: Frame): Promise<ReferenceFinding[]> {
  const turns = all.filter(({ tried }) => tried.length > 0);
  const findings: ReferenceFinding[] = [];
  for (const [place, turn] of turns.entries()) {
    for (const subject of turn.subjects) {
      const before = turns.slice(0, place).findLast(({ subjects }) => subjects.has(subject));
      if (
        before === undefined ||
        ![...before.tried, ...turn.tried].some(({ rule, edition }) => looksRound(rule, edition))
      )
        continue;
      const tied = await tiedByName(before.event, turn.event, frame);
      if (tied !== undefined) findings.push(simultaneous(tied, subject));
    }
  }
  return findings;
}

/** Whether a rule, or an exception to it, hangs on more than its trigger, or ends what others may end too. */
function looksRound(rule: RuleModel, edition: EditionModel): boolean {
  const { effect } = rule;
  if (effect.kind === 'end' || (effect.kind === 'issue' && effect.consumes.length > 0)) return true;
  if (readings(rule.when) > 0 || (effect.kind === 'issue' && readings([effect.where, ...effect.fields.values()]) > 0))
    return true;
  return [...edition.rules.values()].some(
    (other) => (rule.unless.includes(other.name) || other.overrides.includes(rule.name)) && looksRound(other, edition),
  );
}

/** How many indicators and standings are read anywhere in a part of the model. */
function readings(part: unknown): number {
  if (typeof part !== 'object' || part === null) return 0;
  const own = 'kind' in part && (part.kind === 'indicator' || part.kind === 'standing') ? 1 : 0;
  return Object.values(part).reduce<number>((sum, each) => sum + readings(each), own);
}

/** The two last (first) members of a `latest` (`first`), and any neighbours in a decay, that only their names order, where their values differ. */
export async function noteSimultaneous(
  reduce: MeasureModel['reduce'],
  members: readonly Member[],
  frame: Frame,
): Promise<void> {
  if (reduce === 'latest') await noteOrder(members.at(-2), members.at(-1), frame);
  if (reduce === 'first') await noteOrder(members[0], members[1], frame);
  if (typeof reduce === 'object' && reduce.kind === 'decay') await noteOrders(members, frame);
}

/** Any neighbours that only names order. */
export async function noteOrders(members: readonly Member[], frame: Frame): Promise<void> {
  for (const [at, member] of members.entries()) await noteOrder(members[at - 1], member, frame);
}

export async function noteOrder(one: Member | undefined, other: Member | undefined, frame: Frame): Promise<void> {
  const [first, second] = [one?.frame.event, other?.frame.event];
  if (first === undefined || second === undefined || isSameValue(one, other)) return;
  await noteTie(first, second, frame);
}

/** Two events of which one stands before or behind the other by names alone, where it counts which. */
export async function noteTie(one: Happening, other: Happening, frame: Frame): Promise<void> {
  const tied = await tiedByName(one, other, frame);
  if (tied !== undefined) note(frame.world, simultaneous(tied, one.subject === other.subject ? one.subject : ''));
}

function simultaneous([first, second]: readonly [Happening, Happening], subject: string): ReferenceFinding {
  return { code: 'simultaneous', subject: subject || null, facts: { first: first.id, second: second.id } };
}

function isSameValue(a: Member | undefined, b: Member | undefined): boolean {
  const [left, right] = [a?.value, b?.value];
  if (left === undefined || right === undefined || isList(left) || isList(right)) return false;
  return same(left, right);
}
