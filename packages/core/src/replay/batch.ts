import type { Instant } from '../model/calendar.js';
import { type EditionPlan, type GivePlan, type IndicatorPlan, type Plan, type Test, UNBOUND } from '../model/plan.js';
import { eventFrame } from './frame.js';
import type { ViewReader } from './reader.js';

/** Sums of literal points for every value of one key. */
export class PointSums {
  private scaled = new Float64Array(64);
  private hits = new Int32Array(64);
  private latest = new Float64Array(64).fill(Number.NEGATIVE_INFINITY);

  add(id: number, points: number, at: Instant): void {
    if (id >= this.scaled.length) this.grow(id);
    this.scaled[id] = (this.scaled[id] ?? 0) + points;
    this.hits[id] = (this.hits[id] ?? 0) + 1;
    this.latest[id] = at;
  }

  /** What had been given by an instant; undefined where something came later, so that it must be summed anew. */
  upTo(id: number, at: Instant): { readonly scaled: number; readonly hits: number } | undefined {
    if (id >= this.scaled.length) return { scaled: 0, hits: 0 };
    if ((this.latest[id] ?? 0) > at) return undefined;
    return { scaled: this.scaled[id] ?? 0, hits: this.hits[id] ?? 0 };
  }

  private grow(id: number): void {
    const size = Math.max(2 * this.scaled.length, id + 1);
    const [scaled, hits, latest] = [
      new Float64Array(size),
      new Int32Array(size),
      new Float64Array(size).fill(Number.NEGATIVE_INFINITY),
    ];
    scaled.set(this.scaled);
    hits.set(this.hits);
    latest.set(this.latest);
    this.scaled = scaled;
    this.hits = hits;
    this.latest = latest;
  }
}

interface Giver {
  readonly test: Test;
  readonly points: number;
  /** Ids of the key, by the subject's place in the ledger. */
  readonly ids: Int32Array;
  readonly sums: PointSums;
}

/**
 * Gives out the literal points of rules whose conditions hang on their event alone, for all indicators at once and in
 * one walk over the events in order: memory is read once and in sequence, which is worth more than an index.
 */
export function sumAll(reader: ViewReader): ReadonlyMap<string, PointSums> {
  const sums = new Map<string, PointSums>();
  const byType = new Map<string, Giver[]>();
  const [edition] = reader.plan.editions;
  for (const plan of edition?.indicators.values() ?? []) {
    const gives = batchable(reader.plan, plan, edition?.types ?? new Map());
    if (gives === undefined) continue;
    const own = new PointSums();
    sums.set(plan.model.name, own);
    for (const give of gives) {
      for (const { type, keys } of give.joins) {
        const giver: Giver = {
          test: give.rule.test,
          points: give.constant?.scaled ?? 0,
          ids: reader.columns.subjectIdsOf(keys[0] ?? UNBOUND),
          sums: own,
        };
        byType.set(type, [...(byType.get(type) ?? []), giver]);
      }
    }
  }
  if (byType.size > 0) walk(reader, byType);
  return sums;
}

/** The gives of an indicator, where each hangs on its event alone and belongs to its subject. */
function batchable(plan: Plan, indicator: IndicatorPlan, types: EditionPlan['types']): readonly GivePlan[] | undefined {
  const { body, per } = indicator;
  if (
    plan.editions.length > 1 ||
    body.kind !== 'measure' ||
    !body.plainSum ||
    body.of.kind !== 'given' ||
    per.length !== 1
  )
    return undefined;
  const { gives } = body.of;
  return gives.length > 0 && gives.every((give) => isPlain(give, types)) ? gives : undefined;
}

function isPlain({ constant, rule, joins }: GivePlan, types: EditionPlan['types']): boolean {
  const exceptions = rule.unless.length + rule.overriddenBy.length;
  const bySubject = joins.every(
    ({ type, keys: [key] }) => key !== undefined && types.get(type)?.keyFields[key]?.isSubject === true,
  );
  return constant !== undefined && rule.timeless && exceptions === 0 && bySubject;
}

function walk(reader: ViewReader, byType: ReadonlyMap<string, readonly Giver[]>): void {
  const { columns } = reader;
  const { types, typeOf, subjectOf } = columns.laid;
  const byPlace = types.map((type) => byType.get(type) ?? []);
  const scope = eventFrame(reader, Number.POSITIVE_INFINITY, -1);
  for (let ord = 0; ord < typeOf.length; ord += 1) {
    const givers = byPlace[typeOf[ord] ?? 0] ?? [];
    scope.ord = ord;
    for (let index = 0; index < givers.length; index += 1) {
      const giver = givers[index];
      if (giver === undefined || giver.test(scope) !== true) continue;
      const id = giver.ids[subjectOf[ord] ?? 0] ?? UNBOUND;
      if (id >= 0) giver.sums.add(id, giver.points, columns.effectiveOf(ord));
    }
  }
}
