import type { Condition } from '../model/expr.js';
import { child } from '../model/problem.js';
import type { RuleModel } from '../model/rubric.js';
import { ruleWhereAt } from './condition-short.js';
import { ALWAYS, conditionAt, type Placed } from './condition-tree.js';
import type { RuleDocument } from './document-rule.js';
import { formulaAt } from './formula.js';
import { keyScope, opened, type Scope, withEvent, withKeys } from './formula-scope.js';
import { sayOlder } from './older-forms.js';
import { effectAt } from './resolve-effect.js';
import { typesAt } from './resolve-measure.js';
import { eventsOf, type Pass, standingKeys } from './world.js';

export interface RuleRead {
  readonly model: RuleModel;
  readonly pointer: string;
  readonly scope: Scope;
  /** Where the tests of its condition are written. */
  readonly places: ReadonlyMap<Condition, string>;
}

/** One rule: its trigger says what its formulas may name. */
export function resolveRule(document: RuleDocument, pointer: string, pass: Pass): RuleRead {
  const on = triggerOf(document, child(pointer, 'on'), pass);
  const trigger = triggerScope(on, pass);
  const members = membersOf(document, on, pointer, pass);
  const scope = members === undefined ? opened(trigger) : withKeys(trigger, members);
  const when = whenOf(document, pointer, scope, pass);
  sayPlace(document, on, pointer, pass);
  const { at, appliesBy } = document;
  return {
    pointer,
    scope,
    places: when.places,
    model: {
      name: document.name,
      examples: document.examples ?? [],
      title: document.title,
      basis: document.basis,
      on,
      for: document.for,
      at:
        at === undefined ? undefined : formulaAt(pass, at, child(pointer, 'at'), trigger, ['date', 'instant']).formula,
      when: when.condition,
      unless: document.unless ?? [],
      overrides: document.overrides ?? [],
      appliesBy:
        appliesBy === undefined || appliesBy === 'lenient'
          ? appliesBy
          : formulaAt(pass, appliesBy, child(pointer, 'appliesBy'), trigger, ['date']).formula,
      effect: effectAt(document.event, child(pointer, 'event'), on, scope, pass),
    },
  };
}

function triggerOf({ on }: RuleDocument, pointer: string, pass: Pass): RuleModel['on'] {
  if (typeof on !== 'string') return { kind: 'events', types: typesAt(on, pointer, pass) };
  const { events, standings, broken } = pass.world;
  if (standings.has(on)) return { kind: 'standing', standing: on };
  sayOlder(on, pointer, pass);
  if (!events.has(on) && !broken.has(on)) {
    pass.report.add('trigger-unknown', pointer, {
      name: on,
      nearest: pass.report.near(on, [...events.keys(), ...standings.keys()]),
    });
  }
  return { kind: 'events', types: [on] };
}

/** The trigger's own names: an event's fields, or the keys of a row. */
function triggerScope(on: RuleModel['on'], pass: Pass): Scope {
  if (on.kind === 'events') return withEvent(keyScope([]), eventsOf(pass.world, on.types));
  const keys = standingKeys(pass.world, on.standing);
  return keys.length === 0 ? opened(keyScope([])) : keyScope(keys);
}

/** The keys of the members that the rule is tried for. */
function membersOf(
  document: RuleDocument,
  on: RuleModel['on'],
  pointer: string,
  pass: Pass,
): readonly string[] | undefined {
  const { world, report } = pass;
  if (document.for === undefined) return [];
  const cohort = world.cohorts.get(document.for);
  const at = child(pointer, 'for');
  if (cohort === undefined && !world.broken.has(document.for)) {
    report.add('cohort-unknown', at, {
      name: document.for,
      nearest: pass.report.near(document.for, world.cohorts.keys()),
    });
  }
  const effect = document.event.type;
  if (effect === 'give' || effect === 'limit' || effect === 'void') report.add('effect-for', at, { effect });
  else if (on.kind === 'standing') report.add('standing-for', at, {});
  return cohort && [cohort.of, ...cohort.each];
}

/** The short form first, then the tree: a guard in the short form holds for the tree. */
function whenOf(document: RuleDocument, pointer: string, scope: Scope, pass: Pass): Placed {
  const short =
    document.where === undefined ? undefined : ruleWhereAt(document.where, child(pointer, 'where'), pass, scope);
  const tree =
    document.conditions === undefined
      ? undefined
      : conditionAt(document.conditions, child(pointer, 'conditions'), pass, scope);
  const places = new Map([...(short?.places ?? []), ...(tree?.places ?? [])]);
  const of = [short?.condition, tree?.condition].filter((condition) => condition !== undefined && condition !== ALWAYS);
  const [only] = of;
  const condition: Condition =
    of.length === 1 && only !== undefined ? only : { kind: 'all', of: of.flatMap((one) => one ?? []) };
  return { condition, places };
}

function sayPlace(document: RuleDocument, on: RuleModel['on'], pointer: string, pass: Pass): void {
  const { report } = pass;
  const effect = document.event.type;
  const { name } = document;
  if (document.priority !== undefined) report.add('condition-priority', child(pointer, 'priority'), {});
  if (document.at !== undefined && effect !== 'issue' && effect !== 'end')
    report.add('effect-at', child(pointer, 'at'), { effect });
  if (on.kind === 'standing' && effect !== 'consequence')
    report.add('effect-on-standing', child(pointer, 'event'), { effect, standing: on.standing });
  if (document.basis !== undefined) return;
  report.add(
    effect === 'limit' || effect === 'void' ? 'rule-without-basis' : 'rule-basis-advised',
    child(pointer, 'basis'),
    { name, effect },
  );
}
