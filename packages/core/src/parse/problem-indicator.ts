import type { Messages } from './problem-message.js';
import { meant, meantZh, quoted, quotedZh } from './quote.js';
import { typeEn, typeZh } from './words.js';

/** What is wrong with indicators. */
export interface IndicatorFacts {
  readonly 'indicator-unknown': { name: string; nearest: string };
  readonly 'indicator-body': { name: string; found: number };
  readonly 'formula-with-measure': { key: string };
  readonly 'zero-type': { found: string };
  readonly 'order-type': { found: string };
  readonly 'value-missing': { reduce: string };
  readonly 'reduce-type': { reduce: string; found: string; expected: string };
  readonly 'drop-where': { kind: string };
  readonly 'optimal-mean': { reduce: string };
  readonly 'optimal-worst': Record<string, never>;
  readonly 'weight-unused': { reduce: string };
  readonly 'decay-weights': Record<string, never>;
  readonly 'power-literal': { found: string };
  readonly 'given-by-none': { name: string };
  readonly 'with-unread': { name: string; hiddenBy: string };
  readonly 'part-type': { name: string; found: string };
  readonly 'parts-full': { name: string; found: string; expected: string };
  readonly 'parts-weights': { name: string; found: string };
  readonly 'parts-weight-missing': { name: string; part: string };
  readonly 'keep-one': { found: string };
  readonly 'window-open': Record<string, never>;
  readonly 'window-by-missing': Record<string, never>;
  readonly 'window-by-alone': Record<string, never>;
  readonly 'pick-none': { name: string };
  readonly 'pick-members': { part: string; kind: string };
  readonly 'each-key-bound': { key: string };
  readonly 'each-cohort-key': { key: string; cohort: string; of: string };
  readonly 'each-without-source': { key: string };
  readonly 'range-key': { key: string };
  readonly 'domain-list': { name: string; type: string };
  readonly 'domain-list-type': { key: string; name: string; found: string; expected: string };
  readonly 'map-type': { step: string; found: string };
  readonly 'curve-order': { place: number };
  readonly 'rank-key': { cohort: string; key: string };
  readonly 'bands-type': { name: string; found: string };
  readonly 'band-order': { band: string; from: string; above: string };
  readonly 'band-empty': { band: string; from: string; below: string };
  readonly 'band-gap': { band: string; below: string; above: string };
  readonly 'band-overlap': { band: string; below: string; above: string };
  readonly 'band-hides': { band: string };
}

export const INDICATOR_MESSAGES: Messages<IndicatorFacts> = {
  'indicator-unknown': {
    en: ({ name, nearest }) => `There is no indicator ${quoted(name)}.${meant(nearest)}`,
    zh: ({ name, nearest }) => `没有指标${quotedZh(name)}。${meantZh(nearest)}`,
  },
  'indicator-body': {
    en: ({ name, found }) =>
      `${quoted(name)} has ${found === 0 ? 'neither `is` nor `of`' : 'both `is` and `of`'}; give one: a formula or a measure.`,
    zh: ({ name, found }) =>
      `${quotedZh(name)}${found === 0 ? '既没有 is 也没有 of' : '同时有 is 和 of'}；请只写其一：公式或度量。`,
  },
  'formula-with-measure': {
    en: ({ key }) => `\`${key}\` belongs to a measure with \`of\`; a formula (\`is\`) has no members. Remove it.`,
    zh: ({ key }) => `${key} 属于带 of 的度量；公式（is）没有成员。请删去。`,
  },
  'value-missing': {
    en: ({ reduce }) => `To ${reduce} the events, \`value\` must say what each is worth; only \`count\` does without.`,
    zh: ({ reduce }) => `要对事件求 ${reduce}，须用 value 写明每件的值；只有 count 可以不写。`,
  },
  'reduce-type': {
    en: ({ reduce, found, expected }) =>
      `${reduce} takes ${typeEn(expected)}, but the members are worth ${typeEn(found)}; use count, latest or first.`,
    zh: ({ reduce, found, expected }) =>
      `${reduce} 要求${typeZh(expected)}，而成员的值是${typeZh(found)}；可用 count、latest 或 first。`,
  },
  'zero-type': {
    en: ({ found }) =>
      `\`missing: zero\` puts the number 0 in place of what is unknown, but the members are worth ${typeEn(found)}; use skip or unknown.`,
    zh: ({ found }) =>
      `missing 为 zero 时，未知的值以数字 0 代替，而成员的值是${typeZh(found)}；可用 skip 或 unknown。`,
  },
  'order-type': {
    en: ({ found }) =>
      `Best and worst need values that have an order, but the members are worth ${typeEn(found)}; keep the latest or the first.`,
    zh: ({ found }) => `最好与最差要求值有大小之分，而成员的值是${typeZh(found)}；可保留 latest 或 first。`,
  },
  'drop-where': {
    en: ({ kind }) =>
      `Members of kind "${kind}" have nothing of their own that a condition could ask, so it cannot say which of them may be dropped. Remove it, or measure events.`,
    zh: ({ kind }) => `"${kind}" 类的成员没有可供条件判断的内容，无法说明哪些可以去掉；请删去，或改为衡量事件。`,
  },
  'optimal-mean': {
    en: ({ reduce }) =>
      `Which members to drop for the best result is worked out for a plain \`mean\`; here stands ${quoted(reduce)}. Reduce by \`mean\`, or remove \`optimal\`.`,
    zh: ({ reduce }) =>
      `只有归并为算术平均（mean）时才能求出去掉哪些最有利，此处是${quotedZh(reduce)}；请改为 mean，或删去 optimal。`,
  },
  'optimal-worst': {
    en: () => '`optimal` says which members go in place of the lowest: give `worst` and no `best`, or remove it.',
    zh: () => 'optimal 说明以哪些成员代替最低者去掉；请只写 worst 而不写 best，或删去 optimal。',
  },
  'weight-unused': {
    severity: 'warning',
    en: ({ reduce }) => `Weights count only in a \`mean\` and a \`sum\`; with \`${reduce}\` this one is not used.`,
    zh: ({ reduce }) => `权重只用于 mean 和 sum；在 ${reduce} 中不起作用。`,
  },
  'decay-weights': {
    en: () =>
      'The members of a decay have no weights of their own; its one weight, that of the latest member, stands in `reduce`. Remove this one, or take a `mean`.',
    zh: () => '衰减平均的成员没有各自的权重，最近一项的权重写在 reduce 中；请删去此处的权重，或改用 mean。',
  },
  'power-literal': {
    en: ({ found }) =>
      `The power of a mean is written as a number, such as -1 (harmonic), 0 (geometric) or "0.5"; ${quoted(found)} is none.`,
    zh: ({ found }) => `平均的幂次须直接写成数字，例如 -1（调和）、0（几何）或 "0.5"；${quotedZh(found)}不是数字。`,
  },
  'given-by-none': {
    severity: 'warning',
    en: ({ name }) => `No rule gives points to ${quoted(name)}, so it stays empty; write a \`give\` rule to it.`,
    zh: ({ name }) => `没有规则给${quotedZh(name)}加减分，它将一直为空；请写一条 give 规则。`,
  },
  'with-unread': {
    severity: 'warning',
    en: ({ name, hiddenBy }) =>
      `${quoted(name)} is passed here, but nothing reads it${hiddenBy !== '' ? `: plain ${name} is the member's own field. Write outer.${name} for what is passed` : '; take it out of `with`'}.`,
    zh: ({ name, hiddenBy }) =>
      `${quotedZh(name)}在此传入，却无处读取${hiddenBy !== '' ? `：单写 ${name} 指成员自己的字段，传入的值请写 outer.${name}` : '，请从 with 中删去'}。`,
  },
  'part-type': {
    en: ({ name, found }) => `The part ${quoted(name)} is ${typeEn(found)}; parts must be numbers.`,
    zh: ({ name, found }) => `分项${quotedZh(name)}是${typeZh(found)}；分项必须是数字。`,
  },
  'parts-full': {
    en: ({ name, found, expected }) =>
      `The full marks of the parts of ${name} add up to ${found}; they should add up to ${expected}.`,
    zh: ({ name, found, expected }) => `${name} 分值合计 ${found}，应为 ${expected}。`,
  },
  'parts-weights': {
    en: ({ name, found }) => `The weights of the parts of ${name} add up to ${found}; they should add up to 1 or 100.`,
    zh: ({ name, found }) => `${name} 权重合计 ${found}，应为 1 或 100。`,
  },
  'parts-weight-missing': {
    en: ({ name, part }) =>
      `Some parts of ${name} have a weight, but ${part} has none; give weights to all or to none.`,
    zh: ({ name, part }) => `${name} 的分项有的有权重，而 ${part} 没有；请全部写或全不写。`,
  },
  'keep-one': {
    en: ({ found }) =>
      `\`keep\` takes one of best, worst, latest and first${found === '' ? '' : `, but here stand ${found}`}.`,
    zh: ({ found }) => `keep 只能写 best、worst、latest、first 之一${found === '' ? '' : `，这里写了 ${found}`}。`,
  },
  'window-open': {
    en: () =>
      'A window without `from`, `until`, `after` and `before` leaves nothing out; give a bound or remove the window.',
    zh: () => '窗口没有 from、until、after 和 before，不起作用；请写明边界或删去。',
  },
  'window-by-alone': {
    en: () => '`by` is what `from` and `until` are compared with, and neither is given; add one, or remove it.',
    zh: () => 'by 与 from 和 until 相比，而二者都没有写；请写明其一，或删去 by。',
  },
  'pick-none': {
    en: ({ name }) =>
      `${quoted(name)} picks no event: \`after\` and \`before\` name an indicator \`of\` events that is reduced by \`latest\` or \`first\`.`,
    zh: ({ name }) => `${quotedZh(name)}不能选出一个事件：after 与 before 应写以 latest 或 first 归并的事件指标。`,
  },
  'pick-members': {
    en: ({ part, kind }) =>
      `Members of kind "${kind}" stand neither before nor behind an event; \`${part}\` is for events and given points. Bound the window by dates, or put it into the measure of events.`,
    zh: ({ part, kind }) =>
      `"${kind}" 类的成员与事件没有先后之分，${part} 只用于事件和给分；请以日期为界，或写在事件的度量中。`,
  },
  'window-by-missing': {
    en: () => 'These members are no events and have no time; say with `by` which date counts.',
    zh: () => '这些成员不是事件，没有时间；请用 by 说明以哪个日期为准。',
  },
  'each-key-bound': {
    en: ({ key }) =>
      `${quoted(key)} is bound already here, so it cannot run over its values; take it out of \`per\`, or use another key.`,
    zh: ({ key }) => `${quotedZh(key)}在此处已有取值，不能再逐一展开；请从 per 中去掉，或换一个维度。`,
  },
  'each-cohort-key': {
    en: ({ key, cohort, of }) => `The members of ${quoted(cohort)} are values of ${quoted(of)}, not of ${quoted(key)}.`,
    zh: ({ key, cohort, of }) => `比较组${quotedZh(cohort)}的成员是${quotedZh(of)}的取值，不是${quotedZh(key)}的。`,
  },
  'each-without-source': {
    en: ({ key }) =>
      `Nothing that is read here carries ${quoted(key)}, so there are no values to run over; name them with \`in\`.`,
    zh: ({ key }) => `此处读取的内容都不带${quotedZh(key)}，没有可展开的取值；请用 in 指明。`,
  },
  'range-key': {
    en: ({ key }) =>
      `A range runs over numbers, but the values of ${quoted(key)} are texts; list them with "values", or declare the key with "type": "number".`,
    zh: ({ key }) =>
      `range 展开为数字，而维度${quotedZh(key)}的取值是文本；请用 values 列出，或在 keys 中写 "type": "number"。`,
  },
  'domain-list': {
    en: ({ name, type }) =>
      `${quoted(name)} of ${quoted(type)} is no list; leave \`list\` out, or name a field of kind "list".`,
    zh: ({ name, type }) => `${quotedZh(type)}的${quotedZh(name)}不是列表；请删去 list，或写 kind 为 "list" 的字段。`,
  },
  'domain-list-type': {
    en: ({ key, name, found, expected }) =>
      `The items of ${quoted(name)} are ${typeEn(found)}, but the key ${quoted(key)} is ${typeEn(expected)}.`,
    zh: ({ key, name, found, expected }) =>
      `${quotedZh(name)}的各项是${typeZh(found)}，而维度${quotedZh(key)}是${typeZh(expected)}。`,
  },
  'map-type': {
    en: ({ step, found }) => `The step "${step}" takes a number, but the value here is ${typeEn(found)}.`,
    zh: ({ step, found }) => `步骤 "${step}" 要求数字，而此处的值是${typeZh(found)}。`,
  },
  'curve-order': {
    en: ({ place }) => `Entry ${place} is not above the one before it; order the entries from small to large.`,
    zh: ({ place }) => `第 ${place} 项不大于前一项；请从小到大排列。`,
  },
  'rank-key': {
    en: ({ cohort, key }) =>
      `To rank among ${quoted(cohort)}, the indicator must be a function of ${quoted(key)}; add it to \`per\`.`,
    zh: ({ cohort, key }) => `要在${quotedZh(cohort)}中排名，指标须随${quotedZh(key)}而定；请把它加入 per。`,
  },
  'bands-type': {
    en: ({ name, found }) => `Bands divide numbers, but ${quoted(name)} is ${typeEn(found)}.`,
    zh: ({ name, found }) => `等次按数字划分，而${quotedZh(name)}是${typeZh(found)}。`,
  },
  'band-order': {
    en: ({ band, from, above }) =>
      `Band ${quoted(band)} begins at ${from}, not below the band above it (${above}); order bands from the top.`,
    zh: ({ band, from, above }) => `等次${quotedZh(band)}从 ${from} 起，不低于上一等次（${above}）；请从高到低排列。`,
  },
  'band-empty': {
    en: ({ band, from, below }) =>
      `Band ${quoted(band)} ends at ${below}, where it begins or before (${from}); nothing can fall into it.`,
    zh: ({ band, from, below }) => `等次${quotedZh(band)}止于 ${below}，不高于其起点 ${from}；不会有任何值落入。`,
  },
  'band-gap': {
    en: ({ band, below, above }) =>
      `Between band ${quoted(band)} (below ${below}) and the one above it (from ${above}) is a gap; make them meet.`,
    zh: ({ band, below, above }) =>
      `等次${quotedZh(band)}（低于 ${below}）与上一等次（${above} 起）之间有空档；请使其衔接。`,
  },
  'band-overlap': {
    en: ({ band, below, above }) =>
      `Band ${quoted(band)} (below ${below}) overlaps the one above it (from ${above}); make them meet.`,
    zh: ({ band, below, above }) => `等次${quotedZh(band)}（低于 ${below}）与上一等次（${above} 起）重叠；请使其衔接。`,
  },
  'band-hides': {
    en: ({ band }) =>
      `Band ${quoted(band)} takes everything, so the bands behind it can never be reached; give it a \`from\`, or put it last.`,
    zh: ({ band }) => `等次${quotedZh(band)}收下一切，其后的等次永远达不到；请写 from 或移到最后。`,
  },
};
