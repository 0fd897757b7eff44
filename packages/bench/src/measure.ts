import process from 'node:process';

export interface Measured {
  readonly name: string;
  /** Least CPU time of the rounds, in microseconds an event. */
  readonly perEvent: number;
}

export interface Contender {
  readonly name: string;
  readonly events: number;
  readonly run: () => unknown | Promise<unknown>;
}

/** Runs the contenders in turn, several rounds, so that all meet the same machine; the least CPU time of each counts. */
export async function measure(contenders: readonly Contender[], rounds: number): Promise<readonly Measured[]> {
  const best = new Map<string, number>();
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, events, run } of contenders) {
      globalThis.gc?.();
      const start = process.cpuUsage();
      await run();
      const { user, system } = process.cpuUsage(start);
      best.set(name, Math.min(best.get(name) ?? Number.POSITIVE_INFINITY, (user + system) / events));
    }
  }
  return contenders.map(({ name }) => ({ name, perEvent: best.get(name) ?? Number.NaN }));
}
