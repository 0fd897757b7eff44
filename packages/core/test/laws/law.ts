import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { test } from 'vitest';
import type { Lens } from '../../src/model/lens.js';
import { type Scheme, schemeFiles } from '../../src/testing/index.js';

/** How often each thing occurred among the cases of a law. */
class Tally {
  #cases = 0;
  readonly #counts = new Map<string, number>();

  begin(): void {
    this.#cases += 1;
  }

  count(what: string, occurs = true): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + (occurs ? 1 : 0));
  }

  /** How often, of all cases, from 0 to 1. */
  share(what: string): number {
    return (this.#counts.get(what) ?? 0) / Math.max(1, this.#cases);
  }

  toString(): string {
    const share = ([what, count]: readonly [string, number]): string =>
      `${what} ${Math.round((100 * count) / Math.max(1, this.#cases))} %`;
    return `${this.#cases} cases: ${[...this.#counts].map(share).join(', ')}`;
  }
}

/** In the normal run the same cases every time; a campaign takes many more, and others each time. */
const SEED = 20_260_301;
const TIMES = Number(process.env.MERITLOG_RUNS ?? '1');

type Law<T> = (one: T, tally: Tally) => void | Promise<void>;

interface Trial<T> {
  readonly cases: fc.Arbitrary<T>;
  readonly runs: number;
  readonly schemeOf: (one: T) => Scheme & { readonly lens?: Lens };
  /** Asked when all cases were tried. */
  readonly after?: (tally: Tally) => void;
}

/** States a law and tries it on so many cases. A case that breaks it is shrunk and written where `meritlog run` can take it. */
export function law<T>(title: string, trial: Trial<T>, holds: Law<T>): void {
  test(title, { timeout: 120_000 * TIMES }, async () => {
    const tally = new Tally();
    const seed = process.env.MERITLOG_SEED ?? (TIMES === 1 ? SEED : Date.now() % 2 ** 31);
    const property = fc.asyncProperty(trial.cases, async (one) => {
      tally.begin();
      await holds(one, tally);
    });
    const found = await fc.check(property, { numRuns: Math.ceil(trial.runs * TIMES), seed: Number(seed) });
    console.log(`${title} (seed ${seed}; ${tally})`);
    if (!found.failed) return trial.after?.(tally);
    const [one] = found.counterexample ?? [];
    const where = one === undefined ? 'nowhere' : written(trial.schemeOf(one));
    throw new Error(`seed ${seed}, path ${found.counterexamplePath}, case in ${where}: ${reasonOf(found)}`);
  });
}

function reasonOf(found: { readonly errorInstance: unknown }): string {
  return found.errorInstance instanceof Error ? found.errorInstance.message : String(found.errorInstance);
}

function written(scheme: Scheme & { readonly lens?: Lens }): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'meritlog-law-'));
  for (const [file, text] of Object.entries(schemeFiles(scheme, scheme.lens))) {
    writeFileSync(path.join(folder, file), text);
  }
  return folder;
}
