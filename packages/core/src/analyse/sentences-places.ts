import type { AnalysisCode } from '../model/analysis.js';
import type { Sentence } from './sentence-shape.js';

type PlaceCode = Extract<
  AnalysisCode,
  'band-never' | 'band-overlap' | 'no-band' | 'tie-at-quota' | 'award-overlap' | 'award-never'
>;

/** About bands, awards and quotas. */
export const PLACE_SENTENCES: Readonly<Record<PlaceCode, Sentence>> = {
  'band-never': {
    level: 'refusal',
    message: ({ standing, band, above }) =>
      above === ''
        ? {
            en: `The conditions of band "${band}" of "${standing}" contradict each other, so no row can ever be in it.`,
            zh: `「${standing}」中等次「${band}」的条件互相矛盾，不会有任何一行进入。`,
          }
        : {
            en: `The bands above (${above}) take every row that band "${band}" of "${standing}" would take, so none can ever be in it.`,
            zh: `上面的等次（${above}）已收下「${standing}」中等次「${band}」的全部对象，不会有任何一行进入。`,
          },
    fix: () => ({
      en: 'Correct the conditions, put the band further up, or remove it.',
      zh: '请改正条件、将该等次上移，或删去该等次。',
    }),
  },
  'band-overlap': {
    level: 'warning',
    message: ({ standing, band, above }) => ({
      en: `Band "${band}" of "${standing}" says where it ends, and yet reaches into band "${above}" above it, which takes what both want.`,
      zh: `「${standing}」中等次「${band}」写明了上限，却与上面的等次「${above}」重叠；重叠处归上面的等次。`,
    }),
    fix: () => ({ en: 'Make the two meet.', zh: '请使两个等次相互衔接。' }),
  },
  'no-band': {
    level: 'warning',
    message: ({ standing }) => ({
      en: `A row of "${standing}" can be ranked and yet fit no band, though everything about it is known.`,
      zh: `「${standing}」中的对象可以有名次、各项数值已知，却不符合任何等次。`,
    }),
    fix: () => ({
      en: 'Make the bands meet, or add a last one without conditions.',
      zh: '请使各等次衔接，或在最后加一个无条件的等次。',
    }),
  },
  'tie-at-quota': {
    level: 'warning',
    message: ({ standing, what, id }) => ({
      en: `${what === 'band' ? 'Band' : 'Award'} "${id}" of "${standing}" has a quota, but does not say what happens when a tie stands on its edge.`,
      zh: `「${standing}」的${what === 'band' ? '等次' : '奖项'}「${id}」有名额，但未写明并列者跨越名额边界时如何处理。`,
    }),
    fix: () => ({
      en: 'Write `edge`: "decide" if people are to decide, or one of the others.',
      zh: '请写 edge：由人决定写 "decide"，否则写其他方式。',
    }),
  },
  'award-overlap': {
    level: 'warning',
    message: ({ standing, award, others }) => ({
      en: `One row of "${standing}" can get both award "${award}" and one before it (${others}), and nothing says whether that is meant.`,
      zh: `「${standing}」中同一对象可同时获得奖项「${award}」和之前的奖项（${others}），而规则未写明是否允许。`,
    }),
    fix: () => ({
      en: 'Write `exclusive`: the awards that bar from it, or [] if one may have both.',
      zh: '请写 exclusive：列出与其互斥的奖项；允许兼得则写 []。',
    }),
  },
  'award-never': {
    level: 'refusal',
    message: ({ standing, award }) => ({
      en: `The conditions of award "${award}" of "${standing}" contradict each other, so nobody can ever get it.`,
      zh: `「${standing}」中奖项「${award}」的条件互相矛盾，不会有任何对象获得。`,
    }),
    fix: () => ({ en: 'Correct the conditions, or remove the award.', zh: '请改正条件，或删去该奖项。' }),
  },
};
