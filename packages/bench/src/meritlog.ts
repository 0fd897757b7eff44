import { type Ledger, parseEvents, parseRubric, type Rubric, replay } from '@meritlog/core';
import type { BenchResult } from './result.js';
import { BANDS, CAPS, RULES } from './scheme.js';
import { type BenchEvent, GRADES, TYPES, ZONES } from './workload.js';

/** The scheme as a rubric. */
export function benchRubric(): Rubric {
  const fields = {
    subject_: { kind: 'key', is: 'subject' },
    value: { kind: 'number' },
    target: { kind: 'number' },
    severity: { kind: 'number' },
    grade: { kind: 'choice', of: [...GRADES] },
    verified: { kind: 'flag' },
    level: { kind: 'number' },
    zone: { kind: 'choice', of: [...ZONES] },
    count: { kind: 'number' },
  };
  const document = {
    kind: 'rubric',
    id: 'bench',
    edition: '1',
    effective: { from: '2026-01-01' },
    zone: { name: 'UTC', offsets: [{ offset: '+00:00' }] },
    subject: 'subject_',
    keys: { subject_: {} },
    vocabulary: { events: Object.fromEntries([...TYPES, 'card.yellow'].map((type) => [type, { fields }])) },
    cohorts: { everyone: { each: [], of: 'subject_', in: { event: TYPES[0] ?? '' } } },
    indicators: {
      ...Object.fromEntries(
        CAPS.map((cap, index) => [
          `i${index}`,
          { per: ['subject_'], of: { kind: 'given' }, reduce: 'sum', map: `min(it, ${cap})` },
        ]),
      ),
      cards: { per: ['subject_'], of: { kind: 'given' }, reduce: 'sum' },
      total: { per: ['subject_'], of: { kind: 'parts', parts: CAPS.map((_, index) => `i${index}`) }, reduce: 'sum' },
    },
    rules: RULES.map(({ name, on, conditions, give }) => ({
      name,
      basis: name,
      on,
      conditions: JSON.parse(JSON.stringify(conditions)),
      event: {
        type: 'give',
        params: give === undefined ? { to: 'cards', points: 1 } : { to: `i${give.to}`, points: give.tenths / 10 },
      },
    })),
    standings: {
      ranking: {
        among: 'everyone',
        total: 'total',
        by: [{ is: 'total' }, { is: 'cards', order: 'asc' }],
        bands: [...BANDS.map(({ id, from }) => ({ id, from })), { id: 'e' }],
      },
    },
  };
  const parsed = parseRubric(JSON.stringify(document));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 2));
  return parsed.value;
}

export function benchLedger(rubric: Rubric, events: readonly BenchEvent[]): Ledger {
  const parsed = parseEvents(rubric, events);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems.slice(0, 5), null, 2));
  return parsed.value;
}

/** A full replay: ranks, totals and bands read; every number can be explained afterwards from what the outcome holds. */
export function meritlog(ledger: Ledger, rubric: Rubric): BenchResult {
  const [standing] = replay(ledger, rubric).standings;
  return (standing?.rows ?? []).map(({ subject, rank, total, band }) => ({
    subject,
    rank: rank ?? 0,
    tenths: Math.round(Number(total) * 10),
    band: band ?? '',
  }));
}
