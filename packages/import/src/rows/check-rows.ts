import { extendLedger, type Ledger, type Problem, type Rubric } from '@meritlog/core';
import { importProblem } from '../problem/import-problem.js';
import type { Imported, ImportedEvent } from './import-table.js';

/**
 * What a rubric, and a ledger that is there, say of the events of a table: each problem at the cell it comes from. The
 * rows that are refused leave their events out, so that others that lean on them are refused, too.
 */
export function checkRows(rubric: Rubric, ledger: Ledger, imported: Imported, file?: string): Imported {
  let { events } = imported;
  const refused = new Set(imported.refused);
  const problems = [...imported.problems];
  for (;;) {
    const checked = extendLedger(
      rubric,
      ledger,
      events.map(({ event }) => event),
    );
    if (checked.ok) return { ...imported, events, refused, problems };
    const wrong = new Set<number>();
    for (const problem of checked.problems) {
      const about = events[Number(/^\/([0-9]+)/.exec(problem.pointer)?.[1] ?? -1)];
      if (about !== undefined) wrong.add(about.row.number);
      if (problems.length < MOST_PROBLEMS)
        problems.push(about === undefined ? problem : atCell(problem, about, imported, file));
    }
    for (const row of wrong) refused.add(row);
    if (wrong.size === 0) return { ...imported, events: [], refused, problems };
    events = events.filter(({ row }) => !wrong.has(row.number));
  }
}

const MOST_PROBLEMS = 1000;

/** The same problem, told of the cell instead of the event's number; with its own code, which other tools know. */
function atCell(
  problem: Problem,
  { row, places }: ImportedEvent,
  { locate }: Imported,
  file: string | undefined,
): Problem {
  const pointer = problem.pointer.replace(/^\/[0-9]+/, '');
  const { place = `${row.number}`, key = '' } = places[pointer] ?? places[pointer.replace(/\/[^/]*$/, '')] ?? {};
  const why = problem.message.en.replace(/^Event [0-9]+(?: "[^"]*")?: /, '');
  const whyzh = problem.message.zh.replace(/^第 [0-9]+ 个事件(?: "[^"]*")?：/, '');
  const { message } = importProblem('row-refused', { place, why, whyzh });
  return { ...problem, pointer: '', message, ...(file === undefined ? {} : { file }), ...locate(row, key) };
}
