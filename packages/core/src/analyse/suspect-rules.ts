import type { Sight, Witness } from '../model/analysis.js';
import { child } from '../model/problem.js';
import type { RuleModel } from '../model/rubric.js';
import { type Box, remainder } from './box.js';
import { conditionExpr } from './condition-expr.js';
import { boxesOf } from './normal-form.js';
import type { Suspect } from './suspect.js';
import type { World } from './world.js';

/** Rules that can never hold, and rules that no example shows. */
export function suspectRules(world: World): readonly Suspect[] {
  return [...world.edition.rules.values()].flatMap((rule, index) => {
    const pointer = child('/rules', index);
    return [...neverHolds(world, rule, pointer), ...withoutExample(world, rule, pointer)];
  });
}

function neverHolds(world: World, rule: RuleModel, pointer: string): readonly Suspect[] {
  const own = boxes(world, rule);
  if (own === undefined) return [];
  const before = goingBefore(world, rule);
  const left = own.map((box) =>
    remainder(
      box,
      before.flatMap((other) => boxes(world, other) ?? []),
    ),
  );
  if (left.some((pieces) => pieces === undefined || pieces.length > 0)) return [];
  const others = own.length === 0 ? [] : before.map(({ name }) => name);
  const sight: Sight = { kind: 'rule-never', rule: rule.name, before: others };
  return [
    {
      code: 'rule-never',
      pointer,
      names: [rule.name, ...others],
      facts: { rule: rule.name, before: others.join(', ') },
      witnesses: () => tried(world, rule, sight),
    },
  ];
}

/** Rules of which one that holds keeps this one from its effect, and which nothing keeps from holding. */
function goingBefore({ edition }: World, { name, unless }: RuleModel): readonly RuleModel[] {
  const all = [...edition.rules.values()];
  const isFree = (rule: RuleModel): boolean =>
    rule.unless.length === 0 && !all.some(({ overrides }) => overrides.includes(rule.name));
  return all.filter((rule) => (unless.includes(rule.name) || rule.overrides.includes(name)) && isFree(rule));
}

function boxes(world: World, { on, when }: RuleModel): readonly Box[] | undefined {
  return boxesOf(conditionExpr(when), world.domain(on.kind === 'events' ? on.types : []));
}

function withoutExample(world: World, rule: RuleModel, pointer: string): readonly Suspect[] {
  if (rule.examples.length > 0) return [];
  const sights = [true, false].map((holds): Sight => ({ kind: 'rule-tried', rule: rule.name, holds }));
  return [
    {
      code: 'rule-without-example',
      pointer,
      names: [rule.name],
      facts: { rule: rule.name },
      witnesses: function* () {
        for (const sight of sights) yield* tried(world, rule, sight);
      },
    },
  ];
}

/** Ledgers in which something triggers the rule. */
function* tried(world: World, { name, on, examples }: RuleModel, sight: Sight): Generator<Witness> {
  const { stories, feeds, lens } = world;
  const own = on.kind === 'events' ? on.types : [];
  const types = [...new Set([...own, ...feeds.rule(name)])];
  for (const events of stories.about(types, examples)) yield { events, lens, sight };
}
