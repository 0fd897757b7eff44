import { child } from '../model/problem.js';
import type { CohortModel } from '../model/rubric.js';
import { whereAt } from './condition-formula.js';
import type { CohortDocument } from './document.js';
import { keyScope, withEvent } from './formula-scope.js';
import { sayOlder } from './older-forms.js';
import { sayKeys } from './resolve-indicator.js';
import { eventsOf, type Pass } from './world.js';

/** One cohort: its events must carry the keys that make its tables. */
export function resolveCohort(name: string, document: CohortDocument, pass: Pass): CohortModel {
  const pointer = child('/cohorts', name);
  const { world, report } = pass;
  const { each, of } = document;
  const { event, where } = document.in;
  sayKeys(each, child(pointer, 'each'), pass);
  if (each.includes(of)) report.add('duplicate-id', child(pointer, 'of'), { id: of });
  else if (!world.keys.has(of) && !world.broken.has(of)) {
    report.add('key-unknown', child(pointer, 'of'), { name: of, nearest: pass.report.near(of, world.keys.keys()) });
  }
  const at = child(child(pointer, 'in'), 'event');
  const fields = world.events.get(event);
  if (fields === undefined && !world.broken.has(event)) {
    report.add('event-type-unknown', at, { type: event, nearest: pass.report.near(event, world.events.keys()) });
  }
  sayOlder(event, at, pass);
  for (const key of [...each, of]) {
    if (fields === undefined || fields.has(key) || !world.keys.has(key) || world.broken.has(event)) continue;
    report.add('cohort-key', at, { cohort: name, key, type: event });
  }
  const scope = withEvent(keyScope([]), eventsOf(world, [event]));
  return {
    name,
    each,
    of,
    event,
    where: where === undefined ? undefined : whereAt(where, child(child(pointer, 'in'), 'where'), pass, scope),
  };
}
