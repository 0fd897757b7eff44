import { type Expr, within } from '../model/expr.js';
import type { DomainModel, EditionModel, MeasureModel, RuleModel, SourceModel } from '../model/rubric.js';
import type { Slot } from './slot.js';

/** Everything that may come out otherwise because of events of a type. */
export interface Touched {
  readonly types: ReadonlySet<string>;
  readonly indicators: ReadonlySet<string>;
  readonly standings: ReadonlySet<string>;
  readonly rules: ReadonlySet<string>;
}

/** Follows what reads the events, and what reads that, until nothing more is found. */
export function touchedBy(edition: EditionModel, slots: readonly Slot[], type: string): Touched {
  const found = {
    types: new Set([type]),
    indicators: new Set<string>(),
    standings: new Set<string>(),
    rules: new Set<string>(),
  };
  let before = -1;
  while (before < sizeOf(found)) {
    before = sizeOf(found);
    for (const slot of slots) if (readsAny(slot, found)) addOwner(slot.owner, found);
    for (const { name, body, map } of edition.indicators.values()) {
      const ranks = map.some((step) => step.kind === 'rank' && isCohortTouched(edition, step.among, found));
      if (ranks || (body.kind === 'measure' && isMeasureTouched(body, edition, found))) found.indicators.add(name);
    }
    for (const { name, among } of edition.standings.values())
      if (isCohortTouched(edition, among, found)) found.standings.add(name);
    for (const rule of edition.rules.values()) followRule(rule, edition, found);
  }
  return found;
}

interface Found {
  readonly types: Set<string>;
  readonly indicators: Set<string>;
  readonly standings: Set<string>;
  readonly rules: Set<string>;
}

function sizeOf({ types, indicators, standings, rules }: Found): number {
  return types.size + indicators.size + standings.size + rules.size;
}

function readsAny({ expr, types }: Slot, found: Found): boolean {
  return types.some((type) => found.types.has(type)) || isReadTouched(expr, found);
}

function isReadTouched(expr: Expr, found: Found): boolean {
  return within(expr).some(
    (part) =>
      (part.kind === 'indicator' && found.indicators.has(part.name)) ||
      (part.kind === 'standing' && found.standings.has(part.name)),
  );
}

function addOwner({ kind, name }: Slot['owner'], found: Found): void {
  switch (kind) {
    case 'field':
      found.types.add(name);
      return;
    case 'indicator':
      found.indicators.add(name);
      return;
    case 'standing':
      found.standings.add(name);
      return;
    case 'rule':
      found.rules.add(name);
      return;
    case 'cohort':
      return;
  }
}

function isCohortTouched({ cohorts }: EditionModel, name: string, found: Found): boolean {
  return found.types.has(cohorts.get(name)?.event ?? '');
}

function isMeasureTouched({ of }: MeasureModel, edition: EditionModel, found: Found): boolean {
  return isSourceTouched(of, edition, found);
}

function isSourceTouched(of: SourceModel, edition: EditionModel, found: Found): boolean {
  switch (of.kind) {
    case 'events':
      return of.types.some((type) => found.types.has(type));
    case 'each':
      return (
        isDomainTouched(of.domain, edition, found) || ('kind' in of.value && isMeasureTouched(of.value, edition, found))
      );
    case 'parts':
      return of.parts.some(({ indicator }) => found.indicators.has(indicator));
    case 'given':
      return false;
  }
}

function isDomainTouched(domain: DomainModel, edition: EditionModel, found: Found): boolean {
  switch (domain.kind) {
    case 'sources':
      return domain.types.some((type) => found.types.has(type));
    case 'events':
      return found.types.has(domain.type);
    case 'cohort':
      return isCohortTouched(edition, domain.cohort, found);
    case 'values':
    case 'range':
      return false;
  }
}

/** From a trigger, or from what it gathers, to what it acts on. */
function followRule({ name, on, effect, for: cohort, unless }: RuleModel, edition: EditionModel, found: Found): void {
  const isTriggered =
    on.kind === 'events' ? on.types.some((type) => found.types.has(type)) : found.standings.has(on.standing);
  const targets =
    effect.kind === 'issue'
      ? effect.consumes.map(({ what }) => what)
      : effect.kind === 'end' || effect.kind === 'void'
        ? [effect.what]
        : [];
  const gathers = targets.some((target) => target.kind === 'items' && found.indicators.has(target.indicator));
  const isFanned = cohort !== undefined && isCohortTouched(edition, cohort, found);
  if (isTriggered || gathers || isFanned || unless.some((other) => found.rules.has(other))) found.rules.add(name);
  if (!found.rules.has(name)) return;
  if (effect.kind === 'give') found.indicators.add(effect.to);
  if (effect.kind === 'limit') found.indicators.add(effect.indicator);
  if (effect.kind === 'issue') found.types.add(effect.type);
  // What is ended or voided may be of any type.
  if (targets.length > 0) for (const type of edition.events.keys()) found.types.add(type);
}
