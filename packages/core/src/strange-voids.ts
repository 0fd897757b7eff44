import { lensProblem } from './lens-problem.js';
import type { Ledger } from './model/ledger.js';
import type { Plan } from './model/plan.js';
import { nearest, type Problem } from './model/problem.js';

/** Names in the `void` of a what-if that no event can have: neither a recorded one nor one that a rule issues. */
export function strangeVoids(plan: Plan, { events }: Ledger, voided: readonly string[]): readonly Problem[] {
  if (voided.length === 0) return [];
  const recorded = new Set(events.flatMap(({ event }) => [event.id, `${event.source}#${event.id}`]));
  const rules = new Set(plan.editions.flatMap((edition) => [...edition.rules.keys()]));
  return voided.flatMap((name, index) => {
    const parts = [name, name.slice(name.indexOf('#') + 1)];
    if (parts.some((part) => recorded.has(part) || isDerived(part, rules, recorded))) return [];
    const ids = [...new Set(events.map(({ event }) => event.id))].slice(0, MOST_IDS);
    const at = name.indexOf('@');
    // Of an issued event, the rule or what set it off may be misspelt.
    const near = nearest(name, ids) ?? (at < 0 ? '' : nearDerived(name, at, rules, ids));
    return [lensProblem('lens-void', `/suppose/void/${index}`, { name, near })];
  });
}

/** Guessing among all ids of a great ledger would take long. */
const MOST_IDS = 20_000;

/** `rule@trigger`, with `/member` or `#n` behind it, where the trigger may be an issued event itself. */
function isDerived(id: string, rules: ReadonlySet<string>, recorded: ReadonlySet<string>): boolean {
  const at = id.indexOf('@');
  if (at < 0 || !rules.has(id.slice(0, at))) return false;
  const rest = id.slice(at + 1);
  const ends = [...rest.matchAll(/[/#]/g)].map(({ index }) => index);
  return [rest.length, ...ends].some((end) => recorded.has(rest.slice(0, end))) || isDerived(rest, rules, recorded);
}

function nearDerived(name: string, at: number, rules: Iterable<string>, ids: readonly string[]): string {
  const [rule, rest] = [name.slice(0, at), name.slice(at + 1)];
  const [nearRule, nearId] = [nearest(rule, rules) ?? rule, ids.includes(rest) ? rest : (nearest(rest, ids) ?? rest)];
  const near = `${nearRule}@${nearId}`;
  return near === name ? '' : near;
}
