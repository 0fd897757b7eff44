import { tryExplain } from './explain.js';
import { ruleHits } from './hits.js';
import { parseEvents } from './ledger.js';
import type { Sight, Witness } from './model/analysis.js';
import { denominator, lt, parsePrinted } from './model/num.js';
import type { Hit, Row } from './model/outcome.js';
import type { Outcome } from './outcome.js';
import { tryReplay } from './replay.js';
import type { Rubric } from './rubric.js';
import { supposeRubric } from './suppose.js';
import { differingIn, lacksSomething } from './witness-differs.js';

/** Whether the fault that a witness tells of shows when its events are judged by the rubric. */
export function bites(rubric: Rubric, witness: Witness): boolean {
  return new Eyes(rubric).see(witness) !== undefined;
}

/** Judges the ledgers of witnesses, each list of events once for each way of looking. */
export class Eyes {
  readonly #outcomes = new WeakMap<Witness['events'], Map<string, Outcome | undefined>>();
  readonly #rubrics = new Map<string, Rubric | undefined>();
  /** What the ledgers judged so far have cost, by their events and the parts of the rubric. */
  cost = 0;
  readonly #weight: number;

  constructor(readonly rubric: Rubric) {
    const [first] = rubric.model.editions;
    this.#weight = (first?.indicators.size ?? 0) + (first?.rules.size ?? 0) + (first?.events.size ?? 0);
  }

  /** What is seen, with the subject that it was seen of; undefined where it is not to be seen. */
  see({ events, lens, against, sight }: Witness): Sight | undefined {
    const outcome = this.#judged(events, lens);
    if (outcome !== undefined && sight.kind === 'differs' && sight.isLost && !lacksSomething(outcome)) return undefined;
    const other = against === undefined ? undefined : this.#judged(against.events, against.lens);
    if (outcome === undefined || (against !== undefined && other === undefined)) return undefined;
    return seenIn(sight, outcome, other ?? outcome);
  }

  #judged(events: Witness['events'], lens: Witness['lens']): Outcome | undefined {
    const known = this.#outcomes.get(events) ?? new Map<string, Outcome | undefined>();
    this.#outcomes.set(events, known);
    const key = JSON.stringify(lens);
    if (!known.has(key)) known.set(key, this.#judge(events, lens));
    return known.get(key);
  }

  #judge(events: Witness['events'], lens: Witness['lens']): Outcome | undefined {
    this.cost += this.#weight * (events.length + 4);
    const { rubric: overlay, ...suppose } = lens.suppose ?? {};
    const rubric = this.#supposed(overlay);
    if (rubric === undefined) return undefined;
    const ledger = parseEvents(rubric, events);
    const outcome = ledger.ok ? tryReplay(ledger.value, rubric, { ...lens, suppose }) : ledger;
    return outcome.ok ? outcome.value : undefined;
  }

  /** A rubric is checked anew for each overlay, which takes much longer than to judge by it. */
  #supposed(overlay: NonNullable<Witness['lens']['suppose']>['rubric']): Rubric | undefined {
    if (overlay === undefined) return this.rubric;
    const key = JSON.stringify(overlay);
    if (!this.#rubrics.has(key)) {
      this.cost += this.#weight * OVERLAY;
      const supposed = supposeRubric(this.rubric, { suppose: { rubric: overlay } });
      this.#rubrics.set(key, supposed.ok ? supposed.value : undefined);
    }
    return this.#rubrics.get(key);
  }
}

/** To check a rubric anew takes as long as to judge so many events by it. */
const OVERLAY = 100;

function seenIn(sight: Sight, outcome: Outcome, other: Outcome): Sight | undefined {
  switch (sight.kind) {
    case 'rule-tried':
      return isTried(sight, ruleHits(outcome)) ? sight : undefined;
    case 'rule-never':
      return isNever(sight, ruleHits(outcome)) ? sight : undefined;
    case 'band':
      return about(
        sight,
        rowsOf(outcome, sight.standing).find(
          (row) => row.rank !== null && row.band === sight.band && (row.band !== null || fitsNone(outcome, sight, row)),
        ),
      );
    case 'bands-both':
      return about(
        sight,
        rowsOf(outcome, sight.standing).find(
          ({ subject, band }) =>
            band === sight.bands[0] &&
            rowsOf(other, sight.standing).some((row) => row.subject === subject && row.band === sight.bands[1]),
        ),
      );
    case 'awards':
      return about(
        sight,
        rowsOf(outcome, sight.standing).find(({ awards }) => sight.awards.every((award) => awards.includes(award))),
      );
    case 'rules-together':
      return together(sight, ruleHits(outcome));
    case 'value-above':
      return above(sight, outcome);
    case 'value-long':
      return long(sight, outcome);
    case 'values':
      return withValues(sight, outcome);
    case 'differs':
      return differingIn(sight, outcome, other);
    case 'award-missed':
      return about(
        sight,
        rowsOf(outcome, sight.standing).find(({ rank, awards }) => rank !== null && !awards.includes(sight.award)),
      );
    case 'finding':
      return hasFinding(sight, outcome) ? sight : undefined;
  }
}

function about<S extends Sight>(sight: S, row: Row | undefined): S | undefined {
  return row === undefined ? undefined : { ...sight, subject: row.subject };
}

function rowsOf({ standings }: Outcome, standing: string): readonly Row[] {
  return standings.filter(({ id }) => id === standing).flatMap(({ rows }) => rows);
}

function isTried({ rule, holds }: Extract<Sight, { kind: 'rule-tried' }>, hits: readonly Hit[]): boolean {
  const own = hits.filter((hit) => hit.rule === rule);
  return holds ? own.some((hit) => hit.holds) : own.length > 0 && own.every((hit) => !hit.holds);
}

function isNever({ rule, before }: Extract<Sight, { kind: 'rule-never' }>, hits: readonly Hit[]): boolean {
  const own = hits.filter((hit) => hit.rule === rule);
  const isBarred = ({ trigger, member }: Hit): boolean =>
    hits.some((hit) => before.includes(hit.rule) && hit.trigger === trigger && hit.member === member && hit.holds);
  const isShown = before.length === 0 ? own.length > 0 : own.some(({ holds }) => holds);
  return isShown && own.every((hit) => !hit.holds || isBarred(hit));
}

function together(sight: Extract<Sight, { kind: 'rules-together' }>, hits: readonly Hit[]): Sight | undefined {
  const [first] = sight.rules;
  const triggers = hits.filter(({ rule }) => rule === first).map(({ trigger }) => trigger);
  const trigger = triggers.find((one) =>
    sight.rules.every((rule) =>
      hits.some((hit) => hit.rule === rule && hit.trigger === one && hit.holds === sight.holds),
    ),
  );
  return trigger === undefined ? undefined : { ...sight, trigger };
}

function above(sight: Extract<Sight, { kind: 'value-above' }>, { subjects }: Outcome): Sight | undefined {
  const limit = parsePrinted(sight.limit);
  for (const [subject, { indicators }] of Object.entries(subjects)) {
    const { value = null, members = [] } = indicators[sight.indicator] ?? {};
    for (const shown of [value, ...members.map((member) => member.value)]) {
      const number = typeof shown === 'string' ? parsePrinted(shown) : undefined;
      if (number !== undefined && limit !== undefined && lt(limit, number))
        return { ...sight, subject, value: String(shown) };
    }
  }
  return undefined;
}

/** More digits than a handful of steps would need if each were rounded. */
const LONG = 7;

function long(sight: Extract<Sight, { kind: 'value-long' }>, { subjects }: Outcome): Sight | undefined {
  for (const [subject, { indicators }] of Object.entries(subjects)) {
    const { value = null, members = [] } = indicators[sight.indicator] ?? {};
    for (const shown of [value, ...members.map((member) => member.value)]) {
      const number = typeof shown === 'string' ? parsePrinted(shown) : undefined;
      const digits = number === undefined ? 0 : String(denominator(number)).length;
      if (digits >= LONG) return { ...sight, subject, digits };
    }
  }
  return undefined;
}

function withValues(sight: Extract<Sight, { kind: 'values' }>, { subjects }: Outcome): Sight | undefined {
  const found = Object.entries(subjects).find(([, { indicators }]) =>
    sight.indicators.every((name) => indicators[name] !== undefined),
  );
  return found && { ...sight, subject: found[0] };
}

/** Whether the row has no band because it meets the conditions of none, and not for want of places or knowledge. */
function fitsNone(outcome: Outcome, { standing }: { readonly standing: string }, { subject }: Row): boolean {
  const told = tryExplain(outcome, { subject, standing, depth: 0 });
  if (!told.ok || told.value.kind !== 'place') return false;
  const { missed } = told.value.place.band;
  return missed.length > 0 && missed.every(({ because }) => because === 'conditions');
}

function hasFinding({ code, facts }: Extract<Sight, { kind: 'finding' }>, { findings }: Outcome): boolean {
  return findings.some(
    (finding) => finding.code === code && Object.entries(facts).every(([name, value]) => finding.facts[name] === value),
  );
}
