import type { MissedBecause } from '../model/explanation.js';
import type { ConsequenceStatus } from '../model/outcome.js';

export type Language = 'en' | 'zh';

/** The phrases of explanations and differences, total in both languages. */
export interface Words {
  readonly rank: (rank: number, of: number) => string;
  readonly unranked: (label: string) => string;
  readonly tiedWith: (names: string) => string;
  readonly behind: (name: string, key: string, other: string, own: string, difference: string | null) => string;
  readonly ahead: (name: string, key: string, other: string, own: string, difference: string | null) => string;
  readonly equalOn: (keys: string) => string;
  /** Where two lists differ first. */
  readonly atPlace: (place: number, own: string, other: string) => string;
  /** Who are read as if only what is between them counted. */
  readonly amongThem: (names: string) => string;
  readonly band: (band: string) => string;
  readonly noBand: string;
  /** Why a band or an award is not had, and was not. */
  readonly missedBy: Record<MissedBecause, (clause: string) => string>;
  readonly missedBefore: Record<MissedBecause, (clause: string) => string>;
  readonly places: (before: string, after: string) => string;
  readonly failed: (text: string, inputs: string) => string;
  readonly awards: (names: string) => string;
  readonly award: (award: string) => string;
  readonly consequence: (what: string, to: string) => string;
  /** Empty where nothing is said of it. */
  readonly status: Record<ConsequenceStatus, string>;
  readonly due: (day: string) => string;
  readonly overdue: (day: string) => string;
  readonly unknown: string;
  readonly reduce: Record<'sum' | 'count' | 'mean' | 'median' | 'min' | 'max' | 'latest' | 'first', string>;
  /** With what stands beside the name. */
  readonly reduceBy: Record<'mean' | 'decay', (parameter: string) => string>;
  readonly members: (reduce: string, count: number) => string;
  readonly noMembers: string;
  /** Where nothing can be said, not even that there are none. */
  readonly openMembers: string;
  readonly fate: Record<'outside-window' | 'dropped', string>;
  readonly step: (text: string, before: string, after: string) => string;
  readonly otherwise: (text: string, after: string) => string;
  readonly limit: (rule: string, before: string, after: string, event: string) => string;
  readonly formula: (text: string) => string;
  readonly edition: (edition: string) => string;
  readonly separator: string;
  /** Between parts of a line that say something by themselves. */
  readonly part: string;
  readonly aside: (text: string) => string;
  readonly same: string;
  /** A row of a standing, and what changed of it. */
  readonly row: (name: string, what: string) => string;
  readonly rankIs: (rank: string) => string;
  readonly totalIs: (total: string) => string;
  readonly joined: string;
  readonly left: string;
  readonly others: string;
  readonly otherOrder: string;
  readonly nowAbove: (names: string) => string;
  readonly noLongerAbove: (names: string) => string;
  readonly follows: (text: string) => string;
  readonly noLongerFollows: (text: string) => string;
  readonly stands: (before: string, after: string) => string;
  readonly inTable: (rank: string, table: string) => string;
  readonly limitBy: (rule: string, bounds: string, event: string) => string;
  readonly atMost: (max: string) => string;
  readonly atLeast: (min: string) => string;
  readonly noLonger: (text: string) => string;
  readonly rubricChanges: string;
  readonly unmoved: (count: number) => string;
}

const margin = (difference: string | null, open: string, close: string): string =>
  difference === null ? '' : `${open}${difference}${close}`;

export const WORDS: Record<Language, Words> = {
  en: {
    rank: (rank, of) => `rank ${rank} of ${of}`,
    unranked: (label) => `not ranked (${label})`,
    tiedWith: (names) => `tied with ${names}`,
    behind: (name, key, other, own, difference) =>
      `behind ${name} on ${key}: ${own} against ${other}${margin(difference, ' (by ', ')')}`,
    ahead: (name, key, other, own, difference) =>
      `ahead of ${name} on ${key}: ${own} against ${other}${margin(difference, ' (by ', ')')}`,
    equalOn: (keys) => `equal on ${keys}`,
    atPlace: (place, own, other) => `first at place ${place}: ${own} against ${other}`,
    amongThem: (names) => `counting only what is between ${names}`,
    band: (band) => `band ${band}`,
    noBand: 'no band',
    missedBy: {
      conditions: (band) => `not ${band}: its conditions do not hold`,
      quota: (band) => `not ${band}: the places were taken by higher ranks`,
      tie: (band) => `not ${band} yet: tied where the places run out, a decision must be recorded`,
      unknown: (band) => `not ${band} yet: something it depends on is unknown`,
      unranked: (band) => `not ${band}: not ranked`,
      exclusive: (band) => `not ${band}: another award bars from it`,
    },
    missedBefore: {
      conditions: (band) => `was not ${band}: its conditions did not hold`,
      quota: (band) => `was not ${band}: the places were taken by higher ranks`,
      tie: (band) => `was not ${band} yet: tied where the places ran out`,
      unknown: (band) => `was not ${band} yet: something it depends on was unknown`,
      unranked: (band) => `was not ${band}: not ranked`,
      exclusive: (band) => `was not ${band}: another award barred from it`,
    },
    places: (before, after) => `places ${before} → ${after}`,
    failed: (text, inputs) => `${text} does not hold${inputs === '' ? '' : ` (${inputs})`}`,
    awards: (names) => `awards: ${names}`,
    award: (award) => `award ${award}`,
    consequence: (what, to) => `${what} → ${to}`,
    status: {
      recommended: 'recommendation',
      due: '',
      confirmed: 'confirmed',
      declined: 'declined',
      executed: 'executed',
    },
    due: (day) => `due ${day}`,
    overdue: (day) => `overdue, was due ${day}`,
    unknown: 'unknown',
    reduce: {
      sum: 'sum',
      count: 'count',
      mean: 'mean',
      median: 'median',
      min: 'lowest',
      max: 'highest',
      latest: 'latest',
      first: 'first',
    },
    reduceBy: {
      mean: (power) => `mean (power ${power})`,
      decay: (weight) => `decaying mean (weight ${weight})`,
    },
    members: (reduce, count) => `${reduce} of ${count}`,
    noMembers: 'nothing recorded',
    openMembers: 'what counts is unknown',
    fate: { 'outside-window': 'outside the window', dropped: 'left out' },
    step: (text, before, after) => `${text}: ${before} → ${after}`,
    otherwise: (text, after) => `unknown, so ${text} = ${after}`,
    limit: (rule, before, after, event) => `limited by ${rule}: ${before} → ${after}, because of ${event}`,
    formula: (text) => `= ${text}`,
    edition: (edition) => `edition ${edition}`,
    separator: ', ',
    part: '; ',
    aside: (text) => `(${text})`,
    same: 'No difference.',
    row: (name, what) => `${name}: ${what}`,
    rankIs: (rank) => `rank ${rank}`,
    totalIs: (total) => `total ${total}`,
    joined: 'new',
    left: 'no longer there',
    others: 'only because others moved',
    otherOrder: 'because the keys of the order are others',
    nowAbove: (names) => `now ahead: ${names}`,
    noLongerAbove: (names) => `no longer ahead: ${names}`,
    follows: (text) => `now follows: ${text}`,
    noLongerFollows: (text) => `no longer follows: ${text}`,
    stands: (before, after) => `still follows, but otherwise: ${before} → ${after}`,
    inTable: (rank, table) => `${rank}, ${table}`,
    limitBy: (rule, bounds, event) => `limited by ${rule} ${bounds}, because of ${event}`,
    atMost: (max) => `to at most ${max}`,
    atLeast: (min) => `to at least ${min}`,
    noLonger: (text) => `no longer ${text}`,
    rubricChanges: 'Changes in the rubric',
    unmoved: (count) => `${count} unchanged`,
  },
  zh: {
    rank: (rank, of) => `第 ${rank} 名，共 ${of} 个`,
    unranked: (label) => `不参加排名（${label}）`,
    tiedWith: (names) => `与 ${names} 并列`,
    behind: (name, key, other, own, difference) =>
      `排在 ${name} 之后：${key} ${own}，对方 ${other}${margin(difference, '，相差 ', '')}`,
    ahead: (name, key, other, own, difference) =>
      `排在 ${name} 之前：${key} ${own}，对方 ${other}${margin(difference, '，相差 ', '')}`,
    equalOn: (keys) => `${keys} 相同`,
    atPlace: (place, own, other) => `首先在第 ${place} 位不同：${own}，对方 ${other}`,
    amongThem: (names) => `只计 ${names} 之间的`,
    band: (band) => `等次：${band}`,
    noBand: '未定等次',
    missedBy: {
      conditions: (band) => `未评为${band}：条件不满足`,
      quota: (band) => `未评为${band}：名额已由名次在前者用完`,
      tie: (band) => `暂未评为${band}：并列者多于剩余名额，须由有权机关决定`,
      unknown: (band) => `暂未评为${band}：所依据的数据尚不可知`,
      unranked: (band) => `未评为${band}：不参加排名`,
      exclusive: (band) => `未评为${band}：已获互斥的奖项`,
    },
    missedBefore: {
      conditions: (band) => `原未评为${band}：条件当时不满足`,
      quota: (band) => `原未评为${band}：名额当时已由名次在前者用完`,
      tie: (band) => `原暂未评为${band}：并列者当时多于剩余名额`,
      unknown: (band) => `原暂未评为${band}：所依据的数据当时尚不可知`,
      unranked: (band) => `原未评为${band}：当时不参加排名`,
      exclusive: (band) => `原未评为${band}：当时已获互斥的奖项`,
    },
    places: (before, after) => `名额 ${before} → ${after}`,
    failed: (text, inputs) => `${text} 不成立${inputs === '' ? '' : `（${inputs}）`}`,
    awards: (names) => `奖项：${names}`,
    award: (award) => `奖项${award}`,
    consequence: (what, to) => `${what} → ${to}`,
    status: { recommended: '建议', due: '', confirmed: '已确认', declined: '不采纳', executed: '已兑现' },
    due: (day) => `期限 ${day}`,
    overdue: (day) => `已逾期，期限 ${day}`,
    unknown: '未知',
    reduce: {
      sum: '合计',
      count: '计数',
      mean: '平均',
      median: '中位数',
      min: '最低',
      max: '最高',
      latest: '最近一次',
      first: '第一次',
    },
    reduceBy: {
      mean: (power) => `幂平均（幂次 ${power}）`,
      decay: (weight) => `衰减平均（权重 ${weight}）`,
    },
    members: (reduce, count) => `${count} 项${reduce}`,
    noMembers: '没有记录',
    openMembers: '计入哪些尚不可知',
    fate: { 'outside-window': '不在期间内', dropped: '不计' },
    step: (text, before, after) => `${text}：${before} → ${after}`,
    otherwise: (text, after) => `未知，故按 ${text} = ${after}`,
    limit: (rule, before, after, event) => `受 ${rule} 限制：${before} → ${after}，缘于 ${event}`,
    formula: (text) => `= ${text}`,
    edition: (edition) => `版本 ${edition}`,
    separator: '、',
    part: '；',
    aside: (text) => `（${text}）`,
    same: '没有差异。',
    row: (name, what) => `${name}：${what}`,
    rankIs: (rank) => `名次 ${rank}`,
    totalIs: (total) => `总分 ${total}`,
    joined: '新增',
    left: '不再列入',
    others: '仅因其他对象的变动',
    otherOrder: '因排序键不同',
    nowAbove: (names) => `改排在其前：${names}`,
    noLongerAbove: (names) => `不再排在其前：${names}`,
    follows: (text) => `新的后果：${text}`,
    noLongerFollows: (text) => `不再有后果：${text}`,
    stands: (before, after) => `后果有变：${before} → ${after}`,
    inTable: (rank, table) => `${rank}，${table}`,
    limitBy: (rule, bounds, event) => `受 ${rule} 限制，${bounds}，缘于 ${event}`,
    atMost: (max) => `不高于 ${max}`,
    atLeast: (min) => `不低于 ${min}`,
    noLonger: (text) => `不再${text}`,
    rubricChanges: '规则的改动',
    unmoved: (count) => `${count} 个没有变化`,
  },
};
