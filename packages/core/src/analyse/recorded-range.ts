import type { RubricModel } from '../model/rubric.js';
import type { Span } from './number-set.js';
import { ANY, between, hull } from './span.js';

/** Between which numbers a recorded field must lie by every edition; the door does not see what is issued, nor what older forms become. */
export function recordedRange({ editions }: RubricModel, type: string, name: string): Span {
  const isMade = editions.some(
    ({ events, rules }) =>
      [...rules.values()].some(({ effect }) => effect.kind === 'issue' && effect.type === type) ||
      [...events.values()].some(({ becomes }) => becomes?.type === type),
  );
  if (isMade) return ANY;
  const fields = editions.flatMap(({ events }) => events.get(type)?.fields.get(name) ?? []);
  return hull(fields.map(({ kind, min, max }) => (kind === 'number' ? between(min, max) : ANY))) ?? ANY;
}
