import { z } from 'zod';
import type { RubricDocument } from './document.js';
import { indicator } from './shape-indicator.js';
import { rule } from './shape-rule.js';
import { formula, identifier, json, label, named, said, strict, text, title } from './shape-slots.js';
import { standing } from './shape-standing.js';
import { cohort, define, event, key, table, zone } from './shape-vocabulary.js';

/** The shape of one edition as a whole. What a shape cannot say is said by `resolve-*.ts`. */
export const rubricShape: z.ZodType<RubricDocument> = said(
  strict({
    $schema: z.string().optional(),
    kind: z.literal('rubric'),
    id: text,
    edition: text,
    title: title.optional(),
    basis: text.optional(),
    effective: strict({ from: text }),
    zone,
    subject: identifier,
    keys: named(identifier, key),
    period: strict({ key: identifier, ends: formula }).optional(),
    vocabulary: strict({ events: named(label, event) }),
    define: named(identifier, define).optional(),
    conditions: z.record(z.string(), json).optional(),
    tables: named(identifier, table).optional(),
    cohorts: named(identifier, cohort).optional(),
    indicators: named(identifier, indicator).optional(),
    rules: z.array(rule).optional(),
    standings: named(identifier, standing).optional(),
    examples: z.array(json).optional(),
  }),
  'A rubric: the vocabulary, indicators, rules and standings of one edition.',
  '评价方案：一个版本的词汇、指标、规则和排名。',
);
