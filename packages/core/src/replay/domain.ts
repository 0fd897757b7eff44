import { add, ceil, floor, lt, type Num, sub } from '../model/num.js';
import { type DomainPlan, type Frame, UNBOUND } from '../model/plan.js';
import { LONGEST_RANGE } from '../model/rubric.js';
import { sortIds, tablesFor } from './cohort.js';
import { eventFrame } from './frame.js';
import { triggersOf } from './join.js';
import type { ViewReader } from './reader.js';

/** Ids of a domain, in value order; undefined where it is unknown which there are. */
export function domainOf(
  reader: ViewReader,
  domain: DomainPlan,
  key: number,
  frame: Frame,
): readonly number[] | undefined {
  switch (domain.kind) {
    case 'values':
      return sortIds(reader, key, new Set(domain.values.map((value) => reader.columns.intern(key, value))));
    case 'range':
      return rangeOf(reader, domain, key, frame);
    case 'cohort':
      return cohortDomain(reader, domain.cohort, frame);
    case 'events': {
      const found = new Set<number>();
      for (const join of domain.joins) {
        for (const ord of triggersOf(reader, [join], frame)) {
          if (domain.where !== undefined && domain.where(eventFrame(reader, frame.at, ord, frame)) !== true) continue;
          if (domain.list === undefined) found.add(reader.columns.keyId(ord, key));
          else for (const item of reader.columns.list(ord, domain.list)) found.add(reader.columns.intern(key, item));
        }
      }
      return sortIds(
        reader,
        key,
        [...found].filter((id) => id >= 0),
      );
    }
  }
}

type Range = Extract<DomainPlan, { kind: 'range' }>;

function rangeOf(reader: ViewReader, range: Range, key: number, frame: Frame): readonly number[] | undefined {
  const [from, to] = [range.from(frame), range.to(frame)];
  if (from === undefined || to === undefined) return undefined;
  const first = ceil(from as Num);
  const steps = sub(floor(to as Num), first);
  if (typeof steps !== 'number' || steps >= LONGEST_RANGE) return lt(steps, 0) ? [] : undefined;
  return Array.from({ length: Math.max(0, steps + 1) }, (_, step) => reader.columns.intern(key, add(first, step)));
}

/** Members of the tables that agree with the keys bound and, where a member is in scope, hold it. */
function cohortDomain(reader: ViewReader, name: string, frame: Frame): readonly number[] {
  const cohort = reader.editionAt(frame.at).cohorts.get(name);
  if (cohort === undefined) throw new Error(`the checked rubric names an undeclared cohort: ${name}`);
  const member = reader.keyId(frame, cohort.of);
  const tables = tablesFor(reader, cohort, frame).filter(({ has }) => member === UNBOUND || has.has(member));
  return sortIds(reader, cohort.of, new Set(tables.flatMap(({ members }) => members)));
}
