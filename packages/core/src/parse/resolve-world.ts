import { child } from '../model/problem.js';
import type { TableModel } from '../model/rubric.js';
import { fieldsOf } from './common-fields.js';
import type { FieldDocument, RubricDocument } from './document.js';
import { ENGINE_TYPES } from './events-engine.js';
import { sayFault } from './formula.js';
import { type Define, namesIn } from './formula-defines.js';
import type { ScopeField } from './formula-scope.js';
import { isFault, readFormula } from './formula-syntax.js';
import type { ValueType } from './formula-words.js';
import { printedSlot } from './numbers.js';
import { olderForms } from './older-forms.js';
import { inOrder } from './order.js';
import type { Report } from './report.js';
import { calendarsOf } from './resolve-calendar.js';
import { tableOf } from './resolve-table.js';
import type { Shaped } from './shape.js';
import type { World } from './world.js';

/** What an edition declares, before any formula is checked. */
export function worldOf({ document, broken: left, rulesAt }: Shaped, read: World['read'], report: Report): World {
  const broken = new Set(left);
  const keys = new Map(Object.entries(document.keys).map(([name, key]) => [name, key.type ?? 'text'] as const));
  const { cohorts = {}, indicators = {}, standings = {}, tables = {} } = document;
  return {
    document,
    keys,
    broken,
    events: eventHeads(document, keys, broken, report),
    becomes: olderForms(document),
    calendars: calendarsOf(document, report),
    defines: definesOf(document, broken, report),
    tables: new Map(
      Object.entries(tables).map(([name, table]): [string, TableModel] => [
        name,
        tableOf(name, table, document, report),
      ]),
    ),
    cohorts: new Map(Object.entries(cohorts)),
    indicators: new Map(
      Object.entries(indicators).map(([name, indicator]) => [
        name,
        { per: indicator.per ?? [], with: indicator.with ?? [], unit: indicator.unit, document: indicator },
      ]),
    ),
    standings: new Map(Object.entries(standings)),
    givers: giversOf(document),
    rulesAt,
    types: { indicators: new Map(), passed: new Map() },
    read,
    scopes: new Map(),
  };
}

function eventHeads(
  document: RubricDocument,
  keys: World['keys'],
  broken: ReadonlySet<string>,
  report: Report,
): World['events'] {
  const heads = new Map<string, ReadonlyMap<string, ScopeField>>();
  for (const type of Object.keys(document.vocabulary.events)) {
    const at = child('/vocabulary/events', type);
    if (type.startsWith('meritlog.') && !ENGINE_TYPES.has(type)) {
      report.add('event-type-reserved', at, { type, allowed: [...ENGINE_TYPES.keys()].join(', ') });
    }
    const fields = fieldsOf(document, type).map(({ name, document: field, pointer }) => {
      if (field.kind === 'key' && !keys.has(name) && !broken.has(name)) {
        report.add('field-key', pointer, { name, nearest: report.near(name, keys.keys()) });
      } else if (field.kind !== 'key' && keys.has(name))
        report.add('field-hides-key', child(pointer, 'kind'), { name, found: field.kind });
      return [name, fieldHead(name, field, keys)] as const;
    });
    heads.set(type, new Map(fields));
  }
  return heads;
}

function fieldHead(name: string, field: FieldDocument, keys: World['keys']): ScopeField {
  const { kind, unit, optional = false } = field;
  const choices = field.kind === 'choice' ? (field.of ?? []) : [];
  return { kind, type: fieldType(name, field, keys), unit, optional, choices };
}

function fieldType(name: string, field: FieldDocument, keys: World['keys']): ValueType | undefined {
  if (field.kind === 'key') return keys.get(name);
  if (field.kind === 'list') return field.items ?? 'text';
  return field.kind === 'choice' ? 'text' : field.kind;
}

/** Defined formulas that can be read and do not use themselves; the others are broken names. */
function definesOf(document: RubricDocument, broken: Set<string>, report: Report): ReadonlyMap<string, Define> {
  const defines = new Map<string, Define>();
  for (const [name, define] of Object.entries(document.define ?? {})) {
    const pointer = child('/define', name);
    const body = readFormula(printedSlot(define.is));
    const params = define.with ?? [];
    const twice = params.find((param, index) => params.indexOf(param) !== index);
    if (twice !== undefined) report.add('duplicate-id', child(pointer, 'with'), { id: twice });
    if (isFault(body)) {
      sayFault(body, (code, facts) => report.add(code, child(pointer, 'is'), facts));
      broken.add(name);
    } else defines.set(name, { name, params, body });
  }
  const uses = new Map(
    [...defines].map(([name, define]) => [
      name,
      [...namesIn(define.body)].filter((used) => defines.has(used) && !define.params.includes(used)),
    ]),
  );
  for (let { cycle } = inOrder(uses); cycle !== undefined; { cycle } = inOrder(uses)) {
    const [first = ''] = cycle;
    report.add('define-recursion', child(child('/define', first), 'is'), { cycle: cycle.join(' → ') });
    for (const name of cycle) {
      uses.delete(name);
      defines.delete(name);
      broken.add(name);
    }
  }
  return defines;
}

function giversOf(document: RubricDocument): World['givers'] {
  const givers = new Map<string, string[]>();
  for (const { name, event } of document.rules ?? []) {
    if (event.type !== 'give') continue;
    const { to } = event.params;
    givers.set(to, [...(givers.get(to) ?? []), name]);
  }
  return givers;
}
