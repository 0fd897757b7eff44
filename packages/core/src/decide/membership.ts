import type { LedgerEvent } from '../model/ledger.js';
import type { ProcedurePlan } from '../model/plan-procedure.js';
import { idOf, type Scene } from './scene.js';

/** Whether the event at hand is of the case: it carries the key, or names an event of the case where its type has none. */
export function isOfCase({ model }: ProcedurePlan, id: string, before: readonly LedgerEvent[], scene: Scene): boolean {
  return [...model.steps.values()].some(({ event, names }) => {
    if (event !== scene.hand?.type) return false;
    if (names.kind === 'case') return idOf(scene.own(model.case)) === id;
    return names.links.some(({ field, step }) => {
      const named = scene.own(field);
      const type = model.steps.get(step)?.event;
      return before.some((one) => one.type === type && one.event.id === named);
    });
  });
}
