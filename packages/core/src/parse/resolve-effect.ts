import type { Formula } from '../model/expr.js';
import { child } from '../model/problem.js';
import type { EffectModel, RuleModel, TargetModel } from '../model/rubric.js';
import { whereAt } from './condition-formula.js';
import type { EffectDocument, TargetDocument } from './document-rule.js';
import { formulaAt } from './formula.js';
import { boundKeys, isOpen, type Scope } from './formula-scope.js';
import type { ValueType } from './formula-words.js';
import { eachAt } from './resolve-each.js';
import { issueAt } from './resolve-issue.js';
import type { IndicatorHead, Pass } from './world.js';

/** What a rule does, typed against the vocabulary and the indicators. */
export function effectAt(
  effect: EffectDocument,
  pointer: string,
  on: RuleModel['on'],
  scope: Scope,
  pass: Pass,
): EffectModel {
  const at = child(pointer, 'params');
  const ask = (
    slot: string | number | boolean | undefined,
    key: string,
    wanted: readonly ValueType[],
  ): Formula | undefined =>
    slot === undefined ? undefined : formulaAt(pass, slot, child(at, key), scope, wanted).formula;
  switch (effect.type) {
    case 'give': {
      const { to, points } = effect.params;
      sayGiven(to, child(at, 'to'), scope, pass);
      return { kind: 'give', to, points: formulaAt(pass, points, child(at, 'points'), scope, ['number']).formula };
    }
    case 'limit': {
      const { indicator, max, min } = effect.params;
      sayLimited(indicator, child(at, 'indicator'), pass);
      if (max === undefined && min === undefined) pass.report.add('limit-empty', at, { indicator });
      return { kind: 'limit', indicator, max: ask(max, 'max', ['number']), min: ask(min, 'min', ['number']) };
    }
    case 'void':
      return { kind: 'void', what: targetAt(effect.params, at, scope, pass) };
    case 'end':
      return { kind: 'end', what: targetAt(effect.params, at, scope, pass), as: effect.params.as };
    case 'issue': {
      const { type, each, where, fields = {}, consumes = [] } = effect.params;
      const items = each === undefined ? undefined : eachAt(each, child(at, 'each'), scope, pass);
      const inside = items?.scope ?? scope;
      return {
        kind: 'issue',
        type,
        each: items?.each,
        where: where === undefined ? undefined : whereAt(where, child(at, 'where'), pass, inside),
        fields: issueAt(type, fields, at, on, inside, pass),
        consumes: consumes.map((target, index) => ({
          what: targetAt(target, child(child(at, 'consumes'), index), scope, pass),
          as: target.as,
        })),
      };
    }
    case 'consequence': {
      const { what, title, to = 'subject', authority, recommendation = false } = effect.params;
      const amount = ask(effect.params.amount, 'amount', ['number']);
      return {
        kind: 'consequence',
        what,
        title,
        to,
        authority,
        amount,
        due: ask(effect.params.due, 'due', ['date']),
        recommendation,
      };
    }
  }
}

/** Either the reference of one event, or the members that an indicator takes. */
function targetAt(target: TargetDocument, pointer: string, scope: Scope, pass: Pass): TargetModel {
  const { event, items } = target;
  if ((event === undefined) === (items === undefined))
    pass.report.add('target-one', pointer, { found: event === undefined ? 0 : 2 });
  if (items === undefined) {
    const ref = formulaAt(pass, event ?? "''", child(pointer, 'event'), scope, ['text']).formula;
    return { kind: 'event', ref };
  }
  sayItems(items, child(pointer, 'items'), scope, pass);
  return { kind: 'items', indicator: items };
}

function sayItems(name: string, pointer: string, scope: Scope, pass: Pass): void {
  const head = indicatorAt(name, pointer, pass);
  if (head === undefined) return;
  if (head.document.of?.kind !== 'events') pass.report.add('items-not-events', pointer, { name });
  const bound = boundKeys(scope);
  for (const key of head.per) {
    if (bound.has(key) || pass.world.broken.has(key) || isOpen(scope)) continue;
    const facts = { indicator: name, key, bound: [...bound].join(', '), piece: name, column: 1 };
    pass.report.add('unbound-key', pointer, facts);
  }
}

/** Points go to an indicator that takes them, and the trigger must say to which of its keys. */
function sayGiven(name: string, pointer: string, scope: Scope, pass: Pass): void {
  const head = indicatorAt(name, pointer, pass);
  if (head === undefined) return;
  if (head.document.of?.kind !== 'given') {
    pass.report.add('give-target', pointer, { name });
    return;
  }
  const bound = boundKeys(scope);
  for (const key of head.per) {
    if (bound.has(key) || pass.world.broken.has(key) || isOpen(scope)) continue;
    pass.report.add('give-keys', pointer, { name, key, types: scope.event?.types.join(', ') ?? '' });
  }
}

function sayLimited(name: string, pointer: string, pass: Pass): void {
  indicatorAt(name, pointer, pass);
  const type = pass.world.types.indicators.get(name);
  if (type !== undefined && type !== 'number') pass.report.add('limit-type', pointer, { name, found: type });
}

function indicatorAt(name: string, pointer: string, pass: Pass): IndicatorHead | undefined {
  const { world, report } = pass;
  const head = world.indicators.get(name);
  if (head === undefined && !world.broken.has(name)) {
    report.add('indicator-unknown', pointer, { name, nearest: pass.report.near(name, world.indicators.keys()) });
  }
  return head;
}
