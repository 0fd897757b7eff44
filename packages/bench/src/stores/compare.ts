import process from 'node:process';

/** Two ways to do the same, of which the second is the bare one. */
export interface Comparison {
  readonly name: string;
  readonly target: string;
  /** How many events one run of each deals with. */
  readonly ours: readonly [events: number, run: () => Promise<unknown>];
  readonly bare: readonly [events: number, run: () => Promise<unknown> | unknown];
  /** What to print of the two rates, in events a second. */
  readonly ratio: (ours: number, bare: number) => string;
}

const ROUNDS = 5;

/** Runs both in turn, so that they meet the same machine and disk; the best time of each counts, by the clock. */
export async function compare({ name, target, ours, bare, ratio }: Comparison): Promise<void> {
  const best = { ours: 0, bare: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    best.ours = Math.max(best.ours, await rate(ours));
    best.bare = Math.max(best.bare, await rate(bare));
  }
  const rates = `${best.ours.toFixed(0).padStart(8)}/s ours ${best.bare.toFixed(0).padStart(8)}/s bare`;
  process.stdout.write(`${name.padEnd(46)} ${rates} ${ratio(best.ours, best.bare).padStart(8)} (target ${target})\n`);
}

async function rate([events, run]: readonly [number, () => Promise<unknown> | unknown]): Promise<number> {
  globalThis.gc?.();
  const start = performance.now();
  await run();
  return (events * 1000) / (performance.now() - start);
}

export const percent = (ours: number, bare: number): string => `${((100 * ours) / bare).toFixed(0)} %`;
export const times = (ours: number, bare: number): string => `${(ours / bare).toFixed(1)} ×`;
export const slower = (ours: number, bare: number): string => `${(bare / ours).toFixed(2)} ×`;
