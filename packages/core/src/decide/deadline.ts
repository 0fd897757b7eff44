import { formatDay, formatInstant, type Instant } from '../model/calendar.js';
import type { StepPlan } from '../model/plan-procedure.js';
import { endOfDay } from '../model/zone.js';
import type { Scene } from './scene.js';

export interface Deadline {
  /** The last instant in time. */
  readonly last: Instant;
  /** As the rubric has it: a day, or an instant. */
  readonly shown: string;
}

/** Until when a step is in time; undefined where no time is running. */
export function deadlineOf({ by, model }: StepPlan, scene: Scene): Deadline | undefined {
  const value = by === undefined ? undefined : scene.value(by);
  if (typeof value !== 'number') return undefined;
  if (model.by?.expr.type !== 'date') return { last: value, shown: formatInstant(value) };
  return { last: endOfDay(scene.zone, value), shown: formatDay(value) };
}
