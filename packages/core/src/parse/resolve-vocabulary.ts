import { type Expr, within } from '../model/expr.js';
import { fieldsIn } from '../model/expr-walk.js';
import { child } from '../model/problem.js';
import type { CardModel, EventTypeModel, FieldModel } from '../model/rubric.js';
import { fieldOf, fieldsOf, inheritorsOf } from './common-fields.js';
import type { CardDocument, EventDocument, FieldDocument } from './document.js';
import { formulaAt } from './formula.js';
import { fieldScope, type Scope } from './formula-scope.js';
import { inOrder } from './order.js';
import { pathAt } from './path.js';
import { becomesAt } from './resolve-becomes.js';
import { boundsAt, refersAt } from './resolve-field-values.js';
import { eventsOf, type Pass } from './world.js';

/** The event types with their fields in an order in which a computed one reads only earlier ones. */
export function resolveVocabulary(pass: Pass): Map<string, EventTypeModel> {
  const events = new Map<string, EventTypeModel>();
  const common = commonFields(pass);
  for (const [type, document] of Object.entries(pass.world.document.vocabulary.events)) {
    events.set(type, eventType(type, document, child('/vocabulary/events', type), common, pass));
  }
  return events;
}

/** Fields of several types read what these have in common, and are the same field in all of them. */
function commonFields(pass: Pass): ReadonlyMap<string, FieldModel> {
  const { world } = pass;
  const fields = new Map<string, FieldModel>();
  for (const { name, document, pointer } of fieldsOf(world.document, '')) {
    const types = inheritorsOf(world.document, name);
    if (types.length === 0) continue;
    const scope = fieldScope(eventsOf(world, types));
    fields.set(name, fieldModel(name, document, pointer, scope, pass));
  }
  return fields;
}

function eventType(
  type: string,
  document: EventDocument,
  pointer: string,
  common: ReadonlyMap<string, FieldModel>,
  pass: Pass,
): EventTypeModel {
  const { world } = pass;
  const scope = fieldScope({ ...eventsOf(world, [type]), broken: world.broken.has(type) });
  const { effective, appliesBy } = document;
  const dated = (slot: typeof effective, key: string, wanted: readonly ('date' | 'instant')[]) =>
    slot === undefined ? undefined : formulaAt(pass, slot, child(pointer, key), scope, wanted).formula;
  const takesEffect = dated(effective, 'effective', ['date', 'instant']);
  const placed = fieldsOf(pass.world.document, type);
  const fields = placed.flatMap(({ name, document: field, pointer: at, isCommon }) =>
    isCommon ? (common.get(name) ?? []) : [fieldModel(name, field, at, scope, pass)],
  );
  return {
    type,
    title: document.title,
    fields: orderedFields(fields, takesEffect?.expr, type, pass),
    effective: takesEffect,
    appliesBy: dated(appliesBy, 'appliesBy', ['date']),
    registers: document.registers ?? false,
    finding: document.finding ?? false,
    becomes: becomesAt(type, document, pointer, pass),
    card: document.card && cardModel(document.card, type, child(pointer, 'card'), pass),
  };
}

function fieldModel(name: string, document: FieldDocument, pointer: string, scope: Scope, pass: Pass): FieldModel {
  const known = scope.event?.fields.get(name);
  const { is, path } = document;
  const isList = document.kind === 'list';
  if (is !== undefined && isList) pass.report.add('field-list-computed', child(pointer, 'is'), { name });
  if (is !== undefined && path !== undefined) pass.report.add('field-path-and-is', child(pointer, 'path'), { name });
  const wanted = known?.type === undefined ? [] : [known.type];
  const beside = {
    expr: UNKNOWN,
    type: undefined,
    unit: undefined,
    choices: known === undefined || known.choices.length === 0 ? undefined : { field: name, of: known.choices },
    isKey: false,
    at: { piece: '', column: 1 },
  };
  return {
    name,
    kind: document.kind,
    type: known?.type ?? 'text',
    title: document.title,
    unit: document.unit,
    optional: document.optional ?? false,
    choices: known?.choices ?? [],
    ...boundsAt(name, document, pointer, pass),
    refersTo: refersAt(name, document, pointer, pass),
    is:
      is === undefined || isList ? undefined : formulaAt(pass, is, child(pointer, 'is'), scope, wanted, beside).formula,
    path: path === undefined ? [name] : pathAt(path, child(pointer, 'path'), pass.report),
  };
}

const UNKNOWN: Expr = { kind: 'unknown', type: 'text' };

/** Sorted by what reads what; `effective` stands for the fields that the type's effective time reads. */
function orderedFields(
  fields: readonly FieldModel[],
  effective: Expr | undefined,
  type: string,
  pass: Pass,
): ReadonlyMap<string, FieldModel> {
  const reads = new Map<string, readonly string[]>(
    fields.map((field) => [field.name, field.is === undefined ? [] : readsOf(field.is.expr)]),
  );
  if (effective !== undefined) reads.set('effective', readsOf(effective));
  const { order, cycle } = inOrder(reads);
  if (cycle !== undefined) {
    const [first = ''] = cycle;
    const place = fieldOf(pass.world.document, type, first)?.pointer;
    const at = place === undefined ? child(child('/vocabulary/events', type), first) : child(place, 'is');
    pass.report.add('cycle', at, { cycle: cycle.join(' → ') });
  }
  const byName = new Map(fields.map((field) => [field.name, field]));
  return new Map(
    order.flatMap((name) => {
      const field = byName.get(name);
      return field === undefined ? [] : [[name, field] as const];
    }),
  );
}

function readsOf(expr: Expr): readonly string[] {
  const effective = within(expr).some((part) => part.kind === 'context' && part.name === 'effective');
  return effective ? [...fieldsIn(expr), 'effective'] : [...fieldsIn(expr)];
}

function cardModel(card: CardDocument, type: string, pointer: string, pass: Pass): CardModel {
  const { world, report } = pass;
  const field = fieldOf(world.document, type, card.colour)?.document;
  const isKey = field?.kind === 'key' && world.keys.get(card.colour) === 'text';
  if (field?.kind === 'choice' && field.of !== undefined) sayColours(card, field.of, child(pointer, 'colours'), pass);
  else if (field?.kind !== 'choice' && field?.kind !== 'text' && !isKey && !world.broken.has(card.colour)) {
    const names = fieldsOf(world.document, type).map(({ name }) => name);
    report.add('card-field', child(pointer, 'colour'), { name: card.colour, nearest: report.near(card.colour, names) });
  }
  const colours = Object.entries(card.colours).map(
    ([name, { polarity, severity, title }]) => [name, { polarity, severity, title }] as const,
  );
  return { colour: card.colour, colours: new Map(colours) };
}

/** A colour that the field cannot have was most likely misspelt. */
function sayColours(card: CardDocument, of: readonly string[], pointer: string, { report }: Pass): void {
  for (const colour of Object.keys(card.colours)) {
    if (of.includes(colour)) continue;
    const facts = { value: colour, field: card.colour, allowed: of.join(', '), nearest: report.near(colour, of) };
    report.add('choice-unknown', child(pointer, colour), { ...facts, piece: colour, column: 1 });
  }
}
