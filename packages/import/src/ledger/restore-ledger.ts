import {
  type AppendProblem,
  type CloudEvent,
  canonical,
  type EventStore,
  type Problem,
  type Result,
  readJsonLines,
} from '@meritlog/core';
import { failure, isJsonObject, success } from '@meritlog/core/parse';
import { importProblem } from '../problem/import-problem.js';

export interface Restored {
  readonly restored: number;
  /** Events that the ledger had already, from a restore that was interrupted. */
  readonly known: number;
}

/**
 * Fills an empty ledger with exported lines, recorded times and order kept. It goes batch by batch, so a ledger of any
 * length can be restored; where it was interrupted, or a line is refused, the same call goes on from there.
 */
export async function restoreLedger(
  store: EventStore,
  lines: Iterable<string>,
  { file }: { readonly file?: string } = {},
): Promise<Result<Restored>> {
  const { position } = await store.head();
  const held = heldEvents(store);
  const size = Math.min(store.capabilities.maxAppend, LARGEST);
  let [known, restored] = [0, 0];
  const batch: Line[] = [];
  const append = async (): Promise<readonly Problem[]> => {
    const sent = batch.splice(0);
    const problems = sent.length === 0 ? [] : await appended(store, sent, file);
    if (problems.length === 0) restored += sent.length;
    return problems;
  };
  for (const line of read(lines, file)) {
    if ('problems' in line) return failure([...(await append()), ...line.problems]);
    if (known < position) {
      const stored = (await held.next()).value;
      if (!isSame(stored, line.event)) return failure([other(known + 1, line, file)]);
      known += 1;
    } else batch.push(line);
    const problems = batch.length < size ? [] : await append();
    if (problems.length > 0) return failure(problems);
  }
  const problems = await append();
  return problems.length > 0 ? failure(problems) : success({ restored, known });
}

const LARGEST = 10_000;

interface Line {
  readonly event: CloudEvent;
  readonly line: number;
}

async function* heldEvents(store: EventStore): AsyncGenerator<CloudEvent, undefined, undefined> {
  for await (const stored of store.read()) for (const { event } of stored) yield event;
  return undefined;
}

function isSame(stored: CloudEvent | undefined, event: CloudEvent): boolean {
  return stored !== undefined && canonical({ ...stored }) === canonical({ ...event });
}

function other(position: number, { line }: Line, file: string | undefined): Problem {
  return importProblem('restore-other', { position }, { file, line });
}

async function appended(
  store: EventStore,
  sent: readonly Line[],
  file: string | undefined,
): Promise<readonly Problem[]> {
  const result = await store.append(
    sent.map(({ event }) => event),
    { preserveRecorded: true },
  );
  return result.kind === 'appended' ? [] : problemsOf(result, sent, file);
}

function* read(
  lines: Iterable<string>,
  file: string | undefined,
): Generator<Line | { readonly problems: readonly Problem[] }> {
  let line = 0;
  for (const text of lines) {
    line += 1;
    const parsed = readJsonLines(text);
    if (!parsed.ok) {
      yield {
        problems: parsed.problems.map((problem) => ({ ...problem, line, ...(file === undefined ? {} : { file }) })),
      };
      return;
    }
    for (const { value } of parsed.value) {
      if (isJsonObject(value) && isEvent(value)) yield { event: value, line };
      else yield { problems: [importProblem('restore-unrecorded', {}, { file, line })] };
    }
  }
}

/** The store looks at every other attribute before it keeps it. */
function isEvent(value: object): value is CloudEvent {
  return 'recordedtime' in value && typeof value.recordedtime === 'string';
}

function problemsOf(
  result: AppendProblem | { readonly kind: 'duplicate' },
  sent: readonly Line[],
  file: string | undefined,
): readonly Problem[] {
  const at = (index: number): { readonly file: string | undefined; readonly line: number | undefined } => ({
    file,
    line: sent[index]?.line,
  });
  const told = (index: number, { en: why, zh: whyzh }: { readonly en: string; readonly zh: string }): Problem =>
    importProblem('restore-refused', { why, whyzh }, at(index));
  switch (result.kind) {
    case 'invalid':
      return result.problems.map(({ pointer, message }) =>
        told(Number(/^\/events\/([0-9]+)/.exec(pointer)?.[1] ?? 0), message),
      );
    case 'id-conflict':
      return result.conflicts.map(({ index, id, source }) =>
        importProblem('restore-repeated', { id, source }, at(index)),
      );
    case 'recorded-out-of-order':
      return [told(result.index, result.message)];
    case 'version-conflict':
      return [told(0, result.message)];
    case 'duplicate':
      return [
        importProblem('restore-repeated', { id: sent[0]?.event.id ?? '', source: sent[0]?.event.source ?? '' }, at(0)),
      ];
  }
}
