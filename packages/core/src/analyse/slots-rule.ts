import type { EffectModel, RuleModel, TargetModel } from '../model/rubric.js';
import { conditionExpr } from './condition-expr.js';
import { Place, type Slot } from './slot.js';

/** Conditions are written as `where`, `conditions` or both; what is said of them is said of the rule. */
export function ruleSlots(rule: RuleModel, pointer: string): readonly Slot[] {
  const types = rule.on.kind === 'events' ? rule.on.types : [];
  const owner = { kind: 'rule', name: rule.name } as const;
  const when = conditionExpr(rule.when);
  const place = new Place(owner, pointer, types, when);
  return [
    { pointer, expr: when, types, given: undefined, owner },
    ...new Place(owner, pointer, types).slot('at', rule.at),
    ...(rule.appliesBy === 'lenient' ? [] : new Place(owner, pointer, types).slot('appliesBy', rule.appliesBy)),
    ...effectSlots(rule.effect, place.at('event', 'params')),
  ];
}

function effectSlots(effect: EffectModel, place: Place): readonly Slot[] {
  switch (effect.kind) {
    case 'give':
      return place.slot('points', effect.points);
    case 'issue':
      return [
        ...place.slot('where', effect.where),
        ...[...effect.fields].flatMap(([name, formula]) => place.at('fields').slot(name, formula)),
        ...effect.consumes.flatMap(({ what }, index) => targetSlots(what, place.at('consumes', index))),
      ];
    case 'end':
    case 'void':
      return targetSlots(effect.what, place);
    case 'limit':
      return [...place.slot('max', effect.max), ...place.slot('min', effect.min)];
    case 'consequence':
      return [...place.slot('amount', effect.amount), ...place.slot('due', effect.due)];
  }
}

function targetSlots(target: TargetModel, place: Place): readonly Slot[] {
  switch (target.kind) {
    case 'event':
      return place.slot('event', target.ref);
    case 'items':
      return [];
  }
}
