// Which vetoes are in force: approved by other eyes than proposed them, on a superior document, for the year.

import { YEAR } from './fold-days.js';
import { type Facts, type FlagshipEvent, fourEyes, has, text } from './fold-facts.js';

export function inForce(facts: Facts, unit: string): readonly FlagshipEvent[] {
  return facts.of('veto.approved', unit).filter((veto) => fourEyes(veto) && grounded(veto) && !facts.removed(veto.id));
}

function grounded(veto: FlagshipEvent): boolean {
  if (!['docNo', 'superiorDoc', 'validFrom', 'validTo'].every((field) => has(veto, field))) return false;
  const year = String(YEAR);
  return text(veto, 'validFrom').slice(0, 4) <= year && year <= text(veto, 'validTo').slice(0, 4);
}
