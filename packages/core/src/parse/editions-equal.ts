import { isJsonArray, isJsonObject } from '../model/json.js';
import { child } from '../model/problem.js';
import type { EditionModel, EventTypeModel } from '../model/rubric.js';
import type { Report } from './report.js';

/** What a ledger is joined by must be the same in all editions, or an event would mean two things. */
export function sayDifferences(first: EditionModel, edition: EditionModel, report: Report): void {
  const say = (what: string, at: string, found: string, expected: string): void => {
    if (found !== expected)
      report.add('edition-differs', at, { what, edition: edition.edition, first: first.edition, found, expected });
  };
  say('subject', '/subject', edition.subject, first.subject);
  say('period', '/period', edition.period?.key ?? '', first.period?.key ?? '');
  for (const name of new Set([...first.keys.keys(), ...edition.keys.keys()])) {
    say(`keys.${name}`, child('/keys', name), edition.keys.get(name)?.type ?? '', first.keys.get(name)?.type ?? '');
  }
  for (const type of new Set([...first.events.keys(), ...edition.events.keys()])) {
    const at = child('/vocabulary/events', type);
    const mine = edition.events.get(type);
    const theirs = first.events.get(type);
    say('registers', child(at, 'registers'), String(mine?.registers ?? false), String(theirs?.registers ?? false));
    if (mine !== undefined && theirs !== undefined) {
      say('appliesBy', child(at, 'appliesBy'), mine.appliesBy?.text ?? '', theirs.appliesBy?.text ?? '');
      say('becomes', child(at, 'becomes'), becomes(mine), becomes(theirs));
    }
  }
  for (const [name, mine] of edition.procedures) {
    const theirs = first.procedures.get(name);
    const at = child('/procedures', name);
    if (theirs === undefined) continue;
    say(`procedures.${name}.case`, child(at, 'case'), mine.case, theirs.case);
    say(`procedures.${name}.actor`, child(at, 'actor'), mine.actor, theirs.actor);
  }
  const { rules = [] } = edition.document;
  const names = isJsonArray(rules) ? rules.map((rule) => (isJsonObject(rule) ? rule.name : undefined)) : [];
  for (const rule of edition.rules.values()) {
    const other = first.rules.get(rule.name);
    const at = `/rules/${names.indexOf(rule.name)}/appliesBy`;
    if (other !== undefined) say('appliesBy', at, appliesBy(rule), appliesBy(other));
  }
}

function appliesBy({
  appliesBy: by,
}: {
  readonly appliesBy: 'lenient' | { readonly text: string } | undefined;
}): string {
  return typeof by === 'object' ? by.text : (by ?? '');
}

function becomes({ becomes: to }: EventTypeModel): string {
  if (to === undefined) return '';
  const data = [...to.data].map(([name, { text }]) => `${name} = ${text}`).sort();
  return [to.type, ...data].join(', ');
}
