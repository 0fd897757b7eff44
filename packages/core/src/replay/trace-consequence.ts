import type { Instant } from '../model/calendar.js';
import type { ConsequenceReason } from '../model/explanation.js';
import type { RowConsequence } from '../model/outcome.js';
import type { ViewReader } from './reader.js';

/** What is to follow, with the rule that says so, in the edition of an instant. */
export function consequenceReason(reader: ViewReader, at: Instant, consequence: RowConsequence): ConsequenceReason {
  const rule = reader.editionAt(at).model.rules.get(consequence.rule);
  const title = rule?.effect.kind === 'consequence' ? rule.effect.title : undefined;
  return { ...consequence, title: title ?? null, ruleTitle: rule?.title ?? null, basis: rule?.basis ?? null };
}
