import type { CloudEvent } from '../model/event.js';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../model/json.js';
import { objectAt } from './edition.js';
import type { Tape } from './tape.js';

export const DECIDED = 'meritlog.consequence.decided';

/** Decides on what the rules of a rubric state, or might. */
export class DecisionMaker {
  readonly #rules: readonly JsonObject[];

  constructor(
    readonly document: JsonObject,
    readonly subjects: readonly string[],
  ) {
    const rules: readonly Json[] = isJsonArray(document.rules) ? document.rules : [];
    this.#rules = rules.filter(isJsonObject).filter((rule) => objectAt(rule, 'event').type === 'consequence');
  }

  /** Whether there is anything to decide on. */
  get any(): boolean {
    return this.#rules.length > 0;
  }

  /** On a row of a standing, or on one of the events, named by its id or in full. */
  of(tape: Tape, events: readonly CloudEvent[]): JsonObject {
    const decision = tape.pick(['confirmed', 'declined', 'executed']);
    const rule = tape.pick(this.#rules);
    const standing = objectAt(objectAt(this.document, 'standings'), String(rule.on));
    const cohort = objectAt(objectAt(this.document, 'cohorts'), String(standing.among));
    if (isJsonArray(cohort.each)) {
      const place = [...cohort.each, cohort.of].map((key) => this.#key(String(key), tape)).join('/');
      return { consequence: `${rule.name}@${place}`, decision };
    }
    const triggers = events.filter(({ type }) => type === rule.on);
    const trigger = tape.pick(triggers.length === 0 ? events : triggers);
    const member = rule.for === undefined ? '' : `/${tape.pick(this.subjects)}`;
    const id = `${rule.name}@${trigger.id}${member}`;
    return { consequence: tape.once(3) ? `${trigger.source}#${id}` : id, decision, reason: 'the board met' };
  }

  #key(key: string, tape: Tape): string {
    if (key === 'period') return String(tape.pick([2026, 2027]));
    return tape.pick(key === this.document.subject ? this.subjects : ['a', 'b']);
  }
}
