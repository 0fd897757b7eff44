import { type Expr, within } from '../model/expr.js';
import type {
  DomainModel,
  EditionModel,
  MeasureModel,
  RuleModel,
  SourceModel,
  StandingModel,
} from '../model/rubric.js';
import type { Slot } from './slot.js';

/** Everything that may come out otherwise because of events of a type, by name. */
export interface Touched {
  readonly types: ReadonlySet<string>;
  readonly cohorts: ReadonlySet<string>;
  readonly indicators: ReadonlySet<string>;
  readonly standings: ReadonlySet<string>;
  readonly rules: ReadonlySet<string>;
}

type Found = { readonly [part in keyof Touched]: Set<string> };

/** Who reads what. Made once, and asked for each type. */
export class Readers {
  readonly #slots: readonly Read[];

  constructor(
    readonly edition: EditionModel,
    /** With the versions that other editions have of them. */
    readonly rules: readonly RuleModel[],
    slots: readonly Slot[],
  ) {
    this.#slots = slots.map(({ owner, types, expr }) => ({ owner, types, names: within(expr).flatMap(nameRead) }));
  }

  /** Follows what reads the events, and what reads that, until nothing more is found. */
  of(type: string): Touched {
    const found: Found = {
      types: new Set([type]),
      cohorts: new Set(),
      indicators: new Set(),
      standings: new Set(),
      rules: new Set(),
    };
    let before = -1;
    while (before < sizeOf(found)) {
      before = sizeOf(found);
      this.#follow(found);
    }
    return found;
  }

  #follow(found: Found): void {
    const { cohorts, indicators, standings } = this.edition;
    for (const slot of this.#slots) if (isRead(slot, found)) found[PARTS[slot.owner.kind]].add(slot.owner.name);
    for (const { name, event } of cohorts.values()) if (found.types.has(event)) found.cohorts.add(name);
    for (const { name, body, map } of indicators.values()) {
      const isRanked = map.some((step) => step.kind === 'rank' && found.cohorts.has(step.among));
      if (isRanked || (body.kind === 'measure' && isSourceTouched(body.of, found))) found.indicators.add(name);
    }
    for (const standing of standings.values()) if (isTableTouched(standing, found)) found.standings.add(standing.name);
    for (const rule of this.rules) this.#followRule(rule, found);
  }

  /** From a trigger, or from what it gathers, to what it acts on. */
  #followRule({ name, on, effect, for: cohort, unless, overrides }: RuleModel, found: Found): void {
    const targets =
      effect.kind === 'issue'
        ? effect.consumes.map(({ what }) => what)
        : 'what' in effect && typeof effect.what === 'object'
          ? [effect.what]
          : [];
    const isTriggered =
      on.kind === 'events' ? on.types.some((type) => found.types.has(type)) : found.standings.has(on.standing);
    const isGathering = targets.some((target) => target.kind === 'items' && found.indicators.has(target.indicator));
    const isAfter = unless.some((other) => found.rules.has(other));
    if (isTriggered || isGathering || isAfter || (cohort !== undefined && found.cohorts.has(cohort)))
      found.rules.add(name);
    if (!found.rules.has(name)) return;
    for (const other of overrides) found.rules.add(other);
    if (effect.kind === 'give') found.indicators.add(effect.to);
    if (effect.kind === 'limit') found.indicators.add(effect.indicator);
    if (effect.kind === 'issue') found.types.add(effect.type);
    // What is ended or voided may be of any type.
    if (targets.length > 0) for (const type of this.edition.events.keys()) found.types.add(type);
  }
}

type Name = readonly ['indicators' | 'standings', string];

function nameRead(expr: Expr): readonly Name[] {
  if (expr.kind === 'indicator') return [['indicators', expr.name]];
  return expr.kind === 'standing' ? [['standings', expr.name]] : [];
}

interface Read extends Pick<Slot, 'owner' | 'types'> {
  readonly names: readonly Name[];
}

const PARTS: Readonly<Record<Slot['owner']['kind'], keyof Touched>> = {
  field: 'types',
  cohort: 'cohorts',
  indicator: 'indicators',
  standing: 'standings',
  rule: 'rules',
};

function sizeOf(found: Found): number {
  return Object.values(found).reduce((size, names) => size + names.size, 0);
}

function isRead({ types, names }: Read, found: Found): boolean {
  return types.some((type) => found.types.has(type)) || names.some(([part, name]) => found[part].has(name));
}

function isTableTouched({ among, by, awards, bands }: StandingModel, found: Found): boolean {
  const chains = [
    by,
    ...awards.flatMap((award) => [award.by, award.edgeKeys]),
    ...bands.map(({ edgeKeys }) => edgeKeys),
  ];
  const blocks = chains.flat().filter((step) => step.kind === 'among');
  return found.cohorts.has(among) || blocks.some(({ types }) => types.some((type) => found.types.has(type)));
}

function isSourceTouched(of: SourceModel, found: Found): boolean {
  switch (of.kind) {
    case 'events':
      return of.types.some((type) => found.types.has(type));
    case 'each':
      return isDomainTouched(of.domain, found) || ('kind' in of.value && isMeasureTouched(of.value, found));
    case 'parts':
      return of.parts.some(({ indicator }) => found.indicators.has(indicator));
    case 'given':
      return false;
  }
}

function isMeasureTouched({ of }: MeasureModel, found: Found): boolean {
  return isSourceTouched(of, found);
}

function isDomainTouched(domain: DomainModel, found: Found): boolean {
  switch (domain.kind) {
    case 'sources':
      return domain.types.some((type) => found.types.has(type));
    case 'events':
      return found.types.has(domain.type);
    case 'cohort':
      return found.cohorts.has(domain.cohort);
    case 'values':
    case 'range':
      return false;
  }
}
