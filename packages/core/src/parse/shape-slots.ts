import { z } from 'zod';
import type { Json } from '../model/json.js';
import type { Bilingual } from '../model/problem.js';
import type { FormulaSlot, NumberSlot, OneOrMany, TiesWord, WhereSlot } from './document-slots.js';

// Zod must not build functions from text: rubrics are read under a strict content-security policy.
z.config({ jitless: true });

/** How the error text of an unknown key begins. */
export const KEYS = 'keys ';

/** The description of a slot in both languages, for editors, and what stands where it is left out. */
export function said<T extends z.ZodType>(schema: T, en: string, zh: string, absent?: string | boolean): T {
  return schema.meta({ description: `${en}\n${zh}`, ...(absent === undefined ? {} : { default: absent }) });
}

/** The error texts are our words for what a slot takes; `shape-issues.ts` turns them into sentences. */
export const formula: z.ZodType<FormulaSlot> = said(
  z.union([z.string().min(1), z.number(), z.boolean()], { error: 'formula' }),
  'A formula, or a number, true or false that stands for itself.',
  '公式；也可直接写数字、true 或 false。',
);

export const number: z.ZodType<NumberSlot> = said(
  z.union([z.number(), z.string()], { error: 'decimal' }),
  'A number, or a decimal text such as "0.1".',
  '数字，或 "0.1" 这样的小数文本。',
);

export const json: z.ZodType<Json> = z.custom<Json>(() => true);

export const where: z.ZodType<WhereSlot> = said(
  z.union([z.string().min(1), z.number(), z.boolean(), z.record(z.string(), json)], { error: 'where' }),
  'A formula, or plain tests by name.',
  '公式，或按名称列出的简单条件。',
);

export const title: z.ZodType<Bilingual> = said(
  strict({ en: z.string().min(1), zh: z.string().min(1) }),
  'What people read, in English and in Chinese.',
  '给人看的名称，中英文都要写。',
);

export const text: z.ZodType<string> = z.string().min(1);

export const basis: z.ZodType<string> = said(
  text,
  'The document and clause it rests on; reasons show it.',
  '依据的文件和条款；说明理由时会显示。',
);

/** A name that formulas may use. */
export const identifier: z.ZodType<string> = z
  .string()
  .max(64, { error: 'identifier' })
  .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, { error: 'identifier' });

/** A name that is only referred to as a whole: of rules, bands, awards, event types. */
export const label: z.ZodType<string> = z
  .string()
  .max(128, { error: 'label' })
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u, { error: 'label' });

export const oneOrMany: z.ZodType<OneOrMany> = z.union([z.string(), z.array(z.string()).min(1)], {
  error: 'name-or-list',
});

export const tieRule: z.ZodType<TiesWord> = said(
  z.enum(['standard', 'modified', 'dense', 'ordinal', 'fractional']),
  'How ties share ranks: 1224, 1334, 1223, 1234 or 1 2.5 2.5 4.',
  '并列如何占名次：1224、1334、1223、1234 或 1 2.5 2.5 4。',
  'standard',
);

export function named<T>(name: z.ZodType<string>, of: z.ZodType<T>): z.ZodType<{ [key: string]: T }> {
  return z.record(name as z.ZodString, of);
}

/** An object with these keys and no others; the error text lists them, for the nearest name. */
export function strict<T extends z.core.$ZodShape>(shape: T): z.ZodObject<T, z.core.$strict> {
  const allowed = `${KEYS}${Object.keys(shape).join(' ')}`;
  return z.strictObject(shape, { error: (issue) => (issue.code === 'unrecognized_keys' ? allowed : undefined) });
}
