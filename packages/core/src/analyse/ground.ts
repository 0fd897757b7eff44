import type { EditionModel, RubricModel, RuleModel } from '../model/rubric.js';
import type { Ranges } from './ranges.js';
import { slotsOf } from './slots.js';
import { Sureness } from './sure.js';
import { Readers } from './touched.js';
import type { World } from './world.js';

/** What all changes of an edition have in common. */
export class Ground {
  readonly edition: EditionModel;
  readonly ranges: Ranges;
  readonly sureness: Sureness;
  readonly readers: Readers;
  readonly #overridden: ReadonlySet<string>;
  readonly #acting = new Map<string, RuleModel[]>();

  constructor(model: RubricModel, world: World) {
    this.edition = world.edition;
    this.ranges = world.ranges;
    this.sureness = new Sureness(world.edition, world.ranges, (types) => world.domain(types));
    const others = model.editions.filter((edition) => edition !== world.edition);
    const elsewhere = others.flatMap(slotsOf).filter(({ owner }) => owner.kind === 'rule');
    this.readers = new Readers(world.edition, world.ranges.rules, [...world.slots, ...elsewhere]);
    this.#overridden = new Set(world.ranges.rules.flatMap(({ overrides }) => overrides));
    for (const rule of world.ranges.rules) {
      const { effect } = rule;
      const target = effect.kind === 'give' ? effect.to : effect.kind === 'limit' ? effect.indicator : undefined;
      if (target !== undefined) this.#acting.set(target, [...(this.#acting.get(target) ?? []), rule]);
    }
  }

  isOverridden(rule: string): boolean {
    return this.#overridden.has(rule);
  }

  /** Rules that give points to an indicator, or limit it. */
  acting(indicator: string): readonly RuleModel[] {
    return this.#acting.get(indicator) ?? [];
  }
}
