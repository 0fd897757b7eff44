import { lt, printNum } from '../model/num.js';
import { child } from '../model/problem.js';
import type { FieldModel } from '../model/rubric.js';
import type { FieldDocument } from './document.js';
import { readNum } from './numbers.js';
import type { Pass } from './world.js';

/** Between which numbers a recorded field must lie. */
export function boundsAt(
  name: string,
  document: FieldDocument,
  pointer: string,
  { report }: Pass,
): Pick<FieldModel, 'min' | 'max'> {
  if (document.kind !== 'number' && document.kind !== 'list') return { min: undefined, max: undefined };
  const [min, max] = (['min', 'max'] as const).map((bound) => {
    const slot = document[bound];
    return slot === undefined ? undefined : readNum(slot, child(pointer, bound), report);
  });
  const first = document.min === undefined ? 'max' : 'min';
  const isBounded = min !== undefined || max !== undefined;
  if (isBounded && document.is !== undefined) report.add('field-bounds-computed', child(pointer, first), { name });
  if (isBounded && document.kind === 'list' && document.items !== 'number')
    report.add('field-bounds-text', child(pointer, first), { name });
  if (min !== undefined && max !== undefined && lt(max, min))
    report.add('field-bounds', child(pointer, 'max'), { name, min: printNum(min), max: printNum(max) });
  return { min, max };
}

/** The key of which a recorded text, or each of a list, must be a registered value. */
export function refersAt(name: string, document: FieldDocument, pointer: string, pass: Pass): string | undefined {
  if ((document.kind !== 'text' && document.kind !== 'list') || document.of === undefined) return undefined;
  const { world, report } = pass;
  const key = document.of;
  const at = child(pointer, 'of');
  const type = world.keys.get(key);
  if (type === undefined) report.add('key-unknown', at, { name: key, nearest: report.near(key, world.keys.keys()) });
  else if (type === 'number' || (document.kind === 'list' && document.items === 'number'))
    report.add('field-of-number', at, { name, key });
  else if (document.is !== undefined) report.add('field-of-computed', at, { name });
  else if (!isRegistered(key, pass)) report.add('field-of-unregistered', at, { name, key });
  return key;
}

/** Whether some type registers values of the key: its subject's, or those that it carries. */
function isRegistered(key: string, { world: { document } }: Pass): boolean {
  const { common = {}, events } = document.vocabulary;
  return Object.values(events).some(({ registers, fields = {} }) => {
    const field = fields[key] ?? common[key];
    return registers === true && (key === document.subject || (field?.kind === 'key' && field.is === undefined));
  });
}
