import type { EventEffect } from '../model/event-fate.js';
import type { LedgerEvent } from '../model/ledger.js';
import type { Session } from './replay.js';
import { type Fates, ruleNamed, ruleReason } from './trace-fate.js';

/** The rules that hold for an event, and all the same end or void nothing by it. */
export function vainEffects({ reader, leftOut }: Session, fates: Fates, ord: number): readonly EventEffect[] {
  const { columns } = reader;
  const event = columns.event(ord);
  const isThere = (ref: string): boolean => fates.told(ref) !== undefined;
  const rulings = leftOut.vain.filter((one) => one.event === event && (one.isBarred || !one.meanings.some(isThere)));
  return [
    ...rulings.map(({ rule, meanings: [own], isBarred }): EventEffect => {
      const named = own === undefined ? null : asNamed(own, event);
      return {
        kind: 'vain',
        does: 'void',
        rule: rule === undefined ? null : ruleReason(reader, rule),
        named,
        because: named === null ? 'unnamed' : isBarred ? 'ruling' : 'absent',
      };
    }),
    ...columns.vainEnds
      .filter(({ by }) => by === ord)
      .map(
        ({ rule, named = null, because }): EventEffect => ({
          kind: 'vain',
          does: 'end',
          rule: ruleNamed(reader, rule, columns.effectiveOf(ord)),
          named,
          because,
        }),
      ),
  ];
}

/** Without the source of the ruling itself. */
function asNamed(ref: string, { event: { source } }: LedgerEvent): string {
  return ref.startsWith(`${source}#`) ? ref.slice(source.length + 1) : ref;
}
