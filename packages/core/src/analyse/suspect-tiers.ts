import type { Sight, Witness } from '../model/analysis.js';
import type { Expr } from '../model/expr.js';
import { printNum } from '../model/num.js';
import { child } from '../model/problem.js';
import type { RuleModel } from '../model/rubric.js';
import type { Box } from './box.js';
import { conditionExpr } from './condition-expr.js';
import { boxesOf } from './normal-form.js';
import { join, meet, type NumberSet, type Span, whole, without } from './number-set.js';
import type { Suspect } from './suspect.js';
import { onLine, type ValueSet } from './value-set.js';
import type { World } from './world.js';

/** Rules that give points to one indicator by stretches of one field, and leave something out or count something twice. */
export function suspectTiers(world: World): readonly Suspect[] {
  const groups = new Map<string, Tier[]>();
  [...world.edition.rules.values()].forEach((rule, index) => {
    const tier = tierOf(world, rule, index);
    if (tier !== undefined) groups.set(tier.group, [...(groups.get(tier.group) ?? []), tier]);
  });
  return [...groups.values()].flatMap((tiers) => [...overlaps(world, tiers), ...gaps(world, tiers)]);
}

/** One rule as a stretch of a field. */
interface Tier {
  readonly rule: RuleModel;
  readonly pointer: string;
  /** Alike for rules that differ in nothing but their stretches. */
  readonly group: string;
  readonly read: Extract<Expr, { kind: 'field' }>;
  readonly spans: NumberSet;
  /** What else must hold. */
  readonly rest: Box;
}

function tierOf(world: World, rule: RuleModel, index: number): Tier | undefined {
  const { on, effect, when } = rule;
  if (effect.kind !== 'give' || on.kind !== 'events' || rule.appliesBy !== undefined) return undefined;
  const [box, more] = boxesOf(conditionExpr(when), world.declared(on.types)) ?? [];
  if (box === undefined || more !== undefined) return undefined;
  const stretches = [...box].filter(
    ([, { read, set }]) => read.kind === 'field' && read.type === 'number' && set.kind === 'line',
  );
  const [[key, side] = []] = stretches;
  if (stretches.length !== 1 || key === undefined || side?.read.kind !== 'field' || side.set.kind !== 'line')
    return undefined;
  const rest = new Map([...box].filter(([other]) => other !== key));
  const others = [...rest].map(([other, { set }]) => [other, setKey(set)]).sort();
  const group = JSON.stringify([[...on.types].sort(), effect.to, key, others]);
  return { rule, pointer: child('/rules', index), group, read: side.read, spans: side.set.spans, rest };
}

function setKey(set: ValueSet): string {
  return set.kind === 'line' ? set.spans.map(spanText).join() : `${set.but} ${[...set.names].sort().join()}`;
}

/** Of two stretches that cross, neither holds the other: of two of which one does, the wider may be meant to count as well. */
function overlaps(world: World, tiers: readonly Tier[]): readonly Suspect[] {
  return tiers.flatMap((one, index) =>
    tiers.slice(index + 1).flatMap((other) => {
      const shared = meet(one.spans, other.spans);
      const isPart = (a: Tier, b: Tier): boolean => meet(a.spans, without(b.spans)).length === 0;
      if (shared.length === 0 || isPart(one, other) || isPart(other, one) || areOrdered(one.rule, other.rule))
        return [];
      return [suspectOf(world, 'rules-overlap', [one, other], other.pointer, shared)];
    }),
  );
}

function areOrdered(a: RuleModel, b: RuleModel): boolean {
  return [...a.unless, ...a.overrides].includes(b.name) || [...b.unless, ...b.overrides].includes(a.name);
}

/** What lies between stretches, but nothing between one whole number and the next where all bounds are whole. */
function gaps(world: World, tiers: readonly Tier[]): readonly Suspect[] {
  const [first] = tiers;
  if (first === undefined || tiers.length < 2) return [];
  const all = tiers.map(({ spans }) => spans).reduce(join);
  const inner = without(all).filter(({ low, high }) => low !== undefined && high !== undefined);
  const left = inner.filter((span) => !(isWhole(span) && whole([span]).length === 0));
  return left.length === 0 ? [] : [suspectOf(world, 'rules-gap', tiers, first.pointer, left)];
}

function isWhole({ low, high }: Span): boolean {
  return typeof low === 'number' && typeof high === 'number';
}

function suspectOf(
  world: World,
  code: 'rules-overlap' | 'rules-gap',
  tiers: readonly Tier[],
  pointer: string,
  spans: NumberSet,
): Suspect {
  const rules = tiers.map(({ rule }) => rule.name);
  const [first] = tiers;
  const sight: Sight = { kind: 'rules-together', rules, holds: code === 'rules-overlap', trigger: '' };
  return {
    code,
    pointer,
    names: rules,
    facts: { rules: rules.join(', '), field: first?.read.name ?? '', values: spans.map(spanText).join(', ') },
    witnesses: () => (first === undefined ? [] : inside(world, first, spans, sight)),
  };
}

function* inside(world: World, { rule, read, rest }: Tier, spans: NumberSet, sight: Sight): Generator<Witness> {
  const { stories, lens } = world;
  for (const type of rule.on.kind === 'events' ? rule.on.types : []) {
    const values = stories.variations.inside(type, new Map([...rest, ['', { read, set: onLine(spans) }]]));
    if (values !== undefined) yield { events: stories.told(type, [values]), lens, sight };
  }
}

function spanText({ low, high, lowOpen, highOpen }: Span): string {
  const [from, to] = [low, high].map((bound) => (bound === undefined ? '∞' : printNum(bound)));
  return from === to ? `${from}` : `${lowOpen ? ']' : '['}${from}, ${to}${highOpen ? '[' : ']'}`;
}
