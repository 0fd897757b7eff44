import type { Expr } from '../model/expr.js';
import type { EditionModel, EffectModel, MeasureModel, RuleModel, TargetModel } from '../model/rubric.js';
import type { Change, Fate } from './direction.js';
import { triggering } from './direction-rule.js';

/** What becomes of the events of each type, and of their states. */
export class Fates {
  readonly #fates = new Map<string, Fate>();
  readonly #states = new Set<string>();
  /** Whether something may be voided or kept, so that nothing can be said any more. */
  isLost = false;

  constructor(
    readonly edition: EditionModel,
    readonly rules: readonly RuleModel[],
  ) {}

  of(type: string): Fate {
    return this.isLost ? 'any' : (this.#fates.get(type) ?? 'same');
  }

  isStateOpen(type: string): boolean {
    return this.isLost || this.#states.has(type) || this.of(type) === 'any';
  }

  /** Whether that is new. */
  raise(type: string, fate: Exclude<Fate, 'same'>): boolean {
    const before = this.of(type);
    if (before === fate || before === 'any') return false;
    this.#fates.set(type, fate);
    return true;
  }

  /** What the change does by way of the rules that issue, end and void; whether any of that is new. */
  follow(change: Change): boolean {
    return this.rules.map((rule) => this.#rule(rule, change)).includes(true);
  }

  #rule(rule: RuleModel, change: Change): boolean {
    const { effect } = rule;
    if (effect.kind === 'give' || effect.kind === 'limit' || effect.kind === 'consequence') return false;
    const { holds, isMore } = triggering(rule, change);
    const isTouched = holds !== 'same' || this.#isTouched(rule, effect, change);
    if (!isTouched && !isMore) return false;
    switch (effect.kind) {
      case 'void': {
        const isNew = !this.isLost;
        this.isLost = true;
        return isNew;
      }
      case 'issue': {
        const issued = this.raise(effect.type, isTouched ? 'any' : 'more');
        return [issued, ...effect.consumes.map(({ what }) => this.#end(rule, what, isTouched))].includes(true);
      }
      case 'end':
        return this.#end(rule, effect.what, isTouched);
    }
  }

  /** Whether what the rule does for a trigger that was there may be otherwise. */
  #isTouched(
    rule: RuleModel,
    effect: Extract<EffectModel, { kind: 'issue' | 'end' | 'void' }>,
    change: Change,
  ): boolean {
    const types = rule.on.kind === 'events' ? rule.on.types : [];
    const targets = effect.kind === 'issue' ? effect.consumes.map(({ what }) => what) : [effect.what];
    const read: readonly (Expr | undefined)[] = [
      rule.at?.expr,
      ...(effect.kind === 'issue' ? [effect.where?.expr, ...[...effect.fields.values()].map(({ expr }) => expr)] : []),
      ...targets.map((target) => (target.kind === 'event' ? target.ref.expr : undefined)),
    ];
    const isMoved = read.some((expr) => expr !== undefined && change.of(expr, { types, it: 'same' }) !== 'same');
    const isGathered = targets.some((target) => target.kind === 'items' && !change.areItemsStill(target.indicator));
    return isMoved || isGathered || (rule.for !== undefined && !change.isCohortStill(rule.for));
  }

  /** A new event that ends itself changes no other. */
  #end(rule: RuleModel, what: TargetModel, isTouched: boolean): boolean {
    const own = rule.on.kind === 'events' ? rule.on.types : [];
    if (what.kind === 'items') return this.#open(this.#gathered(what.indicator));
    const isSelf = what.ref.expr.kind === 'context' && what.ref.expr.name === 'id';
    if (!isSelf) return this.#open([...this.edition.events.keys()]);
    return isTouched && this.#open(own);
  }

  #gathered(indicator: string): readonly string[] {
    const body = this.edition.indicators.get(indicator)?.body;
    return body?.kind === 'measure' ? typesOf(body) : [];
  }

  #open(types: readonly string[]): boolean {
    const fresh = types.filter((type) => !this.#states.has(type));
    for (const type of fresh) this.#states.add(type);
    return fresh.length > 0;
  }
}

function typesOf({ of }: MeasureModel): readonly string[] {
  return of.kind === 'events' ? of.types : [];
}
