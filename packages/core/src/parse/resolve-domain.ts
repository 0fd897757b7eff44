import type { Value } from '../model/expr.js';
import { parseNum, printNum } from '../model/num.js';
import { child } from '../model/problem.js';
import type { DomainModel } from '../model/rubric.js';
import { whereAt } from './condition-formula.js';
import type { DomainDocument } from './document.js';
import type { FormulaSlot } from './document-slots.js';
import { formulaAt } from './formula.js';
import { type Scope, withEvent } from './formula-scope.js';
import { numAt } from './numbers.js';
import { sayOlder } from './older-forms.js';
import { eventsOf, type Pass } from './world.js';

/** Where `each` takes the values of its key from. Without `in` the sources are found once all indicators are read. */
export function domainAt(
  document: DomainDocument | undefined,
  pointer: string,
  key: string,
  scope: Scope,
  pass: Pass,
): DomainModel {
  if (document === undefined) return { kind: 'sources', types: [] };
  switch (document.kind) {
    case 'cohort':
      sayCohort(document.cohort, key, child(pointer, 'cohort'), pass);
      return document;
    case 'range': {
      if (pass.world.keys.get(key) === 'text') pass.report.add('range-key', child(pointer, 'kind'), { key });
      const bound = (slot: FormulaSlot, name: string) =>
        formulaAt(pass, slot, child(pointer, name), scope, ['number']).formula;
      return { kind: 'range', from: bound(document.from, 'from'), to: bound(document.to, 'to') };
    }
    case 'values':
      return {
        kind: 'values',
        values: document.values.map((value, index) => keyValue(value, key, `${pointer}/values/${index}`, pass)),
      };
    case 'events': {
      const { type, list } = document;
      const { world, report } = pass;
      sayOlder(type, child(pointer, 'type'), pass);
      if (!world.events.has(type)) {
        if (!world.broken.has(type)) {
          report.add('event-type-unknown', child(pointer, 'type'), {
            type,
            nearest: pass.report.near(type, world.events.keys()),
          });
        }
      } else sayCarrier(type, list, key, pointer, pass);
      const where = document.where;
      const inner = withEvent(scope, eventsOf(world, [type]));
      return {
        kind: 'events',
        type,
        list,
        where: where === undefined ? undefined : whereAt(where, child(pointer, 'where'), pass, inner),
      };
    }
  }
}

function sayCohort(name: string, key: string, pointer: string, pass: Pass): void {
  const { world, report } = pass;
  const cohort = world.cohorts.get(name);
  if (cohort !== undefined && cohort.of !== key)
    report.add('each-cohort-key', pointer, { key, cohort: name, of: cohort.of });
  if (cohort !== undefined || world.broken.has(name)) return;
  report.add('cohort-unknown', pointer, { name, nearest: pass.report.near(name, world.cohorts.keys()) });
}

function keyValue(slot: string | number, key: string, pointer: string, pass: Pass): Exclude<Value, undefined> {
  if (pass.world.keys.get(key) === 'number') return numAt(slot, pointer, pass.report);
  return typeof slot === 'string' ? slot : printNum(parseNum(String(slot)) ?? 0);
}

/** The events must carry the key, or a list of its values. */
function sayCarrier(type: string, list: string | undefined, key: string, pointer: string, pass: Pass): void {
  const fields = pass.world.events.get(type);
  const field = fields?.get(list ?? key);
  if (pass.world.broken.has(type) || field?.type === undefined) {
    if (field !== undefined || pass.world.broken.has(type)) return;
    const facts = { type, name: list ?? key, nearest: pass.report.near(list ?? key, fields?.keys() ?? []) };
    pass.report.add('field-unknown', list === undefined ? child(pointer, 'type') : child(pointer, 'list'), facts);
  } else if (list !== undefined && field.kind !== 'list')
    pass.report.add('domain-list', child(pointer, 'list'), { name: list, type });
  else if (list !== undefined && field.type !== pass.world.keys.get(key)) {
    const facts = { key, name: list, found: field.type, expected: pass.world.keys.get(key) ?? 'text' };
    pass.report.add('domain-list-type', child(pointer, 'list'), facts);
  }
}
