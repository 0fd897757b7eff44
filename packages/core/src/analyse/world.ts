import type { ExampleEvents } from '../model/example.js';
import type { Expr } from '../model/expr.js';
import type { Lens } from '../model/lens.js';
import type { EditionModel, FieldModel, RubricModel } from '../model/rubric.js';
import { Feeds } from './feeds.js';
import { anyOf, type Domain } from './normal-form.js';
import { NOWHERE } from './range-scope.js';
import { Ranges } from './ranges.js';
import { recordedRange } from './recorded-range.js';
import type { Slot } from './slot.js';
import { slotsOf } from './slots.js';
import { Stories, type Story } from './stories.js';
import { named, onLine, type ValueSet } from './value-set.js';
import { Variations } from './variations.js';

/** What all who look for faults in one edition ask. */
export class World {
  readonly slots: readonly Slot[];
  readonly feeds: Feeds;
  readonly stories: Stories;
  readonly ranges: Ranges;
  /** Looks at a ledger by this edition alone. */
  readonly lens: Lens;

  constructor(
    readonly model: RubricModel,
    readonly edition: EditionModel,
  ) {
    this.slots = slotsOf(edition);
    this.feeds = new Feeds(edition, this.slots);
    const rules = model.editions.flatMap((one) => [...one.rules.values()]);
    this.ranges = new Ranges(
      edition,
      rules,
      (types) => this.declared(types),
      (type, field) => recordedRange(model, type, field),
    );
    const variations = new Variations(edition, this.slots, (types) => this.domain(types));
    this.stories = new Stories(edition, variations);
    this.lens = model.editions.length === 1 ? {} : { edition: edition.edition };
  }

  /** Ledgers with events that a place hangs on. */
  storiesAbout({ owner, types }: Pick<Slot, 'owner' | 'types'>): Generator<Story> {
    const { kind, name } = owner;
    const { rules, indicators, standings } = this.edition;
    switch (kind) {
      case 'rule':
        return this.#told([...types, ...this.feeds.rule(name)], rules.get(name)?.examples);
      case 'indicator':
        return this.#told([...this.feeds.indicator(name)], indicators.get(name)?.examples);
      case 'standing':
        return this.#told([...this.feeds.standing(name)], standings.get(name)?.examples);
      case 'field':
      case 'cohort':
        return this.#told([...types, ...this.#readers(types)], []);
    }
  }

  #told(types: readonly string[], examples: readonly ExampleEvents[] = []): Generator<Story> {
    return this.stories.about([...new Set(types)], examples);
  }

  /** Types that what reads events of these types reads too. */
  #readers(types: readonly string[]): readonly string[] {
    const feeds = [...this.edition.rules.keys()].map((name) => this.feeds.rule(name));
    const read = [...this.edition.indicators.keys()].map((name) => this.feeds.indicator(name));
    return [...feeds, ...read].filter((all) => types.some((type) => all.has(type))).flatMap((all) => [...all]);
  }

  /** What values may be where events of these types are in scope. */
  domain(types: readonly string[]): Domain {
    return (read) => {
      if (read.type !== 'number') return this.#declared(read, types);
      return onLine([this.ranges.of(read, { ...NOWHERE, types })], this.#isCount(read));
    };
  }

  /** The same by what is declared alone, whatever is computed. */
  declared(types: readonly string[]): Domain {
    return (read) => this.#declared(read, types);
  }

  #declared(read: Expr, types: readonly string[]): ValueSet {
    if (read.kind === 'standing' && read.part === 'band') return this.#bands(read.name);
    return read.kind === 'field' ? this.#field(read, types) : anyOf(read);
  }

  #bands(standing: string): ValueSet {
    return named(...(this.edition.standings.get(standing)?.bands.map(({ id }) => id) ?? []));
  }

  #isCount(read: Expr): boolean {
    const indicator = read.kind === 'indicator' ? this.edition.indicators.get(read.name) : undefined;
    const { body, map = [], otherwise } = indicator ?? {};
    return body?.kind === 'measure' && body.reduce === 'count' && map.length === 0 && otherwise === undefined;
  }

  #field(read: Extract<Expr, { kind: 'field' }>, types: readonly string[]): ValueSet {
    const fields = types.flatMap((type) => this.edition.events.get(type)?.fields.get(read.name) ?? []);
    return fields.length > 0 && fields.every(isClosed)
      ? named(...fields.flatMap(({ choices }) => choices))
      : anyOf(read);
  }
}

/** Whether it is one of the choices that are listed. */
function isClosed({ kind, is }: FieldModel): boolean {
  return kind === 'choice' && is === undefined;
}
