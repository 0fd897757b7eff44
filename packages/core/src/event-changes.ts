import type { Cause, Change, EventChange } from './model/difference.js';
import type { ReasonEvent } from './model/explanation.js';
import type { Fates } from './replay/trace-fate.js';

/** What became of the events that a cause names on the side where they are no members, or bring no limit about. */
export function eventChanges(cause: Omit<Cause, 'events'>, fates: Change<Fates>): readonly EventChange[] {
  const changes = new Map<string, EventChange>();
  for (const { event, side } of lacking(cause)) {
    const ref = `${event.source}#${event.id}`;
    const change = changes.has(ref) ? undefined : eventChange(event, side, fates);
    if (change !== undefined) changes.set(ref, change);
  }
  return [...changes.values()];
}

type Lacking = Pick<EventChange, 'event' | 'side'>;

function lacking({ members, steps }: Omit<Cause, 'events'>): readonly Lacking[] {
  const limits = (['before', 'after'] as const).flatMap((at) =>
    steps[at].flatMap((step): readonly Lacking[] =>
      step.kind === 'limit' ? [{ event: step.event, side: at === 'before' ? 'after' : 'before' }] : [],
    ),
  );
  const gone = members.flatMap(({ event, there }): readonly Lacking[] =>
    event === null || there.before === there.after ? [] : [{ event, side: there.before ? 'after' : 'before' }],
  );
  return [...gone, ...limits];
}

/** What became of an event on the side that lacks it. Nothing where it counts on both sides, in the same state: then what became of it is not why. */
export function eventChange(event: ReasonEvent, side: Lacking['side'], fates: Change<Fates>): EventChange | undefined {
  const of = `${event.source}#${event.id}`;
  const [lacks, has] = side === 'before' ? [fates.before, fates.after] : [fates.after, fates.before];
  let ref = of;
  let fate = lacks.of(ref);
  for (let by = has.triggerOf(ref); fate.kind === 'absent' && by !== undefined; by = has.triggerOf(ref)) {
    ref = by;
    fate = lacks.of(ref);
  }
  if (fate.kind === 'counts') {
    const other = has.of(ref);
    if (fate.ended === null || (other.kind === 'counts' && other.ended?.as === fate.ended.as)) return undefined;
  }
  const told = ref === of ? event : (has.told(ref) ?? event);
  return { of: { source: event.source, id: event.id }, side, event: told, fate };
}
