import type { PartKind } from './document-part.js';
import type { SlotTable, SlotWords } from './slot-words.js';

const TITLE: SlotWords = ['title', '名称', 'title'];
const BASIS: SlotWords = ['basis', '依据'];
const QUOTA: SlotWords = ['places', '名额'];
const EDGE: SlotWords = ['a tie at the last place', '并列于末位名额时', 'word', 'decide'];
const then: SlotWords = ['keys of the edge', '边界键'];
const EXAMPLES: SlotWords = ['examples', '示例', 'examples'];
const EVENT: SlotWords = ['event', '事件'];
const ITEMS: SlotWords = ['events', '事件', 'indicator'];
const AS: SlotWords = ['state it gets', '其后的状态'];

/** What the slots of rules and standings are called; those of an effect begin with its type. */
export const JUDGING_SLOTS: Readonly<
  Record<Extract<PartKind, 'rule' | 'standing' | 'chain' | 'band' | 'award'>, SlotTable>
> = {
  rule: {
    name: ['name', '标识'],
    title: TITLE,
    basis: BASIS,
    on: ['trigger', '触发', 'trigger'],
    for: ['tried for each member of', '逐一适用于', 'cohort'],
    at: ['when it is tried', '判断时刻'],
    where: ['condition', '条件', 'where'],
    'where/*': ['condition', '条件', 'tests'],
    conditions: ['condition', '条件', 'condition'],
    unless: ['rules that go before it', '优先于它的规则条目', 'rule'],
    overrides: ['rules that it goes before', '它所优先的规则条目', 'rule'],
    appliesBy: ['date that picks the edition', '决定适用版本的日期', 'word'],
    priority: ['priority', '优先级'],
    examples: EXAMPLES,
    event: ['effect', '效果', 'effect'],
    'event/type': ['effect', '效果', 'word'],
    'event/params': ['effect', '效果'],
    'give/to': ['indicator that it gives to', '计入的指标', 'indicator'],
    'give/points': ['points', '分值'],
    'issue/type': ['event that it issues', '签发的事件', 'event'],
    'issue/each': ['what it issues one for each of', '逐项签发所依的列表'],
    'issue/where': ['which it issues', '签发的条件', 'where'],
    'issue/where/*': ['which it issues', '签发的条件', 'tests'],
    'issue/fields': ['fields of what it issues', '所签发事件的字段'],
    'issue/fields/*': ['field * of what it issues', '所签发事件的字段 *'],
    'issue/consumes': ['what it uses up', '所消耗的事件', 'consumes'],
    'end/event': EVENT,
    'end/items': ITEMS,
    'end/as': AS,
    'void/event': EVENT,
    'void/items': ITEMS,
    'limit/indicator': ['indicator that it limits', '所限制的指标', 'indicator'],
    'limit/max': ['greatest value', '最大值'],
    'limit/min': ['least value', '最小值'],
    'consequence/what': ['consequence', '后果'],
    'consequence/title': ['consequence', '后果', 'title'],
    'consequence/to': ['to whom', '针对', 'plain', 'subject'],
    'consequence/authority': ['who decides', '决定者'],
    'consequence/amount': ['amount', '数额'],
    'consequence/due': ['due', '期限'],
    'consequence/recommendation': ['only recommended', '仅为建议', 'flag', 'false'],
  },
  standing: {
    title: TITLE,
    among: ['cohort', '比较组', 'cohort'],
    total: ['total', '总分'],
    ties: ['ranks of ties', '并列的名次', 'word', 'standard'],
    unranked: ['who is not ranked', '不参加排名者'],
    'unranked/where': ['who is not ranked', '不参加排名者', 'where'],
    'unranked/where/*': ['who is not ranked', '不参加排名者', 'tests'],
    'unranked/label': ['why somebody is not ranked', '不参加排名的原因'],
    by: ['keys of the order', '排序键'],
    bands: ['bands', '等次'],
    awards: ['awards', '奖项'],
    hidden: ['left out of outcomes', '结果中不显示', 'flag', 'false'],
    examples: EXAMPLES,
  },
  chain: {
    name: ['name', '标识'],
    title: TITLE,
    is: ['formula', '公式'],
    items: ['indicator whose members are compared', '逐位比较其成员的指标', 'indicator'],
    sort: ['order of the list', '列中的次序', 'word', 'members'],
    reverse: ['the list turned round', '列的次序倒转', 'flag', 'false'],
    depth: ['places that count', '比较的位数'],
    pad: ['value of an empty place', '空位的值'],
    order: ['order', '先后', 'word', 'desc'],
    unknown: ['an unknown value', '值未知者', 'word'],
    if: ['tied groups that it splits', '所区分的并列组'],
    among: ['events that count among the tied', '并列者之间计入的事件'],
    'among/types': ['events that count among the tied', '并列者之间计入的事件', 'event'],
    'among/fields': ['fields that hold the tied', '存放并列者的字段'],
    by: ['keys of the block', '该组排序键'],
  },
  band: {
    id: ['id', '标识'],
    title: TITLE,
    basis: BASIS,
    from: ['least total', '最低总分'],
    below: ['begin of the band above', '上一等次的起点'],
    where: ['condition', '条件', 'where'],
    'where/*': ['condition', '条件', 'tests'],
    quota: QUOTA,
    edge: EDGE,
    then,
    plus: ['in whatever the places', '不占名额者', 'where'],
    'plus/*': ['in whatever the places', '不占名额者', 'tests'],
  },
  award: {
    id: ['id', '标识'],
    title: TITLE,
    basis: BASIS,
    where: ['condition', '条件', 'where'],
    'where/*': ['condition', '条件', 'tests'],
    by: ['keys of the order', '排序键'],
    quota: QUOTA,
    edge: EDGE,
    then,
    exclusive: ['awards that bar from it', '与之互斥的奖项', 'award'],
  },
};
