import type { EventEffect, EventReason, RuleReason } from '../model/event-fate.js';
import { rulesHeld } from './hits.js';
import { refOf } from './ref.js';
import type { Session } from './replay.js';
import { closedEffects } from './trace-closing.js';
import { type Fates, ruleNamed, ruleReason } from './trace-fate.js';
import { vainEffects } from './trace-vain.js';

/** What an event that counts set off: what it issued, ended and voided, and the limits and consequences that rest on it. */
export function effectsOf(session: Session, fates: Fates, ord: number): readonly EventEffect[] {
  const { reader, leftOut } = session;
  const { columns } = reader;
  const effects: EventEffect[] = [];
  const rule = (name: string): RuleReason | null => ruleNamed(reader, name, columns.effectiveOf(ord));
  for (const [issued, by] of columns.derivedBy) {
    const event = by.trigger === ord ? fates.told(refOf(columns.event(issued))) : undefined;
    if (event !== undefined) effects.push({ kind: 'issued', rule: rule(by.rule), event });
  }
  for (const [ended, end] of columns.endedAt) {
    const event =
      end.by === ord && ended !== ord && end.at <= reader.asOf ? fates.told(refOf(columns.event(ended))) : undefined;
    if (event !== undefined) effects.push({ kind: 'ended', rule: rule(end.rule), event, as: end.as });
  }
  for (const [ref, rulings] of leftOut.voids) {
    for (const ruling of rulings) {
      const event = ruling.event === columns.event(ord) ? fates.told(ref) : undefined;
      const by = ruling.rule === undefined ? null : ruleReason(reader, ruling.rule);
      if (event !== undefined) effects.push({ kind: 'voided', rule: by, event });
    }
  }
  for (const held of rulesHeld(reader, ord)) {
    const { kind } = held.effect;
    if (kind === 'limit' || kind === 'consequence') effects.push({ kind, rule: ruleReason(reader, held) });
  }
  return [...effects, ...vainEffects(session, fates, ord), ...closedEffects(session, fates, ord)];
}

/** Of an issued event: the rule, and what set it off. */
export function issuedBy({ reader }: Session, fates: Fates, ord: number): EventReason['issuedBy'] {
  const by = reader.columns.derivedBy.get(ord);
  const rule = by && ruleNamed(reader, by.rule, reader.effective(ord));
  const trigger = by && fates.told(refOf(reader.event(by.trigger)));
  return rule == null || trigger === undefined ? null : { rule, trigger };
}
