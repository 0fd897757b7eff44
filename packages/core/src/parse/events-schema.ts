import { z } from 'zod';
import { parseInstant } from '../model/calendar.js';
import { isPlain } from './events-seal.js';

/** What is wrong with an attribute of the envelope, by its name. */
export interface AttributeFault {
  readonly attribute: string;
  readonly what: 'value' | 'name';
}

/** Every fault of an envelope. The slow way, for events that the quick one refused; tests hold both to the same verdict. */
export function envelopeFaults(event: Readonly<Record<string, unknown>>): readonly AttributeFault[] {
  const parsed = schema().safeParse(event);
  const named = Object.entries(event)
    .filter(([name, value]) => value !== undefined && !EXTENSION_NAME.test(name))
    .map(([name]) => ({ attribute: name, what: 'name' }) as const);
  if (parsed.success) return named;
  const known = new Set(named.map(({ attribute }) => attribute));
  const values = [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))]
    .filter((attribute) => !known.has(attribute))
    .map((attribute) => ({ attribute, what: 'value' }) as const);
  return [...values, ...named];
}

/** The attributes that CloudEvents and the ledger give a meaning. */
export const KNOWN_ATTRIBUTES: readonly string[] = [
  'specversion',
  'id',
  'source',
  'type',
  'subject',
  'time',
  'data',
  'sequence',
  'recordedtime',
  'datacontenttype',
  'dataschema',
];

const EXTENSION_NAME = /^[a-z0-9]+$/;

let made: z.ZodType | undefined;

/** Made when first needed: most ledgers have no faults. */
function schema(): z.ZodType {
  made ??= envelope();
  return made;
}

function envelope(): z.ZodType {
  // Under a strict content-security policy even zod's probe for `new Function` would be reported.
  z.config({ jitless: true });
  const filled = z.string().min(1);
  const instant = filled.refine((text) => 'instant' in parseInstant(text));
  return z
    .object({
      specversion: z.literal('1.0'),
      id: filled,
      source: filled,
      type: filled,
      time: instant,
      subject: filled.optional(),
      sequence: filled.optional(),
      recordedtime: instant.optional(),
      dataschema: filled.optional(),
      datacontenttype: z.literal('application/json').optional(),
      data: z.custom(isPlain).optional(),
    })
    .catchall(z.union([z.string(), z.number(), z.boolean()]).optional());
}
