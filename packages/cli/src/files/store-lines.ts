import type { AppendProblem, Bilingual, EventStore, Problem } from '@meritlog/core';
import { cliProblem } from '../cli-problem.js';
import { EXIT } from '../exit-code.js';
import { type Loaded, loaded } from '../shell.js';
import type { EventLine, EventLines } from './event-lines.js';

export interface Stored {
  readonly appended: number;
  /** Events that the ledger, or the file itself, had already. */
  readonly duplicates: number;
  /** Events in the ledger afterwards. */
  readonly position: number;
}

/** Stores all lines that the ledger does not have yet, or none where any of them is refused. */
export async function storeLines(
  store: EventStore,
  { lines, repeated }: EventLines,
  preserveRecorded: boolean,
  file: string,
): Promise<Loaded<Stored>> {
  let fresh = lines;
  for (;;) {
    const result = await store.append(
      fresh.map(({ event }) => event),
      { preserveRecorded },
    );
    if (result.kind === 'appended' || result.kind === 'duplicate') {
      const appended = result.kind === 'appended' ? fresh.length : 0;
      const { position } = await store.head();
      return loaded({ appended, duplicates: repeated + lines.length - appended, position });
    }
    const known = alreadyRecorded(result);
    if (known === undefined) return { ok: false, exit: EXIT.invalid, problems: problemsOf(result, fresh, file) };
    fresh = fresh.filter((_, index) => !known.has(index));
  }
}

/** The events that stand in the way only because the ledger has them already. */
function alreadyRecorded(result: AppendProblem): ReadonlySet<number> | undefined {
  if (result.kind !== 'id-conflict' || result.conflicts.some(({ why }) => why !== 'already-recorded')) return undefined;
  return new Set(result.conflicts.map(({ index }) => index));
}

function problemsOf(result: AppendProblem, lines: readonly EventLine[], file: string): readonly Problem[] {
  const at = (index: number | undefined): { readonly file: string; readonly line?: number } => {
    const line = index === undefined ? undefined : lines[index]?.line;
    return line === undefined ? { file } : { file, line };
  };
  switch (result.kind) {
    case 'invalid':
      return result.problems.map((problem) => ({ ...problem, ...at(indexIn(problem.pointer)) }));
    case 'id-conflict':
      return result.conflicts
        .filter(({ why }) => why !== 'already-recorded')
        .map(({ index, id, source, why, position }) =>
          cliProblem(
            why === 'other-content' ? 'append-other-content' : 'append-repeated',
            { id, source, position: String(position) },
            at(index),
          ),
        );
    case 'recorded-out-of-order':
      return [refusal(result.message, at(result.index))];
    case 'version-conflict':
      return [refusal(result.message, { file })];
  }
}

function refusal({ en, zh }: Bilingual, spot: { readonly file: string; readonly line?: number }): Problem {
  return cliProblem('append-refused', { why: en, whyzh: zh }, spot);
}

function indexIn(pointer: string): number | undefined {
  const found = /^\/events\/(\d+)/.exec(pointer)?.[1];
  return found === undefined ? undefined : Number(found);
}
