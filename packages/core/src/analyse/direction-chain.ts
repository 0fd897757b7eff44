import type { ChainStep, RankKey } from '../model/rubric.js';
import { ANYWHERE, type Change, type Direction, reversed, together } from './direction.js';

/** What a change does to an order: upwards is nearer to the first place. A key that splits only some ties must not change at all, and nor may any before it. */
export function chainDirection(chain: readonly ChainStep[], change: Change): Direction {
  const directions = chain.map((step) => stepDirection(step, change));
  const isPartial = chain.some((step) => step.if !== undefined || step.kind === 'among');
  const all = together(directions);
  return isPartial && all !== 'same' ? 'any' : all;
}

function stepDirection(step: ChainStep, change: Change): Direction {
  switch (step.kind) {
    case 'is': {
      const own = change.of(step.is.expr, ANYWHERE);
      return step.order === 'asc' ? reversed(own) : own;
    }
    case 'items':
      return listDirection(step, change);
    case 'among': {
      const isStill = step.types.every((type) => change.fate(type) === 'same');
      return isStill && step.by.every((key) => stepDirection(key, change) === 'same') ? 'same' : 'any';
    }
  }
}

/** A list stays as it is if nothing becomes of its members. */
function listDirection({ items }: Extract<RankKey, { kind: 'items' }>, change: Change): Direction {
  return change.areItemsStill(items.name) ? 'same' : 'any';
}
