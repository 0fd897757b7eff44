/** The measured workload: seeded events over a fixed vocabulary, the same for every engine. */
export interface BenchEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly data: BenchData;
}

export interface BenchData {
  readonly value: number;
  readonly target: number;
  readonly severity: number;
  readonly grade: string;
  readonly verified: boolean;
  readonly level: number;
  readonly zone: string;
  readonly count: number;
}

export const TYPES: readonly string[] = Array.from({ length: 12 }, (_, index) => `fact.t${index}`);
export const GRADES = ['A', 'B', 'C', 'D'] as const;
export const ZONES = ['north', 'south', 'east', 'west'] as const;

/** mulberry32: small, seeded, the same everywhere. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function generateEvents(count: number, subjects: number, seed: number): readonly BenchEvent[] {
  const random = seeded(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const start = Date.UTC(2026, 0, 1);
  const step = Math.floor((364 * 86_400_000) / count);
  return Array.from({ length: count }, (_, index): BenchEvent => {
    const type = TYPES[below(TYPES.length)] ?? '';
    return {
      specversion: '1.0',
      id: `e${index}`,
      source: '/bench',
      type,
      subject: `s${below(subjects)}`,
      time: new Date(start + index * step).toISOString(),
      data: {
        value: below(101),
        target: below(101),
        severity: 1 + below(5),
        grade: GRADES[below(4)] ?? 'A',
        verified: random() < 0.7,
        level: below(10),
        zone: ZONES[below(4)] ?? 'north',
        count: below(20),
      },
    };
  });
}
