import { Engine } from 'json-rules-engine';
import { standings } from './hand-written.js';
import type { BenchResult } from './result.js';
import { RULES } from './scheme.js';
import { type BenchEvent, TYPES } from './workload.js';

/** json-rules-engine used as well as we know how: an engine for each type, flat facts, the host keeps the sums. */
export async function rulesEngine(events: readonly BenchEvent[]): Promise<BenchResult> {
  const engines = new Map(
    TYPES.map((type) => [
      type,
      new Engine(RULES.filter(({ on }) => on === type).map(ruleOf), { allowUndefinedFacts: true }),
    ]),
  );
  const ids = new Map<string, number>();
  const points = new Float64Array(6 * 4096);
  const cards = new Int32Array(4096);
  for (const { type, subject, data } of events) {
    const id = ids.get(subject) ?? ids.size;
    ids.set(subject, id);
    const result = await engines.get(type)?.run({ ...data });
    for (const { params } of result?.events ?? []) {
      const to = Number(params?.to);
      if (to < 0) cards[id] = (cards[id] ?? 0) + 1;
      else points[6 * id + to] = (points[6 * id + to] ?? 0) + Number(params?.tenths);
    }
  }
  return standings([...ids.keys()], points, cards);
}

function ruleOf({
  name,
  conditions,
  give,
}: (typeof RULES)[number]): ConstructorParameters<typeof Engine>[0] extends (infer Rule)[] | undefined ? Rule : never {
  return {
    name,
    conditions: JSON.parse(JSON.stringify(conditions)),
    event: { type: name, params: give === undefined ? { to: -1, tenths: 0 } : { ...give } },
  };
}
