import { CALLS } from './calls.js';
import { CivilDate, endOf, Moment } from './dates.js';
import { editionAt, editionOn } from './editions.js';
import { canonical, happeningsOf, identity, supposed } from './events.js';
import { passForward } from './forward.js';
import { settleLate } from './late.js';
import type { Ledger, Lens, RubricModel } from './model.js';
import { readOlderForm } from './older-forms.js';
import { simultaneousTurns } from './simultaneous.js';
import { hearRulings, type Unheard, unknownVoids } from './void.js';
import { bareFrame, emptyMemo, type Frame, type Happening, type ReferenceFinding, type World } from './world.js';

export interface Judgement {
  /** At the reading instant of the whole outcome. */
  readonly frame: Frame;
  readonly findings: readonly ReferenceFinding[];
}

/** Selects what the lens looks at, hears the rulings, cuts at `asOf` and lets time pass. */
export async function judgement(rubric: RubricModel, ledger: Ledger, lens: Lens): Promise<Judgement> {
  if (lens.suppose?.rubric !== undefined) throw new RangeError('lay the supposed rubric over the editions before');
  const { semantics } = lens;
  if (semantics !== undefined && semantics !== 1)
    throw new RangeError(`no semantics ${semantics}: this evaluator is written from that of 1`);
  const empty: World = {
    rubric,
    edition: lens.edition,
    events: [],
    course: undefined,
    recorded: undefined,
    calls: CALLS,
    memo: emptyMemo(),
    notes: new Map(),
  };
  const { events: chosen, suppressed } = selected(empty, ledger, lens);
  const events: Happening[] = [];
  for (const event of chosen) events.push(await readOlderForm(event, empty));
  const heard = await hearRulings({ ...empty, events });
  const given = lens.asOf === undefined ? undefined : instantOf(empty, lens.asOf);
  const settled = await settleLate({ ...empty, memo: emptyMemo(), events: heard.events }, given);
  const recorded: World = { ...empty, memo: emptyMemo(), events: settled.events };
  const asOf = given ?? (await latest(recorded));
  const { world, findings, turns } = await passForward(recorded, asOf, [...heard.unheard, ...suppressed]);
  const frame = bareFrame(world, editionAt(world, asOf), asOf, asOf);
  return {
    frame,
    findings: [
      ...unknownVoids(heard.unheard),
      ...settled.findings,
      ...findings,
      ...(await simultaneousTurns(turns, frame)),
    ],
  };
}

function selected(
  world: World,
  ledger: Ledger,
  lens: Lens,
): { readonly events: readonly Happening[]; readonly suppressed: readonly Unheard[] } {
  const knownAt = lens.knownAt === undefined ? Number.POSITIVE_INFINITY : instantOf(world, lens.knownAt);
  const known = happeningsOf(ledger).filter((event) => event.recorded <= knownAt);
  const added = (lens.suppose?.add ?? []).map(supposed);
  const fresh = added.filter((event) => !known.some((other) => identity(other) === identity(event)));
  const references = lens.suppose?.void ?? [];
  const all = [...known, ...fresh];
  const gone = (event: Happening) => references.some((text) => event.id === text || identity(event) === text);
  return { events: all.filter((event) => !gone(event)), suppressed: all.flatMap(suppressing(references)) };
}

/** A reference in a what-if may name a derived event of any source. */
function suppressing(references: readonly string[]): (event: Happening) => Unheard[] {
  return (event) => references.map((reference) => ({ ruling: event, source: event.source, reference }));
}

/** The latest effective time of what is left. */
async function latest(recorded: World): Promise<number> {
  const frame = bareFrame(recorded, editionAt(recorded, 0), 0, 0);
  const last = (await canonical(recorded.events, frame)).at(-1);
  return last === undefined ? 0 : recorded.calls.effective(last, frame);
}

/** An instant as written, or the last instant of a date in the zone of the edition in force on it. */
function instantOf(world: World, text: string): number {
  const date = CivilDate.parse(text);
  if (date !== undefined) return endOf(editionOn(world, date).zone, date).ms;
  const moment = Moment.parse(text);
  if (moment === undefined) throw new RangeError(`neither a date nor an RFC 3339 time with an offset: ${text}`);
  return moment.ms;
}
