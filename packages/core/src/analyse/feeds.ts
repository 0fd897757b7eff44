import { type Expr, within } from '../model/expr.js';
import type { DomainModel, EditionModel, MeasureModel, SourceModel } from '../model/rubric.js';
import { conditionExpr } from './condition-expr.js';
import type { Slot } from './slot.js';

/** Which event types anything of an edition hangs on, however far away, in the order in which they are met. */
export class Feeds {
  readonly #ofIndicator = new Map<string, ReadonlySet<string>>();
  readonly #ofStanding = new Map<string, ReadonlySet<string>>();
  readonly #ofType = new Map<string, ReadonlySet<string>>();

  constructor(
    readonly edition: EditionModel,
    readonly slots: readonly Slot[],
  ) {}

  indicator(name: string): ReadonlySet<string> {
    return closed(this.#ofIndicator, name, () => {
      const found = new Set<string>();
      const body = this.edition.indicators.get(name)?.body;
      if (body?.kind === 'measure') this.#measure(body, name, found);
      this.#slots('indicator', name, found);
      for (const rule of this.edition.rules.values()) {
        const { effect } = rule;
        const acts = effect.kind === 'give' ? effect.to === name : effect.kind === 'limit' && effect.indicator === name;
        if (acts) addAll(found, this.rule(rule.name));
      }
      return found;
    });
  }

  standing(name: string): ReadonlySet<string> {
    return closed(this.#ofStanding, name, () => {
      const found = new Set<string>();
      this.#slots('standing', name, found);
      return found;
    });
  }

  rule(name: string): ReadonlySet<string> {
    const rule = this.edition.rules.get(name);
    const found = new Set<string>();
    if (rule === undefined) return found;
    if (rule.on.kind === 'events') for (const type of rule.on.types) addAll(found, this.type(type));
    else addAll(found, this.standing(rule.on.standing));
    this.expr(conditionExpr(rule.when), found);
    return found;
  }

  /** A type, and those of the triggers of rules that issue it. */
  type(type: string): ReadonlySet<string> {
    return closed(this.#ofType, type, () => {
      const found = new Set([type]);
      for (const { on, effect } of this.edition.rules.values()) {
        if (effect.kind !== 'issue' || effect.type !== type || on.kind !== 'events') continue;
        for (const trigger of on.types) addAll(found, this.type(trigger));
      }
      return found;
    });
  }

  expr(expr: Expr, found: Set<string>): void {
    for (const part of within(expr)) {
      if (part.kind === 'indicator') addAll(found, this.indicator(part.name));
      if (part.kind === 'standing') addAll(found, this.standing(part.name));
    }
  }

  #slots(kind: 'indicator' | 'standing', name: string, found: Set<string>): void {
    for (const { owner, expr } of this.slots) {
      if (owner.kind === kind && owner.name === name) this.expr(expr, found);
    }
  }

  #measure({ of, take: { window } }: MeasureModel, name: string, found: Set<string>): void {
    for (const pick of [window?.after, window?.before]) if (pick !== undefined) this.expr(pick, found);
    this.#source(of, name, found);
  }

  #source(of: SourceModel, name: string, found: Set<string>): void {
    switch (of.kind) {
      case 'events':
        for (const type of of.types) addAll(found, this.type(type));
        return;
      case 'each':
        for (const type of domainTypes(of.domain, this.edition)) addAll(found, this.type(type));
        if ('kind' in of.value) this.#measure(of.value, name, found);
        return;
      case 'parts':
        for (const { indicator } of of.parts) addAll(found, this.indicator(indicator));
        return;
      case 'given':
        return;
    }
  }
}

function domainTypes(domain: DomainModel, { cohorts }: EditionModel): readonly string[] {
  switch (domain.kind) {
    case 'sources':
      return domain.types;
    case 'events':
      return [domain.type];
    case 'cohort':
      return [cohorts.get(domain.cohort)?.event ?? []].flat();
    case 'values':
    case 'range':
      return [];
  }
}

/** What leads back to where it came from adds nothing more. */
function closed(
  known: Map<string, ReadonlySet<string>>,
  name: string,
  make: () => ReadonlySet<string>,
): ReadonlySet<string> {
  const found = known.get(name);
  if (found !== undefined) return found;
  known.set(name, new Set());
  const made = make();
  known.set(name, made);
  return made;
}

function addAll(to: Set<string>, from: ReadonlySet<string>): void {
  for (const one of from) to.add(one);
}
