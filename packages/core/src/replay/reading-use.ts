import type { Reason } from '../model/explanation.js';
import { type IndicatorPlan, UNBOUND } from '../model/plan.js';
import { keyFrame } from './frame.js';
import { leftMembers, membersOf, weigh } from './measure.js';
import type { ViewReader } from './reader.js';
import { traceIndicator } from './trace.js';
import { compositeOf } from './view.js';

/** One reading of an indicator, and what its clauses did to the members. */
export interface ReadingUse {
  readonly plan: IndicatorPlan;
  readonly reason: Reason;
  readonly members: number;
  readonly outside: number;
  /** Left out by `keep`, and by `drop`. */
  readonly unkept: number;
  readonly dropped: number;
  readonly lacking: boolean;
}

/** Every reading of an indicator at keys that occur in events; none where it is passed values that nobody passes. */
export function readingUses(reader: ViewReader, name: string): readonly ReadingUse[] {
  const plan = reader.editionAt(reader.asOf).indicators.get(name);
  if (plan === undefined || plan.model.with.length > 0) return [];
  return bindings(reader, plan.per).map((ids) => {
    const at = reader.instantFor(plan, ids, reader.asOf);
    const then = reader.indicatorPlan(name, at);
    return { plan: then, reason: traceIndicator(reader, plan, ids, 1), ...takenOf(reader, then, ids, at) };
  });
}

function takenOf(
  reader: ViewReader,
  { body }: IndicatorPlan,
  ids: readonly number[],
  at: number,
): Omit<ReadingUse, 'plan' | 'reason'> {
  if (body.kind === 'formula') return { members: 0, outside: 0, unkept: 0, dropped: 0, lacking: false };
  const frame = keyFrame(reader, at, ids);
  const left = (plan: typeof body): number | undefined => leftMembers(reader, plan, frame)?.length;
  const members = membersOf(reader, body, frame) ?? [];
  weigh(reader, body, frame, members);
  const without = { ...body, need: undefined };
  const kept = left({ ...without, drop: undefined });
  const [all, end] = [left({ ...without, keep: undefined, drop: undefined }), left(without)];
  return {
    members: members.length,
    outside: members.filter(({ fate }) => fate === 'outside-window').length,
    unkept: all === undefined || kept === undefined ? 0 : all - kept,
    dropped: kept === undefined || end === undefined ? 0 : kept - end,
    lacking: body.need !== undefined && end !== undefined && left(body) === undefined,
  };
}

/** The distinct values of keys in events, seen by `asOf`, that carry all of them. */
function bindings(reader: ViewReader, per: readonly number[]): readonly (readonly number[])[] {
  const found = new Map<number | string, readonly number[]>();
  const none = new Array<number>(reader.plan.keyNames.length).fill(UNBOUND);
  if (per.length === 0) return [none];
  for (const type of reader.view.types()) {
    for (const ord of reader.view.ofType(type)) {
      if (reader.columns.effectiveOf(ord) > reader.asOf) continue;
      if (per.some((key) => reader.columns.keyId(ord, key) < 0)) continue;
      const name = compositeOf(per, (key) => reader.columns.keyId(ord, key));
      if (found.has(name)) continue;
      const ids = [...none];
      for (const key of per) ids[key] = reader.columns.keyId(ord, key);
      found.set(name, ids);
    }
  }
  return [...found.values()];
}
