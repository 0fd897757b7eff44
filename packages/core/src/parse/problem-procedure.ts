import type { Messages } from './problem-message.js';
import { meant, meantZh, quoted, quotedZh } from './quote.js';

/** What is wrong with procedures. */
export interface ProcedureFacts {
  readonly 'role-unknown': { name: string; nearest: string };
  readonly 'state-unknown': { name: string; nearest: string };
  readonly 'state-unreached': { name: string };
  readonly 'procedure-unopened': { name: string };
  readonly 'step-unknown': { name: string; nearest: string };
  readonly 'step-part': { step: string; part: string; nearest: string; piece: string; column: number };
  readonly 'step-case': { type: string; key: string };
  readonly 'step-written': { type: string; name: string; by: string };
  readonly 'step-sets': { name: string; by: string };
  readonly 'step-person': { ref: string };
  readonly 'step-reads': { name: string; type: string };
  readonly 'step-alike': { step: string; other: string; type: string };
}

export const PROCEDURE_MESSAGES: Messages<ProcedureFacts> = {
  'role-unknown': {
    en: ({ name, nearest }) => `There is no role ${quoted(name)}.${meant(nearest)} Roles are declared in \`roles\`.`,
    zh: ({ name, nearest }) => `没有角色${quotedZh(name)}。${meantZh(nearest)}角色在 roles 中声明。`,
  },
  'state-unknown': {
    en: ({ name, nearest }) =>
      `This procedure has no state ${quoted(name)}.${meant(nearest)} Declare it in \`states\`.`,
    zh: ({ name, nearest }) => `本程序没有状态${quotedZh(name)}。${meantZh(nearest)}状态在 states 中声明。`,
  },
  'state-unreached': {
    en: ({ name }) => `No case can come into the state ${quoted(name)}; lead a step \`to\` it, or remove it.`,
    zh: ({ name }) => `没有案件能进入状态${quotedZh(name)}；请让某个步骤的 to 指向它，或将其删去。`,
  },
  'procedure-unopened': {
    en: ({ name }) => `No step opens a case of ${quoted(name)}; one step must have no \`from\`.`,
    zh: ({ name }) => `${quotedZh(name)}没有立案的步骤；须有一个步骤不写 from。`,
  },
  'step-unknown': {
    en: ({ name, nearest }) => `This procedure has no step ${quoted(name)}.${meant(nearest)}`,
    zh: ({ name, nearest }) => `本程序没有步骤${quotedZh(name)}。${meantZh(nearest)}`,
  },
  'step-part': {
    en: ({ step, part, nearest, column }) =>
      `The event of step ${quoted(step)} has no ${quoted(part)} (column ${column}).${meant(nearest)}`,
    zh: ({ step, part, nearest, column }) =>
      `步骤${quotedZh(step)}的事件没有${quotedZh(part)}（第 ${column} 列）。${meantZh(nearest)}`,
  },
  'step-case': {
    en: ({ type, key }) =>
      `Events of type ${quoted(type)} do not say which case they belong to; give the type the key ${quoted(key)}, or set a field to the \`id\` of another step in \`fields\`.`,
    zh: ({ type, key }) =>
      `${quotedZh(type)}类事件没有写明属于哪个案件；请给该类型加上维度${quotedZh(key)}，或在 fields 中把某字段设为另一步骤的 id。`,
  },
  'step-written': {
    en: ({ type, name, by }) =>
      `Events of type ${quoted(type)} need a field ${quoted(name)} of kind "text" that is not computed: the step writes its \`${by}\` there.`,
    zh: ({ type, name, by }) =>
      `${quotedZh(type)}类事件须有 kind 为 "text"、非计算得出的字段${quotedZh(name)}，步骤要在其中写入 ${by}。`,
  },
  'step-sets': {
    en: ({ name, by }) =>
      `${quoted(name)} is written by the procedure's \`${by}\`, so the step cannot set it; remove it.`,
    zh: ({ name, by }) => `${quotedZh(name)}由程序的 ${by} 写入，步骤不能再设定；请删去。`,
  },
  'step-person': {
    en: ({ ref }) =>
      `${quoted(ref)} names nobody: write a field that holds a text or a list of texts, of this event (unit) or of a step (propose.unit).`,
    zh: ({ ref }) =>
      `${quotedZh(ref)}不能指明人员或单位；请写值为文本或文本列表的字段：本事件的（unit）或某步骤的（propose.unit）。`,
  },
  'step-reads': {
    en: ({ name, type }) =>
      `${quoted(name)} of ${quoted(type)} is computed from the whole ledger, which a case file is not; use fields that are given.`,
    zh: ({ name, type }) =>
      `${quotedZh(type)}的${quotedZh(name)}要由整个台账算出，而案卷不是台账；请改用直接给出的字段。`,
  },
  'step-alike': {
    en: ({ step, other, type }) =>
      `Steps ${quoted(step)} and ${quoted(other)} record the same type ${quoted(type)} in the same state; set a field to different literals in their \`fields\`, so that events can be told apart.`,
    zh: ({ step, other, type }) =>
      `步骤${quotedZh(step)}与${quotedZh(other)}在同一状态下记录同一类型${quotedZh(type)}；请在各自的 fields 中把某字段设为不同的字面值，以便区分。`,
  },
};
