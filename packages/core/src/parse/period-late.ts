import { type Expr, within } from '../model/expr.js';
import { fieldsIn } from '../model/expr-walk.js';
import { child } from '../model/problem.js';
import type { EventTypeModel } from '../model/rubric.js';
import { fieldOf } from './common-fields.js';
import type { Draft } from './edition-draft.js';
import type { Report } from './report.js';

/** Whether an event is late must hang on closings and on itself alone, where that decides which events there are. */
export function sayLate({ world, events }: Draft, report: Report): void {
  const { key = '', late } = world.document.period ?? {};
  if (late === undefined || late === 'restate') return;
  if (late === 'carry' && world.keys.get(key) === 'text') report.add('late-carry-text', '/period/late', { key });
  for (const [type, event] of events) {
    const field = event.fields.get(key);
    if (field?.kind !== 'key') continue;
    const ways = [
      { slot: field.is?.expr, pointer: `${fieldOf(world.document, type, key)?.pointer}/is` },
      { slot: event.appliesBy?.expr, pointer: child(child('/vocabulary/events', type), 'appliesBy') },
    ];
    for (const { slot, pointer } of ways) {
      const read = slot === undefined ? undefined : readThrough(slot, event);
      if (read !== undefined) report.add('late-key-reads', pointer, { policy: late, key, type, read });
    }
  }
}

/** The first indicator or standing that a formula reads, itself or through other fields of the event. */
function readThrough(first: Expr, event: EventTypeModel): string | undefined {
  const behind = new Set([first]);
  for (const expr of behind) {
    for (const part of within(expr)) {
      if (part.kind === 'indicator' || part.kind === 'standing') return part.name;
      if (part.kind === 'context' && part.name === 'effective' && event.effective !== undefined)
        behind.add(event.effective.expr);
    }
    for (const name of fieldsIn(expr)) {
      const is = event.fields.get(name)?.is?.expr;
      if (is !== undefined) behind.add(is);
    }
  }
  return undefined;
}
