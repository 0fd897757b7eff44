import type { Formula } from '../model/expr.js';
import { child } from '../model/problem.js';
import type { BecomesModel } from '../model/rubric.js';
import { fieldOf } from './common-fields.js';
import type { BecomesDocument, EventDocument } from './document.js';
import type { FormulaSlot } from './document-slots.js';
import { formulaAt } from './formula.js';
import { recordScope, type Scope, type ScopeField } from './formula-scope.js';
import { hole } from './formula-typed.js';
import type { Pass } from './world.js';

/** An older form of an event: how the data of the newer one are made of its own. */
export function becomesAt(
  type: string,
  document: EventDocument,
  pointer: string,
  pass: Pass,
): BecomesModel | undefined {
  const { becomes } = document;
  if (becomes === undefined) return undefined;
  const { world, report } = pass;
  const at = child(pointer, 'becomes');
  sayPlace(type, document, pointer, pass);
  const target = world.events.get(becomes.type);
  if (target === undefined && !world.broken.has(becomes.type)) {
    const nearest = report.near(becomes.type, world.events.keys());
    report.add('event-type-unknown', child(at, 'type'), { type: becomes.type, nearest });
  }
  sayCircle(type, child(at, 'type'), pass);
  const own = plainFields(type, pass);
  const scope = recordScope({ ...own, types: [type], partial: new Map(), broken: world.broken.has(type) });
  const data = Object.entries(becomes.data ?? {}).map(
    ([name, slot]) => [name, madeAt(becomes.type, name, slot, child(child(at, 'data'), name), scope, pass)] as const,
  );
  if (target !== undefined && !world.broken.has(type)) sayTaken(type, becomes, target, own.fields, at, pass);
  return { type: becomes.type, data: new Map(data) };
}

/** The fields that an older form is read from, and the names of those that are computed only later. */
function plainFields(
  type: string,
  { world }: Pass,
): { readonly fields: ReadonlyMap<string, ScopeField>; readonly later: ReadonlySet<string> } {
  const all = [...(world.events.get(type) ?? [])];
  const isComputed = (name: string): boolean => fieldOf(world.document, type, name)?.document.is !== undefined;
  return {
    fields: new Map(all.filter(([name]) => !isComputed(name))),
    later: new Set(all.flatMap(([name]) => (isComputed(name) ? [name] : []))),
  };
}

/** What else an event type says is said by the type that this one becomes. */
function sayPlace(type: string, document: EventDocument, pointer: string, { report }: Pass): void {
  if (type.startsWith('meritlog.')) report.add('becomes-engine', child(pointer, 'becomes'), { type });
  for (const key of ['registers', 'finding', 'effective', 'appliesBy', 'card'] as const) {
    if (document[key] !== undefined) report.add('becomes-more', child(pointer, key), { type, key });
  }
}

/** Told once, at the type of the circle that comes first by name. */
function sayCircle(type: string, pointer: string, { world, report }: Pass): void {
  const circle = [type];
  for (let next = world.becomes.get(type); next !== undefined && next !== type; next = world.becomes.get(next)) {
    if (circle.includes(next)) return;
    circle.push(next);
  }
  const last = circle.at(-1) ?? type;
  if (world.becomes.get(last) !== type || [...circle].sort()[0] !== type) return;
  report.add('becomes-circle', pointer, { cycle: [...circle, type].join(' → ') });
}

function madeAt(target: string, name: string, slot: FormulaSlot, pointer: string, scope: Scope, pass: Pass): Formula {
  const { world, report } = pass;
  const fields = world.events.get(target);
  const field = fields?.get(name);
  if (field === undefined || field.type === undefined) {
    if (fields !== undefined && field === undefined && !world.broken.has(target) && !world.broken.has(name))
      report.add('field-unknown', pointer, { type: target, name, nearest: report.near(name, fields.keys()) });
    return formulaAt(pass, slot, pointer, scope).formula;
  }
  const isComputed = fieldOf(world.document, target, name)?.document.is !== undefined;
  if (isComputed) report.add('becomes-computed', pointer, { type: target, name });
  else if (field.kind === 'list') report.add('becomes-list', pointer, { type: target, name });
  const choices = field.choices.length === 0 ? undefined : { field: name, of: field.choices };
  return formulaAt(pass, slot, pointer, scope, [field.type], { ...hole({ piece: '', column: 1 }), choices }).formula;
}

/** Fields without a formula are taken over by their name, if they are there and can be. */
function sayTaken(
  type: string,
  becomes: BecomesDocument,
  target: ReadonlyMap<string, ScopeField>,
  own: ReadonlyMap<string, ScopeField>,
  pointer: string,
  { world, report }: Pass,
): void {
  for (const [name, field] of target) {
    const isComputed = fieldOf(world.document, becomes.type, name)?.document.is !== undefined;
    if (isComputed || Object.hasOwn(becomes.data ?? {}, name) || world.broken.has(name)) continue;
    const old = own.get(name);
    const at = becomes.data === undefined ? pointer : child(pointer, 'data');
    if (old === undefined || (old.optional && !field.optional)) {
      if (!field.optional) report.add('becomes-missing', at, { type, becomes: becomes.type, name, kind: field.kind });
    } else if (old.type !== field.type || (old.kind === 'list') !== (field.kind === 'list')) {
      report.add('becomes-kind', at, { type, becomes: becomes.type, name, found: old.kind, expected: field.kind });
    } else sayChoices(type, name, old, field, at, report);
  }
}

function sayChoices(
  type: string,
  name: string,
  old: ScopeField,
  field: ScopeField,
  pointer: string,
  report: Pass['report'],
): void {
  const lost = field.choices.length === 0 ? [] : old.choices.filter((value) => !field.choices.includes(value));
  const open = field.choices.length > 0 && old.choices.length === 0;
  if (lost.length === 0 && !open) return;
  report.add('becomes-choices', pointer, { type, name, lost: lost.join(', '), allowed: field.choices.join(', ') });
}
