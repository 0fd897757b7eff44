import { led, trailed } from './chinese-spacing.js';
import type { PartKind } from './document-part.js';
import type { Language } from './words.js';

/** The phrases in which a rubric and its changes are put into words, total in both languages. */
export interface RubricPhrases {
  readonly titled: (title: string) => string;
  /** Without a name where the thing is one of a kind. */
  readonly kinds: Readonly<Record<PartKind, string>>;
  readonly named: (kind: string, name: string, clause: string | undefined) => string;
  /** A thing inside another one. */
  readonly within: (thing: string, holder: string) => string;
  readonly partOf: (part: string, standing: string) => string;
  readonly about: (thing: string, what: string) => string;
  readonly changed: (slot: string, before: string, after: string) => string;
  readonly rewritten: (slot: string, value: string) => string;
  readonly set: (slot: string, value: string) => string;
  readonly unset: (slot: string, value: string) => string;
  readonly came: (thing: string, behind: string | null | undefined, essence: string) => string;
  readonly gone: (thing: string, essence: string) => string;
  /** Of a long list, what came and what went. */
  readonly listed: (slot: string, came: string, went: string) => string;
  readonly order: (slot: string, before: string, after: string) => string;
  readonly slot: (slot: string, value: string) => string;
  readonly unnamed: (path: readonly string[]) => string;
  readonly none: string;
  readonly empty: string;
  readonly flag: Readonly<Record<'true' | 'false', string>>;
  readonly count: (count: number) => string;
  readonly list: string;
  readonly part: string;
  readonly end: string;
  readonly group: (text: string) => string;
  /** A thing, and what it is made of. */
  readonly made: (thing: string, essence: string) => string;
  readonly usedBy: (names: string) => string;
}

export const RUBRIC_PHRASES: Readonly<Record<Language, RubricPhrases>> = {
  en: {
    titled: (title) => `«${title}»`,
    kinds: {
      rubric: 'rubric',
      key: 'key',
      calendar: 'calendar',
      event: 'event type',
      colour: 'colour',
      field: 'field',
      definition: 'definition',
      condition: 'named condition',
      table: 'table',
      cohort: 'cohort',
      indicator: 'indicator',
      threshold: 'band',
      rule: 'rule',
      standing: 'standing',
      chain: 'key of the order',
      band: 'band',
      award: 'award',
      role: 'role',
      procedure: 'procedure',
      state: 'state',
      step: 'step',
      requirement: 'rule',
    },
    named: (kind, name, clause) => `${kind} ${name}${clause === undefined ? '' : ` (${clause})`}`,
    within: (thing, holder) => `${thing} of ${holder}`,
    partOf: (part, standing) => `${part} in ${standing}`,
    about: (thing, what) => `${thing}: ${what}`,
    changed: (slot, before, after) => `${slot} ${before} → ${after}`,
    rewritten: (slot, value) => `${slot} ${value}, rewritten`,
    set: (slot, value) => `new ${slot}: ${value}`,
    unset: (slot, value) => `no ${slot} any more, was: ${value}`,
    came: (thing, behind, essence) =>
      `${thing} added${behind === undefined ? '' : behind === null ? ' as the first' : ` behind ${behind}`}${essence === '' ? '' : `: ${essence}`}`,
    gone: (thing, essence) => `${thing} removed${essence === '' ? '' : `, was: ${essence}`}`,
    listed: (slot, came, went) =>
      `${slot}${came === '' ? '' : ` now with ${came}`}${came === '' || went === '' ? '' : ','}${went === '' ? '' : ` no longer with ${went}`}`,
    order: (slot, before, after) => `order of the ${slot} ${before} → ${after}`,
    slot: (slot, value) => `${slot} ${value}`,
    unnamed: (path) => path.join(' '),
    none: '–',
    empty: 'nothing',
    flag: { true: 'yes', false: 'no' },
    count: (count) => String(count),
    list: ', ',
    part: '; ',
    end: '.',
    group: (text) => `(${text})`,
    made: (thing, essence) => `${thing} (${essence})`,
    usedBy: (names) => ` (used by ${names})`,
  },
  zh: {
    titled: (title) => `「${title}」`,
    kinds: {
      rubric: '规则',
      key: '维度',
      calendar: '工作日历',
      event: '事件类型',
      colour: '颜色',
      field: '字段',
      definition: '定义',
      condition: '公用条件',
      table: '表',
      cohort: '比较组',
      indicator: '指标',
      threshold: '等次',
      rule: '规则条目',
      standing: '排名',
      chain: '排序键',
      band: '等次',
      award: '奖项',
      role: '角色',
      procedure: '程序',
      state: '状态',
      step: '步骤',
      requirement: '规定',
    },
    named: (kind, name, clause) => `${kind}${led(name)}${clause === undefined ? '' : `（${clause}）`}`,
    within: (thing, holder) => `${trailed(holder)}的${thing}`,
    partOf: (part, standing) => `${trailed(standing)}的${part === 'rank' ? '名次' : part === 'band' ? '等次' : part}`,
    about: (thing, what) => `${thing}：${what}`,
    changed: (slot, before, after) => `${slot} ${before} → ${after}`,
    rewritten: (slot, value) => `${slot} ${value}，有改写`,
    set: (slot, value) => `新增${slot}：${value}`,
    unset: (slot, value) => `取消${slot}，原为：${value}`,
    came: (thing, behind, essence) =>
      `新增${thing}${behind === undefined ? '' : behind === null ? '，列首位' : `，列于${trailed(led(behind))}之后`}${essence === '' ? '' : `：${essence}`}`,
    gone: (thing, essence) => `删去${thing}${essence === '' ? '' : `，原为：${essence}`}`,
    listed: (slot, came, went) =>
      `${slot}${came === '' ? '' : `增加 ${came}`}${came === '' || went === '' ? '' : '，'}${went === '' ? '' : `去掉 ${went}`}`,
    order: (slot, before, after) => `${slot}的先后 ${before} → ${after}`,
    slot: (slot, value) => `${slot}：${value}`,
    unnamed: (path) => path.join(' '),
    none: '–',
    empty: '无',
    flag: { true: '是', false: '否' },
    count: (count) => `${count} 个`,
    list: '、',
    part: '；',
    end: '。',
    group: (text) => `（${text}）`,
    made: (thing, essence) => `${thing}（${essence}）`,
    usedBy: (names) => `（用于${led(names)}）`,
  },
};
