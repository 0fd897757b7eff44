import { z } from 'zod';
import type { EffectDocument, RuleDocument } from './document-rule.js';
import { formula, identifier, json, label, oneOrMany, said, shortWhere, strict, text, title } from './shape-slots.js';

const target = { event: formula.optional(), items: identifier.optional() };

const effect: z.ZodType<EffectDocument> = said(
  z.discriminatedUnion('type', [
    strict({ type: z.literal('give'), params: strict({ to: text, points: formula }) }),
    strict({
      type: z.literal('issue'),
      params: strict({
        type: text,
        fields: z.record(z.string(), formula).optional(),
        consumes: z.array(strict({ ...target, as: label })).optional(),
      }),
    }),
    strict({ type: z.literal('end'), params: strict({ ...target, as: label }) }),
    strict({ type: z.literal('void'), params: strict(target) }),
    strict({
      type: z.literal('limit'),
      params: strict({ indicator: text, max: formula.optional(), min: formula.optional() }),
    }),
    strict({
      type: z.literal('consequence'),
      params: strict({
        what: text,
        title: title.optional(),
        to: text.optional(),
        authority: text.optional(),
        amount: formula.optional(),
        due: formula.optional(),
        recommendation: z.boolean().optional(),
      }),
    }),
  ]),
  'What the rule does.',
  '规则的效果。',
);

export const rule: z.ZodType<RuleDocument> = said(
  strict({
    name: label,
    title: title.optional(),
    basis: text.optional(),
    on: oneOrMany,
    for: identifier.optional(),
    at: formula.optional(),
    where: shortWhere.optional(),
    conditions: json.optional(),
    unless: z.array(z.string()).optional(),
    overrides: z.array(z.string()).optional(),
    appliesBy: formula.optional(),
    priority: json.optional(),
    event: effect,
  }),
  'When the conditions hold for a trigger, one effect follows.',
  '触发事件满足条件时，产生一种效果。',
);
