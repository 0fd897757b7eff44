import { z } from 'zod';
import type { RubricDocument } from './document.js';
import { calendar } from './shape-calendar.js';
import { indicator } from './shape-indicator.js';
import { procedure, role } from './shape-procedure.js';
import { rule } from './shape-rule.js';
import { basis, formula, identifier, json, label, named, said, strict, text, title } from './shape-slots.js';
import { standing } from './shape-standing.js';
import { cohort, define, event, field, key, table, zone } from './shape-vocabulary.js';

/** The shape of one edition as a whole. What a shape cannot say is said by `resolve-*.ts`. */
export const rubricShape: z.ZodType<RubricDocument> = said(
  strict({
    $schema: said(z.string().optional(), 'Where an editor finds this schema.', '编辑器查找本模式的位置。'),
    kind: said(z.literal('rubric'), 'Says that the document is a rubric.', '表明本文档是评价方案。'),
    id: said(text, 'Names the rubric; the same in all its editions.', '方案的标识；各版本相同。'),
    edition: said(text, 'Names this edition; no two editions share it.', '本版本的标识；各版本不得相同。'),
    title: title.optional(),
    basis: basis.optional(),
    semantics: said(
      z.int().optional(),
      'Under which semantics number it is judged, once there are several; the current one, where not given.',
      '有多套语义时按哪一编号评判；不写则按现行编号。',
    ),
    effective: said(
      strict({ from: said(text, 'The first day, as YYYY-MM-DD.', '生效首日，写作 YYYY-MM-DD。') }),
      'From which day this edition is in force, until the next one begins.',
      '本版本自哪一天起生效，至下一版本开始为止。',
    ),
    zone,
    subject: said(identifier, "The key that the events' `subject` carries.", '事件的 subject 所对应的维度。'),
    keys: said(
      named(identifier, key),
      'The dimensions of the scheme, by name; the same in all editions.',
      '评价的各个维度，按名称列出；各版本相同。',
    ),
    period: said(
      strict({
        key: said(identifier, 'The key that names a period, such as a year.', '表示周期的维度，例如年度。'),
        ends: said(formula, 'The last day of a period, from its key.', '由周期的键算出其最后一天。'),
        late: said(
          z.enum(['restate', 'ignore', 'carry']).optional(),
          'What becomes of an event recorded after meritlog.period.closed closed its period: it counts there all the same, never happened, or counts in the next open period.',
          '周期由 meritlog.period.closed 截止后才记录的事件如何处理：仍计入该周期、视为未发生，或计入下一个未截止的周期。',
        ),
      }).optional(),
      'Ends the reading of indicators that have the key: what takes effect later does not change them.',
      '周期结束后生效的事件，不再改变带有该维度的指标。',
    ),
    calendars: said(
      named(identifier, calendar).optional(),
      'Calendars of working days, by name; formulas name them as texts.',
      '工作日历，按名称列出；公式以文本写出其名称。',
    ),
    vocabulary: said(
      strict({
        common: said(
          named(identifier, field).optional(),
          'Fields of every event type that does not declare one of that name.',
          '各种事件共有的字段；事件自己声明了同名字段的，以其自己的为准。',
        ),
        events: said(named(label, event), 'The event types, by name.', '各种事件，按名称列出。'),
      }),
      'What can happen: an event of any other type is refused.',
      '可能发生什么；其他类型的事件会被拒绝。',
    ),
    define: said(
      named(identifier, define).optional(),
      'Formulas with parameters, by name.',
      '带参数的公式，按名称列出。',
    ),
    conditions: said(
      z.record(z.string(), json).optional(),
      'Conditions that rules share, by name, used as { "condition": name }.',
      '规则共用的条件，按名称列出，以 { "condition": 名称 } 引用。',
    ),
    tables: said(
      named(identifier, table).optional(),
      'Tables that formulas read, by name.',
      '供公式查用的表，按名称列出。',
    ),
    cohorts: said(
      named(identifier, cohort).optional(),
      'Who is compared with whom, by name; standings are among cohorts.',
      '比较组，按名称列出；排名在比较组内进行。',
    ),
    indicators: said(
      named(identifier, indicator).optional(),
      'The values of the scheme, by name.',
      '各项指标，按名称列出。',
    ),
    rules: said(
      z.array(rule).optional(),
      'What follows from what. Their order decides nothing.',
      '何种情形产生何种效果；先后次序不影响结果。',
    ),
    standings: said(named(identifier, standing).optional(), 'The rankings, by name.', '各个排名，按名称列出。'),
    roles: said(
      named(label, role).optional(),
      'The roles that people act in, by name; steps of procedures say which may.',
      '办理人的角色，按名称列出；程序的步骤写明由哪些角色办理。',
    ),
    procedures: said(
      named(identifier, procedure).optional(),
      'How people decide cases, by name; no outcome hangs on them.',
      '人工办理案件的程序，按名称列出；不影响计算结果。',
    ),
  }),
  'A rubric: the vocabulary, indicators, rules and standings of one edition.',
  '评价方案：一个版本的词汇、指标、规则和排名。',
);
