import type { AnalysisCode } from '../model/analysis.js';
import type { Sentence } from './sentence-shape.js';

type ValueCode = Extract<
  AnalysisCode,
  'division-by-zero' | 'table-gap' | 'curve-gap' | 'above-full' | 'relative-without-cohort' | 'too-many-leaves'
>;

/** About values. */
export const VALUE_SENTENCES: Readonly<Record<ValueCode, Sentence>> = {
  'division-by-zero': {
    level: 'warning',
    message: ({ owner, piece }) => ({
      en: `A formula of "${owner}" divides by ${piece}, which can be zero; what hangs on it is then unknown.`,
      zh: `「${owner}」的公式以 ${piece} 为除数，而它可能为零，届时结果未知。`,
    }),
    fix: ({ piece }) => ({
      en: `Say what is then to be, such as "${piece} == 0 ? … : …", or with \`otherwise\` or coalesce(…).`,
      zh: `请写明届时如何取值，例如 "${piece} == 0 ? … : …"，或用 otherwise、coalesce(…)。`,
    }),
  },
  'table-gap': {
    level: 'warning',
    message: ({ owner, piece, table }) => ({
      en: `"${owner}" looks up ${piece}, but table "${table}" has not a row for every argument, and no \`else\`; what hangs on it is then unknown.`,
      zh: `「${owner}」查用 ${piece}，而表「${table}」未列全各种参数，也没有 else，届时结果未知。`,
    }),
    fix: () => ({ en: 'Add the rows, or an `else`.', zh: '请补全各行，或写 else。' }),
  },
  'curve-gap': {
    level: 'warning',
    message: ({ indicator, from }) => ({
      en: `The steps of "${indicator}" begin at ${from}, and its value can lie below; it is then unknown.`,
      zh: `「${indicator}」的台阶从 ${from} 起，而其值可能更低，届时结果未知。`,
    }),
    fix: () => ({ en: 'Write `below`, or `otherwise`.', zh: '请写 below 或 otherwise。' }),
  },
  'above-full': {
    level: 'warning',
    message: ({ indicator, full }) => ({
      en: `The full mark of "${indicator}" is ${full}, but its value can be above.`,
      zh: `「${indicator}」满分为 ${full}，而其值可能更高。`,
    }),
    fix: ({ full }) => ({
      en: `Cap it, such as with "map": "min(it, ${full})", or leave \`full\` out.`,
      zh: `请封顶，例如 "map": "min(it, ${full})"，或删去 full。`,
    }),
  },
  'relative-without-cohort': {
    level: 'warning',
    message: ({ indicator, gathers, key }) => ({
      en: `"${indicator}" is compared with "${gathers}", which runs over every ${key} there is and names no cohort, so that somebody who is not compared at all can move others.`,
      zh: `「${indicator}」与「${gathers}」相比，而后者取自所有出现过的 ${key}，未指明比较组，于是不在比较之列者也会影响他人。`,
    }),
    fix: () => ({
      en: 'Let it run over the members of a cohort: "in": { "kind": "cohort", … }.',
      zh: '请改为取自比较组成员："in": { "kind": "cohort", … }。',
    }),
  },
  'too-many-leaves': {
    level: 'warning',
    message: ({ count, limit }) => ({
      en: `There are ${count} leaf indicators that somebody must fill in; beyond some ${limit} they are filled in by guessing.`,
      zh: `须填报的末级指标有 ${count} 项；超过 ${limit} 项左右，往往只能凭估计填报。`,
    }),
    fix: () => ({
      en: 'Leave out those that decide nothing, or hide those that are only steps of a computation.',
      zh: '请删去不起作用的指标；只是计算步骤的，请写 hidden。',
    }),
  },
};
