import type { RuleCoverage } from '../model/rubric-coverage.js';
import type { Language } from './words.js';

/** The phrases of a coverage, total in both languages. */
export interface CoverageWords {
  readonly heading: (asOf: string, events: number, subjects: number) => string;
  readonly rules: (fired: number, all: number) => string;
  readonly never: Readonly<Record<NonNullable<RuleCoverage['never']>, (rule: RuleCoverage) => string>>;
  readonly neverTrue: (test: string, made: number) => string;
  readonly neverTogether: string;
  readonly keptBack: (rule: string, times: number) => string;
  readonly reached: string;
  readonly unreached: (thing: string, rows: number) => string;
  readonly clauses: string;
  readonly unread: string;
  readonly clause: Readonly<
    Record<'window' | 'keep' | 'drop' | 'need' | 'map' | 'step' | 'otherwise', (text: string, of: number) => string>
  >;
  readonly way: (text: string, way: string, of: number) => string;
  readonly tables: string;
  readonly rowUnread: (row: string) => string;
  readonly elseUnread: string;
  readonly vocabulary: string;
  readonly unseen: string;
  readonly choiceUnseen: (field: string, choice: string) => string;
  readonly fieldUnseen: (field: string) => string;
  readonly all: string;
}

export const COVERAGE_WORDS: Readonly<Record<Language, CoverageWords>> = {
  en: {
    heading: (asOf, events, subjects) => `Coverage by ${events} events of ${subjects} subjects, as of ${asOf}`,
    rules: (fired, all) => `Rules: ${fired} of ${all} had their effect`,
    never: {
      'no-trigger': () => 'nothing triggered it',
      untried: ({ untried }) => `never tried: its date had not come (triggers: ${untried})`,
      failed: ({ tried }) => `its condition never held, tried ${tried} times`,
      excepted: ({ excepted, tried }) => `held ${excepted} of ${tried} times, and was kept back each time`,
      idle: ({ idle, tried }) => `held ${idle} of ${tried} times, and nothing came of it`,
    },
    neverTrue: (test, made) => `never true: ${test} (tested ${made} times)`,
    neverTogether: 'each test was true at some time, but never all together',
    keptBack: (rule, times) => `kept back by ${rule} ${times} times`,
    reached: 'Bands and awards that nobody reached',
    unreached: (thing, rows) => `${thing} (${rows} rows)`,
    clauses: 'Clauses that never decided',
    unread: 'never read',
    clause: {
      window: (text, of) => `the window ${text} left out none of ${of}`,
      keep: (text, of) => `keep ${text} left out none of ${of}`,
      drop: (_, of) => `drop left out none of ${of}`,
      need: (text, of) => `need ${text} was always met (${of} readings)`,
      map: (text, of) => `${text} never changed the value (${of} readings)`,
      step: (text, of) => `no value stood on the step ${text} (${of} readings)`,
      otherwise: (text, of) => `otherwise ${text} was never used (${of} readings)`,
    },
    way: (text, way, of) => `${text}: ${way} was never chosen (${of} times)`,
    tables: 'Table rows that were never read',
    rowUnread: (row) => `row ${row}`,
    elseUnread: 'the value of all other rows',
    vocabulary: 'What no event says',
    unseen: 'no such event',
    choiceUnseen: (field, choice) => `${field}: never ${choice}`,
    fieldUnseen: (field) => `${field}: never given`,
    all: 'Everything was used.',
  },
  zh: {
    heading: (asOf, events, subjects) => `${subjects} 个对象、${events} 个事件的规则覆盖情况，截至 ${asOf}`,
    rules: (fired, all) => `规则条目：共 ${all} 条，产生过效果的 ${fired} 条`,
    never: {
      'no-trigger': () => '没有触发事件',
      untried: ({ untried }) => `从未判断：${untried} 个触发事件都未到判断时刻`,
      failed: ({ tried }) => `判断 ${tried} 次，条件从未成立`,
      excepted: ({ excepted, tried }) => `判断 ${tried} 次，成立 ${excepted} 次，均被优先的规则条目排除`,
      idle: ({ idle, tried }) => `判断 ${tried} 次，成立 ${idle} 次，均未产生效果`,
    },
    neverTrue: (test, made) => `从未成立：${test}（检验 ${made} 次）`,
    neverTogether: '各项检验都曾成立，但从未同时成立',
    keptBack: (rule, times) => `被 ${rule} 排除 ${times} 次`,
    reached: '无人达到的等次和奖项',
    unreached: (thing, rows) => `${thing}（${rows} 行）`,
    clauses: '从未起作用的规定',
    unread: '从未读取',
    clause: {
      window: (text, of) => `时间窗口 ${text} 未略去任何成员（共 ${of} 个）`,
      keep: (text, of) => `保留 ${text} 未略去任何成员（共 ${of} 个）`,
      drop: (_, of) => `去掉若干 未略去任何成员（共 ${of} 个）`,
      need: (text, of) => `所需个数 ${text} 每次都满足（读取 ${of} 次）`,
      map: (text, of) => `${text} 从未改变值（读取 ${of} 次）`,
      step: (text, of) => `没有值落在台阶 ${text}（读取 ${of} 次）`,
      otherwise: (text, of) => `未知时的 ${text} 从未用到（读取 ${of} 次）`,
    },
    way: (text, way, of) => `${text}：从未取 ${way}（共 ${of} 次）`,
    tables: '从未查到的表行',
    rowUnread: (row) => `行 ${row}`,
    elseUnread: '其余各行的值',
    vocabulary: '事件中从未出现的内容',
    unseen: '没有这种事件',
    choiceUnseen: (field, choice) => `${field}：从未为 ${choice}`,
    fieldUnseen: (field) => `${field}：从未填写`,
    all: '全部都用到了。',
  },
};
