import type { Sight, Witness } from '../model/analysis.js';
import type { Formula } from '../model/expr.js';
import { cmp, type Num, printNum } from '../model/num.js';
import { child } from '../model/problem.js';
import type { RuleModel } from '../model/rubric.js';
import { type Box, overlap, remainder } from './box.js';
import { conditionExpr } from './condition-expr.js';
import { boxesOf } from './normal-form.js';
import type { Suspect } from './suspect.js';
import type { World } from './world.js';

/** Limits that contradict each other for one event, and limits that another one always goes beyond. */
export function suspectLimits(world: World): readonly Suspect[] {
  const limits = [...world.edition.rules.values()].flatMap((rule, index) => limitOf(world, rule, index));
  return limits.flatMap((one) =>
    limits.flatMap((other) => (one === other ? [] : [...crossing(world, one, other), ...idle(world, one, other)])),
  );
}

interface Limit {
  readonly rule: RuleModel;
  readonly index: number;
  readonly types: readonly string[];
  readonly indicator: string;
  readonly max: Num | undefined;
  readonly min: Num | undefined;
  readonly boxes: readonly Box[];
}

/** One whose bounds are literals. */
function limitOf(world: World, rule: RuleModel, index: number): readonly Limit[] {
  const { effect, on, when } = rule;
  if (effect.kind !== 'limit' || on.kind !== 'events' || rule.appliesBy !== undefined) return [];
  const boxes = boxesOf(conditionExpr(when), world.domain(on.types));
  const [max, min] = [literal(effect.max), literal(effect.min)];
  if (boxes === undefined || max === 'formula' || min === 'formula') return [];
  return [{ rule, index, types: on.types, indicator: effect.indicator, max, min, boxes }];
}

function literal(formula: Formula | undefined): Num | undefined | 'formula' {
  if (formula === undefined) return undefined;
  const { expr } = formula;
  const negative = expr.kind === 'unary' && expr.op === '-' ? expr.of : undefined;
  if (negative?.kind === 'literal' && typeof negative.value === 'number') return 0 - negative.value;
  return expr.kind === 'literal' && typeof expr.value !== 'string' && typeof expr.value !== 'boolean'
    ? expr.value
    : 'formula';
}

function isOrdered({ rule: a }: Limit, { rule: b }: Limit): boolean {
  return [...a.unless, ...a.overrides].includes(b.name) || [...b.unless, ...b.overrides].includes(a.name);
}

/** The floor of one lies above the ceiling of the other. */
function crossing(world: World, floor: Limit, ceiling: Limit): readonly Suspect[] {
  const { min } = floor;
  const { max } = ceiling;
  if (floor.indicator !== ceiling.indicator || min === undefined || max === undefined || cmp(min, max) <= 0) return [];
  if (isOrdered(floor, ceiling)) return [];
  return shared(world, floor, ceiling, {
    code: 'limits-cross',
    facts: {
      indicator: floor.indicator,
      floor: floor.rule.name,
      ceiling: ceiling.rule.name,
      min: printNum(min),
      max: printNum(max),
    },
  });
}

/** The other one holds whenever this one does, and is as strict; of two that are alike, the later one is idle. */
function idle(world: World, one: Limit, other: Limit): readonly Suspect[] {
  if (one.indicator !== other.indicator || isOrdered(one, other) || !isFree(world, other)) return [];
  if (!one.types.every((type) => other.types.includes(type)) || one.boxes.length === 0) return [];
  const [max, min] = [bound(one.max, other.max, 1), bound(one.min, other.min, -1)];
  const isAlike = max === 'same' && min === 'same';
  if (max === 'stricter' || min === 'stricter' || (isAlike && one.index < other.index)) return [];
  if (one.boxes.some((box) => (remainder(box, other.boxes)?.length ?? 1) > 0)) return [];
  return shared(world, one, other, {
    code: 'limit-idle',
    facts: { rule: one.rule.name, other: other.rule.name, indicator: one.indicator },
  });
}

function bound(own: Num | undefined, other: Num | undefined, direction: 1 | -1): 'same' | 'idle' | 'stricter' {
  if (own === undefined) return other === undefined ? 'same' : 'idle';
  if (other === undefined) return 'stricter';
  const order = cmp(own, other) * direction;
  return order === 0 ? 'same' : order > 0 ? 'idle' : 'stricter';
}

function isFree({ edition }: World, { rule }: Limit): boolean {
  return (
    rule.unless.length === 0 && ![...edition.rules.values()].some(({ overrides }) => overrides.includes(rule.name))
  );
}

function shared(
  world: World,
  one: Limit,
  other: Limit,
  { code, facts }: Pick<Suspect, 'code' | 'facts'>,
): readonly Suspect[] {
  const both = one.boxes.flatMap((box) => other.boxes.flatMap((against) => overlap(box, against) ?? []));
  const types = one.types.filter((type) => other.types.includes(type));
  if (both.length === 0 || types.length === 0) return [];
  const rules = [one.rule.name, other.rule.name];
  return [
    {
      code,
      pointer: child('/rules', one.index),
      names: rules,
      facts,
      witnesses: () => holding(world, types, both, rules),
    },
  ];
}

function* holding(
  world: World,
  types: readonly string[],
  boxes: readonly Box[],
  rules: readonly string[],
): Generator<Witness> {
  const { stories, lens } = world;
  const sight: Sight = { kind: 'rules-together', rules, holds: true, trigger: '' };
  for (const type of types) {
    for (const box of boxes) {
      const values = stories.variations.inside(type, box);
      if (values !== undefined) yield { events: stories.told(type, [values]), lens, sight };
    }
    for (const events of stories.about([type])) yield { events, lens, sight };
  }
}
