import { z } from 'zod';
import type { NamedDocument, ProcedureDocument, StepDocument } from './document-procedure.js';
import { basis, formula, identifier, label, named, oneOrMany, said, strict, text, title } from './shape-slots.js';

export const role: z.ZodType<NamedDocument> = said(
  strict({ title: title.optional() }),
  'A role that somebody can act in.',
  '办理人可具有的角色。',
);

const state: z.ZodType<NamedDocument> = said(
  strict({ title: title.optional() }),
  'A state that a case can be in.',
  '案件可处的状态。',
);

const who = z.array(text).min(1).max(64);

const must = said(
  strict({
    title: title.optional(),
    is: said(formula, 'What must be true of the event.', '对该事件必须成立的条件。'),
  }),
  'A rule that the event must keep; unknown is not enough.',
  '该事件必须遵守的规定；结果未知视为不符合。',
);

const step: z.ZodType<StepDocument> = said(
  strict({
    title: title.optional(),
    basis: basis.optional(),
    from: said(
      oneOrMany.optional(),
      'In which states it can be taken; without it, it opens a case.',
      '在哪些状态下可以办理；不写则由此立案。',
    ),
    to: said(label.optional(), 'The state of the case then; it stays, where not given.', '办理后的状态；不写则不变。'),
    event: said(text, 'The type of the event that it records.', '办理后记录的事件类型。'),
    roles: said(who, 'Who may: one of these roles is enough.', '谁可以办理：具有其中一种角色即可。'),
    only: said(
      who.optional(),
      'Who alone may: fields of the event (`unit`) or of earlier steps (`propose.unit`) that name persons or bodies.',
      '仅限谁办理：写出本事件的字段（unit）或先前步骤的字段（propose.unit），其值为人员或单位。',
    ),
    not: said(
      who.optional(),
      "Who may not: fields like those of `only`. A step's actor for four eyes, the unit concerned for recusal.",
      '谁不得办理：字段写法同 only。写某步骤的经办人即为双人复核，写涉事单位即为回避。',
    ),
    needs: said(
      z.array(identifier).min(1).max(64).optional(),
      'Fields that must be given here, even if the type leaves them optional.',
      '此处必须填写的字段，即使事件类型中可以不填。',
    ),
    fields: said(
      named(identifier, formula).optional(),
      'Fields that the step sets itself, as formulas.',
      '由步骤自行填写的字段，写作公式。',
    ),
    by: said(formula.optional(), 'The last day or instant in time.', '期限：最后一日或最后时刻。'),
    late: said(
      z.enum(['refused', 'allowed']).optional(),
      'After that: a right has lapsed, or a duty is overdue and can still be done.',
      '逾期后：refused 表示权利已失效，allowed 表示逾期仍须办理。',
      'refused',
    ),
    must: said(
      named(label, must).optional(),
      'Rules that the event must keep, by name.',
      '该事件必须遵守的规定，按名称列出。',
    ),
  }),
  'A step of a procedure.',
  '程序中的一个步骤。',
);

export const procedure: z.ZodType<ProcedureDocument> = said(
  strict({
    title: title.optional(),
    basis: basis.optional(),
    case: said(identifier, 'The key whose value names a case.', '其值用来标识案件的维度。'),
    actor: said(identifier, 'The text field that holds who acted.', '记录经办人的文本字段。'),
    role: said(identifier.optional(), 'The text field that holds as what.', '记录经办人角色的文本字段。'),
    states: said(named(label, state), 'The states of a case, by name.', '案件的各种状态，按名称列出。'),
    steps: said(named(identifier, step), 'What can be done, by name.', '各个步骤，按名称列出。'),
  }),
  'How people decide a case, step by step.',
  '人工办理案件的程序，逐步列出。',
);
