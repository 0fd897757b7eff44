import type { Sight, Witness } from '../model/analysis.js';
import { child } from '../model/problem.js';
import type { RuleModel } from '../model/rubric.js';
import type { Suspect } from './suspect.js';
import type { World } from './world.js';

/** Rules that end one event at one moment, each as something else, where nothing says which goes before. */
export function suspectEnds(world: World): readonly Suspect[] {
  const ending = [...world.edition.rules.values()].flatMap((rule, index) =>
    labelsOf(rule).map((as) => ({ rule, as, pointer: child('/rules', index) })),
  );
  return ending.flatMap((one, index) =>
    ending
      .slice(index + 1)
      .filter((other) => one.as !== other.as && one.rule !== other.rule && mayMeet(one.rule, other.rule))
      .map((other) => suspectOf(world, one, other)),
  );
}

interface Ending {
  readonly rule: RuleModel;
  readonly as: string;
  readonly pointer: string;
}

function labelsOf({ effect }: RuleModel): readonly string[] {
  if (effect.kind === 'end') return [effect.as];
  return effect.kind === 'issue' ? effect.consumes.map(({ as }) => as) : [];
}

function mayMeet(a: RuleModel, b: RuleModel): boolean {
  if (a.on.kind !== 'events' || b.on.kind !== 'events') return false;
  const others = b.on.types;
  const isOrdered = [...a.unless, ...a.overrides].includes(b.name) || [...b.unless, ...b.overrides].includes(a.name);
  return !isOrdered && a.on.types.some((type) => others.includes(type));
}

function suspectOf(world: World, one: Ending, other: Ending): Suspect {
  const [first, second] = one.rule.name < other.rule.name ? [one, other] : [other, one];
  const facts = { held: first.as, refused: second.as };
  const sight: Sight = { kind: 'finding', code: 'conflicting-ends', facts };
  return {
    code: 'ends-conflict',
    pointer: other.pointer,
    names: [one.rule.name, other.rule.name],
    facts: { one: one.rule.name, other: other.rule.name, first: one.as, second: other.as },
    witnesses: () => ended(world, one.rule, other.rule, sight),
  };
}

/** Ledgers in which something triggers both. */
function* ended({ stories, feeds, lens }: World, one: RuleModel, other: RuleModel, sight: Sight): Generator<Witness> {
  const own = [one, other].flatMap(({ on }) => (on.kind === 'events' ? on.types : []));
  const types = [...new Set([...own, ...feeds.rule(one.name), ...feeds.rule(other.name)])];
  for (const events of stories.about(types, [...one.examples, ...other.examples])) yield { events, lens, sight };
}
