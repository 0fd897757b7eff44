import process from 'node:process';

export interface Measured {
  readonly name: string;
  /** Least CPU time of the rounds, in microseconds an event. */
  readonly perEvent: number;
}

export interface Contender {
  readonly name: string;
  readonly events: number;
  /** Makes what one run uses up; not measured. */
  readonly prepare?: () => void;
  readonly run: () => unknown | Promise<unknown>;
}

/** Runs of one contender, one after the other: just after a full collection, memory and caches are cold. */
const RUNS = 4;

/**
 * Runs the contenders in turn, several rounds, so that all meet the same machine; the least CPU time of each counts.
 * Garbage is collected before each turn, or one would pay for what another left behind.
 */
export async function measure(contenders: readonly Contender[], rounds: number): Promise<readonly Measured[]> {
  const best = new Map<string, number>();
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, events, prepare, run } of contenders) {
      prepare?.();
      collect();
      for (let again = 0; again < (prepare === undefined ? RUNS : 1); again += 1) {
        const start = process.cpuUsage();
        await run();
        const { user, system } = process.cpuUsage(start);
        best.set(name, Math.min(best.get(name) ?? Number.POSITIVE_INFINITY, (user + system) / events));
      }
    }
  }
  return contenders.map(({ name }) => ({ name, perEvent: best.get(name) ?? Number.NaN }));
}

function collect(): void {
  if (globalThis.gc === undefined) throw new Error('start the benchmark with node --expose-gc');
  globalThis.gc();
}
