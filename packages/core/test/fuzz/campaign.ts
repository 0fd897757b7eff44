import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Json } from '../../src/model/json.js';
import type { Problem } from '../../src/model/problem.js';
import { arbitraryTape, Tape } from '../../src/testing/tape.js';
import { type Faults, hits, type Planted, type Soil } from './fault.js';

/** In the normal run the same cases every time; a campaign takes many more, and others each time. */
export const TIMES: number = Number(process.env.MERITLOG_RUNS ?? '1');
export const SEED: number = Number(process.env.MERITLOG_SEED ?? (TIMES === 1 ? 20_260_301 : Date.now() % 2 ** 31));

/** One valid thing, what a fault is planted in, and what reading it then says. */
export interface Trial {
  readonly soil: Soil;
  readonly problems: (input: string | Json) => readonly Problem[];
}

/**
 * Plants each kind of fault about equally often; where a document has no place for one, another kind is tried.
 * A case in which no problem comes near the fault is written to a file; the first one of each kind is told.
 */
export function campaign(faults: Faults, trials: fc.Arbitrary<Trial>, runs: number): void {
  const kinds = Object.entries(faults).map(([kind, plant]) => ({ kind, plant, tried: 0 }));
  const missed = new Map<string, string>();
  const property = fc.property(trials, arbitraryTape(24), ({ soil, problems }, tape) => {
    for (const one of kinds.sort((a, b) => a.tried - b.tried)) {
      const planted = one.plant(soil, new Tape(tape));
      if (planted === undefined) continue;
      one.tried += 1;
      const miss = missOf(planted, problems);
      if (miss !== undefined && !missed.has(one.kind)) missed.set(one.kind, `${miss}; ${written(planted.input)}`);
      return;
    }
  });
  fc.assert(property, { numRuns: Math.ceil(runs * TIMES), seed: SEED });
  const least = Math.min(...kinds.map(({ tried }) => tried));
  console.log(`${kinds.length} kinds of fault (seed ${SEED}), each in at least ${least} of ${runs * TIMES} cases`);
  expect([...missed].map(([kind, why]) => `${kind}: ${why}`)).toEqual([]);
  // A part of the cases, as mutants are tried on, is not enough for each kind.
  if (TIMES >= 1) expect(kinds.filter(({ tried }) => tried === 0).map(({ kind }) => kind)).toEqual([]);
}

function missOf(planted: Planted, problems: Trial['problems']): string | undefined {
  const told = toldOf(planted, problems);
  if (typeof told === 'string') return told;
  if (planted.harmless === true || hits(planted, told)) return undefined;
  const some = told.slice(0, 5).map(({ code, pointer }) => `${code} ${pointer}`);
  return `${planted.places.join(' or ')} (${planted.nearness}), but told was ${some.join(', ') || 'nothing'}`;
}

function toldOf({ input }: Planted, problems: Trial['problems']): readonly Problem[] | string {
  try {
    return problems(input);
  } catch (error) {
    return error instanceof Error ? `an exception, ${error.stack}` : String(error);
  }
}

function written(input: string | Json): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'meritlog-fuzz-')), 'input.json');
  writeFileSync(file, typeof input === 'string' ? input : JSON.stringify(input, null, 2));
  return file;
}
