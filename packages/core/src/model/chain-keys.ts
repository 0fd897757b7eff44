import type { ChainStep, RankKey } from './rubric.js';

/** Every key of an order, those in blocks too, as outcomes list their values. */
export function chainKeys(chain: readonly ChainStep[]): readonly RankKey[] {
  return chain.flatMap((step): readonly RankKey[] => (step.kind === 'among' ? step.by : [step]));
}
