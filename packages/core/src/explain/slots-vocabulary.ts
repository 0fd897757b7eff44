import type { PartKind } from './document-part.js';
import type { SlotTable, SlotWords } from './slot-words.js';

const TITLE: SlotWords = ['title', '名称', 'title'];

type Kinds = Extract<
  PartKind,
  'rubric' | 'key' | 'calendar' | 'event' | 'colour' | 'field' | 'definition' | 'condition' | 'table' | 'cohort'
>;

/** What the slots of a rubric's head, its vocabulary and what formulas share are called. */
export const VOCABULARY_SLOTS: Readonly<Record<Kinds, SlotTable>> = {
  rubric: {
    $schema: ['schema for editors', '编辑器所用模式'],
    kind: ['kind of document', '文档种类'],
    id: ['id', '标识'],
    parent: ['parent edition', '所依据的版本'],
    title: TITLE,
    basis: ['basis', '依据'],
    effective: ['in force', '生效'],
    'effective/from': ['in force from', '生效首日'],
    zone: ['time zone', '时区'],
    'zone/name': ['time zone', '时区'],
    'zone/offsets': ['offsets of the time zone', '时区的偏移'],
    subject: ['key of the subject', '对象所在的维度', 'key'],
    period: ['period', '周期'],
    'period/key': ['key of the period', '周期所在的维度', 'key'],
    'period/ends': ['end of a period', '周期的末日'],
    'period/late': ['what becomes of late events', '迟到事件的处理', 'word'],
    keys: ['keys', '维度'],
    calendars: ['calendars', '工作日历'],
    vocabulary: ['vocabulary', '词汇'],
    'vocabulary/common': ['fields of all event types', '各种事件共有的字段'],
    'vocabulary/events': ['event types', '事件类型'],
    define: ['definitions', '定义'],
    conditions: ['named conditions', '公用条件'],
    tables: ['tables', '表'],
    cohorts: ['cohorts', '比较组'],
    indicators: ['indicators', '指标'],
    rules: ['rules', '规则条目'],
    standings: ['standings', '排名'],
    roles: ['roles', '角色'],
    procedures: ['procedures', '程序'],
  },
  key: { title: TITLE, type: ['type', '类型', 'word', 'text'] },
  calendar: {
    title: TITLE,
    from: ['first day', '第一天'],
    until: ['day behind the last', '最后一天的次日'],
    weekend: ['weekdays not worked', '每周休息日'],
    holidays: ['holidays', '其他休息日'],
    workdays: ['extra working days', '调休上班日'],
  },
  event: {
    title: TITLE,
    registers: ['registers its subject', '登记其对象', 'flag', 'false'],
    finding: ['shown among the findings', '列入须注意的事项', 'flag', 'false'],
    effective: ['when it takes effect', '生效时刻', 'plain', 'time'],
    appliesBy: ['date that picks the edition', '决定适用版本的日期'],
    card: ['card', '牌'],
    'card/colour': ['field of the colour', '存放颜色的字段'],
    'card/colours': ['colours', '颜色'],
    fields: ['fields', '字段'],
  },
  colour: {
    polarity: ['polarity', '含义', 'word'],
    severity: ['severity', '严重程度'],
    title: TITLE,
  },
  field: {
    kind: ['kind', '种类', 'word'],
    of: ['choices', '可取的值'],
    items: ['type of its items', '各项的类型', 'word', 'text'],
    title: TITLE,
    unit: ['unit', '单位'],
    optional: ['may be lacking', '可缺少', 'flag', 'false'],
    is: ['formula', '公式'],
    path: ['place in the data', '在数据中的位置'],
  },
  definition: { with: ['parameters', '参数'], is: ['value', '值'] },
  condition: {},
  table: {
    by: ['columns', '各列'],
    rows: ['rows', '各行'],
    'rows/*': ['row *', '行 *'],
    else: ['value of all other rows', '其余各行的值'],
  },
  cohort: {
    each: ['one table for each', '分表的维度', 'key'],
    of: ['members', '成员', 'key'],
    in: ['where members come from', '成员的来源'],
    'in/event': ['event that makes a member', '产生成员的事件', 'event'],
    'in/where': ['condition', '条件', 'where'],
    'in/where/*': ['condition', '条件', 'tests'],
  },
};
