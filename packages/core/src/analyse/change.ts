import type { Expr } from '../model/expr.js';
import type { CohortModel, RuleModel, SourceModel, StandingModel } from '../model/rubric.js';
import { type Change, type Direction, type Fate, type Place, reversed, together } from './direction.js';
import { chainDirection } from './direction-chain.js';
import { directionOf } from './direction-expr.js';
import { indicatorDirection } from './direction-indicator.js';
import { areMembersStill } from './direction-measure.js';
import { Fates } from './fates.js';
import type { Ground } from './ground.js';
import type { Ranges } from './ranges.js';
import type { Touched } from './touched.js';

/** What is changed: one more event of a type comes, or a number in one of its events is raised. */
export interface Seed {
  readonly type: string;
  readonly field: string | undefined;
}

/** Follows a change through an edition, again and again until nothing more comes of it. */
export class ChangeOf implements Change {
  readonly ranges: Ranges;
  readonly #fates: Fates;
  readonly #touched: Touched;
  /** What was found the last time, which is what circles through earlier keys read. */
  #before = new Map<string, Direction>();
  #now = new Map<string, Direction>();

  constructor(
    readonly ground: Ground,
    readonly seed: Seed,
    touched: Touched,
  ) {
    const { edition, ranges } = ground;
    this.ranges = ranges;
    this.#touched = touched;
    this.#fates = new Fates(
      edition,
      ranges.rules.filter(({ name }) => touched.rules.has(name)),
    );
    if (seed.field === undefined) this.#fates.raise(seed.type, 'more');
    for (let round = 0; round < MOST_ROUNDS && this.#goesOn(); round += 1) this.#before = this.#now;
  }

  /** Everything once more; whether that found anything new. */
  #goesOn(): boolean {
    this.#now = new Map();
    const { indicators, standings, types } = this.#touched;
    for (const name of indicators) this.indicator(name);
    for (const name of standings) this.standing(name);
    for (const type of types) if (this.#isMoved(type)) this.#fates.raise(type, 'any');
    const isNew = this.#fates.follow(this);
    return isNew || [...this.#now].some(([name, direction]) => direction !== this.#before.get(name));
  }

  /** Whether events of a type may come to another time, edition or key. */
  #isMoved(type: string): boolean {
    const { effective, appliesBy, fields } = this.ground.edition.events.get(type) ?? {};
    const dates = [effective, appliesBy].flatMap((formula) => formula ?? []);
    const keys = [...(fields?.values() ?? [])].filter(({ kind }) => kind === 'key');
    return (
      dates.some(({ expr }) => this.of(expr, at(type)) !== 'same') ||
      keys.some(({ name }) => this.field(type, name) !== 'same')
    );
  }

  before({ name, unless }: RuleModel): readonly RuleModel[] {
    const { rules } = this.ranges;
    return unless.length === 0 && !this.ground.isOverridden(name)
      ? []
      : rules.filter((other) => unless.includes(other.name) || other.overrides.includes(name));
  }

  acting(indicator: string): readonly RuleModel[] {
    return this.ground.acting(indicator);
  }

  fate(type: string): Fate {
    return this.#fates.of(type);
  }

  isStateOpen(type: string): boolean {
    return this.#fates.isStateOpen(type);
  }

  of(expr: Expr, place: Place): Direction {
    return directionOf(expr, place, this);
  }

  isSure(expr: Expr, { types }: Place): boolean {
    return this.ground.sureness.of(expr, types);
  }

  areMembersSure(of: SourceModel): boolean {
    return this.ground.sureness.members(of);
  }

  isCohortStill(name: string): boolean {
    const cohort: CohortModel | undefined = this.ground.edition.cohorts.get(name);
    if (cohort === undefined) return false;
    const { event, where } = cohort;
    return this.fate(event) === 'same' && (where === undefined || this.of(where.expr, at(event)) === 'same');
  }

  areItemsStill(name: string): boolean {
    const body = this.ground.edition.indicators.get(name)?.body;
    return body?.kind === 'measure' && areMembersStill(name, body, this);
  }

  field(type: string, name: string): Direction {
    if (this.#fates.of(type) === 'any') return 'any';
    if (type === this.seed.type && name === this.seed.field) return 'up';
    if (!this.#touched.types.has(type)) return 'same';
    return this.#once(`field ${type} ${name}`, () => {
      const is = this.ground.edition.events.get(type)?.fields.get(name)?.is;
      return is === undefined ? 'same' : this.of(is.expr, at(type));
    });
  }

  indicator(name: string): Direction {
    if (!this.#touched.indicators.has(name)) return 'same';
    return this.#once(`indicator ${name}`, () => {
      const model = this.ground.edition.indicators.get(name);
      return model === undefined || this.#fates.isLost ? 'any' : indicatorDirection(model, this);
    });
  }

  /** Whether its tables stay as they are. */
  standing(name: string): Direction {
    if (!this.#touched.standings.has(name)) return 'same';
    return this.#once(`standing ${name}`, () => {
      const model = this.ground.edition.standings.get(name);
      return model !== undefined && this.#isStill(model) ? 'same' : 'any';
    });
  }

  /** What it does to the subject's place: its total, its keys, and whether it is ranked at all. */
  place({ among, total, by, unranked }: StandingModel): Direction {
    if (this.#fates.isLost || !this.isCohortStill(among)) return 'any';
    const outside = unranked.map(({ where }) => reversed(this.of(where.expr, NOWHERE)));
    return together([this.of(total.expr, NOWHERE), chainDirection(by, this), ...outside]);
  }

  #isStill(model: StandingModel): boolean {
    if (this.place(model) !== 'same') return false;
    const formulas = [
      ...model.bands.flatMap(({ where, quota, plus }) => [where, quota, plus]),
      ...model.awards.flatMap(({ where, quota }) => [where, quota]),
    ];
    const table: Place = { ...NOWHERE, isCounted: true };
    const isFixed = formulas.every((formula) => formula === undefined || this.of(formula.expr, table) === 'same');
    const chains = [
      ...model.awards.flatMap(({ by, edgeKeys }) => [by, edgeKeys]),
      ...model.bands.map(({ edgeKeys }) => edgeKeys),
    ];
    return isFixed && chains.every((chain) => chainDirection(chain, this) === 'same');
  }

  #once(name: string, make: () => Direction): Direction {
    const known = this.#now.get(name);
    if (known !== undefined) return known;
    this.#now.set(name, this.#before.get(name) ?? 'same');
    const made = together([make(), this.#before.get(name) ?? 'same']);
    this.#now.set(name, made);
    return made;
  }
}

const NOWHERE: Place = { types: [], it: 'same' };
const MOST_ROUNDS = 12;

function at(type: string): Place {
  return { types: [type], it: 'same' };
}
