import type { CauseSearch } from './cause-search.js';
import { eventChange } from './event-changes.js';
import type { Change, FindingChange, FindingTold, HappenedChange } from './model/difference.js';
import type { StateEnded } from './model/event-fate.js';
import type { CardEntry } from './model/outcome.js';
import type { Outcome } from './outcome.js';
import { refOf } from './replay/ref.js';
import { issuedBy } from './replay/trace-effects.js';

type Side = keyof Change<unknown>;

/** Tells of events that outcomes show as cards or findings: what issued or ended them, or keeps them out on one side. */
export class ShownEvents {
  private readonly refs: Change<ReadonlyMap<string, string>>;

  constructor(private readonly search: CauseSearch) {
    this.refs = { before: refsOf(search.before), after: refsOf(search.after) };
  }

  cardHappened(before: CardEntry | null, after: CardEntry | null): HappenedChange {
    const card = after ?? before;
    const happened = card === null ? null : this.happened(after === null ? 'before' : 'after', card.id, card.type);
    if (happened === null) throw new Error('a card is an event');
    return happened;
  }

  finding({ finding, there }: FindingChange): FindingTold {
    const happened = this.happened(there ? 'after' : 'before', String(finding.facts.id ?? ''), finding.code);
    return { finding, there, happened };
  }

  private happened(has: Side, id: string, type: string): HappenedChange | null {
    const { fates } = this.search;
    const other: Side = has === 'after' ? 'before' : 'after';
    const ref = this.refs[has].get(nameOf(id, type));
    const event = ref === undefined ? undefined : fates[has].told(ref);
    if (ref === undefined || event === undefined) return null;
    const isAlone = fates[other].of(ref).kind !== 'counts';
    const lost = isAlone ? eventChange(event, other, fates) : undefined;
    const ended = { before: this.endOf('before', ref), after: this.endOf('after', ref) };
    const enders = SIDES.flatMap((side) => {
      const by = ended[side]?.by;
      return (by && eventChange(by, side === 'before' ? 'after' : 'before', fates)) ?? [];
    });
    const events = [...(lost === undefined ? [] : [lost]), ...enders];
    return { event, issuedBy: isAlone ? this.issuedBy(has, ref) : null, ended, events };
  }

  private issuedBy(side: Side, ref: string): HappenedChange['issuedBy'] {
    const fates = this.search.fates[side];
    const ord = fates.placeOf(ref);
    return ord === undefined ? null : issuedBy(this.search[side].session, fates, ord);
  }

  private endOf(side: Side, ref: string): StateEnded | null {
    const fate = this.search.fates[side].of(ref);
    return fate.kind === 'counts' ? fate.ended : null;
  }
}

const SIDES = ['before', 'after'] as const;

/** The full references of the events that may be cards or findings, by id and type. */
function refsOf({ session: { reader } }: Outcome): ReadonlyMap<string, string> {
  const refs = new Map<string, string>();
  for (const [type, { card, finding }] of reader.editionAt(reader.asOf).model.events) {
    if (card === undefined && !finding) continue;
    for (const ord of reader.view.ofType(type)) {
      const event = reader.event(ord);
      refs.set(nameOf(event.event.id, type), refOf(event));
    }
  }
  return refs;
}

function nameOf(id: string, type: string): string {
  return JSON.stringify([id, type]);
}
