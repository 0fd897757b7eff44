import type { Expr } from '../model/expr.js';
import type { Lens } from '../model/lens.js';
import type { EditionModel, FieldModel, RubricModel } from '../model/rubric.js';
import { Feeds } from './feeds.js';
import { anyOf, type Domain } from './normal-form.js';
import type { Slot } from './slot.js';
import { slotsOf } from './slots.js';
import { Stories } from './stories.js';
import { named, type ValueSet } from './value-set.js';
import { Variations } from './variations.js';

/** What all who look for faults in one edition ask. */
export class World {
  readonly slots: readonly Slot[];
  readonly feeds: Feeds;
  readonly stories: Stories;
  /** Looks at a ledger by this edition alone. */
  readonly lens: Lens;

  constructor(
    readonly model: RubricModel,
    readonly edition: EditionModel,
  ) {
    this.slots = slotsOf(edition);
    this.feeds = new Feeds(edition, this.slots);
    const variations = new Variations(edition, this.slots, (types) => this.domain(types));
    this.stories = new Stories(edition, variations);
    this.lens = model.editions.length === 1 ? {} : { edition: edition.edition };
  }

  /** What values may be where events of these types are in scope. */
  domain(types: readonly string[]): Domain {
    return (read) => (read.kind === 'field' ? this.#field(read, types) : anyOf(read));
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
