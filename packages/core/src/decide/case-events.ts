import type { Laid, LedgerEvent } from '../model/ledger.js';
import type { Plan } from '../model/plan.js';
import { refOf } from './order.js';
import { idOf, Scene } from './scene.js';
import { targetOf } from './voids.js';

/** The recorded events of every case of a procedure, by the case's id, with the rulings that are about them. */
export function casesIn(plan: Plan, procedure: string, ledger: Laid): ReadonlyMap<string, readonly LedgerEvent[]> {
  const cases = new Map<string, Set<LedgerEvent>>();
  /** By type and id, the cases that an event belongs to: two sources may use one id. */
  const byId = new Map<string, Set<string>>();
  const put = (id: string, event: LedgerEvent): boolean => {
    const [mine, name] = [within(cases, id), `${event.type} ${event.event.id}`];
    if (mine.has(event)) return false;
    mine.add(event);
    within(byId, name).add(id);
    return true;
  };
  const ways = waysIn(plan, procedure);
  for (const { event: type, key, scene } of ways) {
    if (key === undefined) continue;
    for (const event of ofType(ledger, type)) {
      const id = idOf(scene(event).own(key));
      if (id !== undefined) put(id, event);
    }
  }
  for (let grows = true; grows; ) {
    grows = false;
    for (const { event: type, links, scene } of ways) {
      for (const event of links.length === 0 ? [] : ofType(ledger, type)) {
        const named = links.flatMap((link) => [
          ...(byId.get(`${link.type} ${idOf(scene(event).own(link.field))}`) ?? []),
        ]);
        for (const id of named) grows = put(id, event) || grows;
      }
    }
  }
  const rulings = rulingsIn(ledger);
  return new Map([...cases].map(([id, events]) => [id, withRulings([...events], rulings)]));
}

function within<T>(sets: Map<string, Set<T>>, name: string): Set<T> {
  const set = sets.get(name) ?? new Set<T>();
  sets.set(name, set);
  return set;
}

interface Way {
  readonly event: string;
  /** The key that names the case; or else the fields that name other events of it. */
  readonly key: string | undefined;
  readonly links: readonly { readonly field: string; readonly type: string }[];
  readonly scene: (event: LedgerEvent) => Scene;
}

/** How the event types of the procedure name their case, in whatever edition. */
function waysIn(plan: Plan, procedure: string): readonly Way[] {
  return plan.editions.flatMap((edition) => {
    const model = edition.procedures.get(procedure)?.model;
    const scene = (event: LedgerEvent): Scene => new Scene(edition, [], event);
    return [...(model?.steps.values() ?? [])].map(({ event, names }): Way => {
      if (names.kind === 'case') return { event, key: model?.case, links: [], scene };
      const links = names.links.flatMap(({ field, step }) => {
        const type = model?.steps.get(step)?.event;
        return type === undefined ? [] : [{ field, type }];
      });
      return { event, key: undefined, links, scene };
    });
  });
}

function ofType({ byType, events }: Laid, type: string): readonly LedgerEvent[] {
  return (byType.get(type) ?? []).flatMap((ord) => events[ord] ?? []);
}

function rulingsIn(ledger: Laid): ReadonlyMap<string, ReadonlySet<LedgerEvent>> {
  const rulings = new Map<string, Set<LedgerEvent>>();
  for (const ruling of ofType(ledger, 'meritlog.event.voided')) within(rulings, targetOf(ruling)).add(ruling);
  return rulings;
}

/** Rulings about events of a case belong to it, and so do rulings about these. */
function withRulings(events: LedgerEvent[], rulings: ReturnType<typeof rulingsIn>): readonly LedgerEvent[] {
  const all = new Set(events);
  // A set walks what is added to it on the way, too.
  for (const event of all) for (const ruling of rulings.get(refOf(event)) ?? []) all.add(ruling);
  return [...all];
}
