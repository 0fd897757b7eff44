import { child } from '../model/problem.js';
import type { ChainStepDocument } from './document-standing.js';
import type { ScopeField } from './formula-scope.js';
import type { StandingSlots } from './standing-slots.js';

/** The fields that hold those who are tied: every type has them, and they can hold a member. */
export function amongFieldsAt(
  { types, fields }: NonNullable<ChainStepDocument['among']>,
  at: string,
  slots: StandingSlots,
): readonly string[] {
  const { report, world } = slots.pass;
  types.forEach((type, index) => {
    if (world.events.has(type) || world.broken.has(type)) return;
    const nearest = report.near(type, world.events.keys());
    report.add('event-type-unknown', child(child(at, 'types'), index), { type, nearest });
  });
  fields.forEach((name, index) => {
    for (const type of types) sayUnfit(name, type, child(child(at, 'fields'), index), slots);
  });
  return fields;
}

function sayUnfit(name: string, type: string, at: string, { pass, member }: StandingSlots): void {
  const { report, world } = pass;
  const fields = world.events.get(type);
  if (fields === undefined || world.broken.has(type) || world.broken.has(name)) return;
  const field = fields.get(name);
  if (field === undefined) report.add('among-field', at, { name, type, nearest: report.near(name, fields.keys()) });
  else if (!holds(field, member)) {
    const found = field.kind === 'list' ? 'list' : (field.type ?? 'text');
    report.add('among-field-type', at, { name, type, found, expected: member ?? 'text' });
  }
}

/** Keys and texts name somebody; what the members of an unknown cohort are, nobody can tell. */
function holds({ kind, type }: ScopeField, member: StandingSlots['member']): boolean {
  if (kind !== 'key' && kind !== 'text' && kind !== 'choice') return false;
  return type === undefined || member === undefined || type === member;
}
