import type { Sight } from '../model/analysis.js';
import type { Bilingual } from '../model/problem.js';

/** What is to be seen in the outcome of a witness, in words. */
export function sightText(sight: Sight): Bilingual {
  switch (sight.kind) {
    case 'rule-tried':
      return sight.holds
        ? { en: `rule ${sight.rule} holds`, zh: `规则条目「${sight.rule}」成立` }
        : { en: `rule ${sight.rule} is tried and does not hold`, zh: `规则条目「${sight.rule}」经判断不成立` };
    case 'rule-never':
      return sight.before.length === 0
        ? { en: `rule ${sight.rule} is tried and does not hold`, zh: `规则条目「${sight.rule}」经判断不成立` }
        : {
            en: `the conditions of rule ${sight.rule} hold, but so do those of ${sight.before.join(', ')}`,
            zh: `规则条目「${sight.rule}」的条件成立，但 ${sight.before.join('、')} 的条件也成立`,
          };
    case 'band':
      return sight.band === null
        ? {
            en: `${sight.subject} is ranked in ${sight.standing} and has no band`,
            zh: `${sight.subject} 在「${sight.standing}」中有名次而无等次`,
          }
        : {
            en: `${sight.subject} is in band ${sight.band} of ${sight.standing}`,
            zh: `${sight.subject} 在「${sight.standing}」中为等次「${sight.band}」`,
          };
    case 'bands-both':
      return {
        en: `${sight.subject} is in band ${sight.bands[0]} of ${sight.standing}; if ${sight.bands[1]} stood alone, it would be in that`,
        zh: `${sight.subject} 在「${sight.standing}」中为等次「${sight.bands[0]}」；若只有「${sight.bands[1]}」，则为后者`,
      };
    case 'awards':
      return {
        en: `${sight.subject} has ${sight.awards.join(' and ')} in ${sight.standing}`,
        zh: `${sight.subject} 在「${sight.standing}」中兼得${sight.awards.map((award) => `「${award}」`).join('')}`,
      };
    case 'award-missed':
      return {
        en: `${sight.subject} is ranked in ${sight.standing} and does not have ${sight.award}`,
        zh: `${sight.subject} 在「${sight.standing}」中有名次而未获「${sight.award}」`,
      };
    case 'rules-together':
      return sight.holds
        ? {
            en: `${sight.rules.join(' and ')} both hold for ${sight.trigger}`,
            zh: `对 ${sight.trigger}，${sight.rules.map((rule) => `「${rule}」`).join('和')}同时成立`,
          }
        : {
            en: `none of ${sight.rules.join(', ')} holds for ${sight.trigger}`,
            zh: `对 ${sight.trigger}，${sight.rules.map((rule) => `「${rule}」`).join('、')}均不成立`,
          };
    case 'value-above':
      return {
        en: `${sight.indicator} of ${sight.subject} is ${sight.value}, above ${sight.limit}`,
        zh: `${sight.subject} 的「${sight.indicator}」为 ${sight.value}，高于 ${sight.limit}`,
      };
    case 'value-long':
      return {
        en: `${sight.indicator} of ${sight.subject} is a fraction whose denominator has ${sight.digits} digits by now`,
        zh: `${sight.subject} 的「${sight.indicator}」此时是分母为 ${sight.digits} 位数的分数`,
      };
    case 'values':
      return {
        en: `${sight.subject} has ${sight.indicators.length} values to be filled in`,
        zh: `${sight.subject} 有 ${sight.indicators.length} 项数值须填报`,
      };
    case 'differs':
      return differenceText(sight);
    case 'finding':
      return { en: `the outcome has the finding ${sight.code}`, zh: `结果中有须注意的事项 ${sight.code}` };
  }
}

function differenceText({ of, name, subject, one, other }: Extract<Sight, { kind: 'differs' }>): Bilingual {
  const [here, there] = [one ?? 'unknown', other ?? 'unknown'];
  const [hereZh, thereZh] = [one ?? '未知', other ?? '未知'];
  const what = {
    value: { en: `${name} of ${subject}`, zh: `${subject} 的「${name}」` },
    row: { en: `the row of ${subject} in ${name}`, zh: `${subject} 在「${name}」中的一行` },
    cards: { en: `the cards of ${subject}`, zh: `${subject} 的牌` },
    hit: { en: `whether rule ${name} holds for ${subject}`, zh: `规则条目「${name}」对 ${subject} 是否成立` },
    '': { en: 'something', zh: '有一处' },
  }[of];
  return { en: `${what.en}: ${here}; in the other: ${there}`, zh: `${what.zh}：${hereZh}；另一边：${thereZh}` };
}
