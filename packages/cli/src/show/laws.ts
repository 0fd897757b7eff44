import type { Analysis, Bilingual, Monotone } from '@meritlog/core';
import type { Shell } from '../shell.js';
import type { Analysed } from './analysis.js';

/** What can be relied on in each rubric: what is monotone, and what is commutative. */
export function lawsText(analyses: readonly Analysed[], shell: Shell): readonly string[] {
  return analyses.map(({ file, analysis }) =>
    [`${file}:`, ...monotoneLines(analysis, shell), ...commutativeLines(analysis, shell)]
      .map((line) => `${line}\n`)
      .join(''),
  );
}

const MOVES: Readonly<Record<Monotone['moves'], Bilingual>> = {
  up: { en: 'never moves its subject down', zh: '不会使对象下降' },
  down: { en: 'never moves its subject up', zh: '不会使对象上升' },
  nowhere: { en: 'does not move its subject', zh: '不影响对象的位置' },
};

function monotoneLines({ monotone }: Analysis, shell: Shell): readonly string[] {
  if (monotone.length === 0)
    return [
      shell.in({ en: '  Of no event it is sure what more of it does.', zh: '  尚无一类事件增多的影响可以断定。' }),
    ];
  return monotone.map(({ type, field, standing, moves }) => {
    const more =
      field === undefined
        ? { en: `more ${type}`, zh: `${type} 增多` }
        : { en: `greater ${field} of ${type}`, zh: `${type} 的 ${field} 增大` };
    return shell.in({
      en: `  ${standing}: ${more.en} ${MOVES[moves].en}`,
      zh: `  ${standing}：${more.zh}，${MOVES[moves].zh}`,
    });
  });
}

function commutativeLines({ commutative }: Analysis, shell: Shell): readonly string[] {
  return (['day', 'period'] as const).flatMap((span) => {
    const types = commutative.filter(({ within }) => within === span).map(({ type }) => type);
    if (types.length === 0) return [];
    const words = { day: { en: 'a day', zh: '一日' }, period: { en: 'a period', zh: '一个周期' } }[span];
    return [
      shell.in({
        en: `  Within ${words.en} the order cannot matter of: ${types.join(', ')}`,
        zh: `  在${words.zh}之内，先后不影响结果：${types.join('、')}`,
      }),
    ];
  });
}
