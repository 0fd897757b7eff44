import { nearest } from '@meritlog/core';
import type { Mapping } from '../mapping/mapping.js';
import { importProblem, Refused, refuse } from '../problem/import-problem.js';
import { shown } from '../problem/words.js';
import { columnNumber } from '../table/column-name.js';
import type { Row, Table } from '../table/table.js';
import { folded } from '../value/fold.js';

/** The rows behind the header, and which column each name of the mapping means. */
export interface Columns {
  readonly rows: readonly Row[];
  /** By the name that the mapping gives. */
  readonly keys: ReadonlyMap<string, string>;
}

/** Finds the columns that the mapping names; all that are missing, or there twice, are told at once. */
export function columnsOf({ rows, read }: Table, mapping: Mapping): Columns {
  const used = namesIn(mapping);
  if (read.format === 'jsonl') {
    const known = new Set(rows.flatMap(({ cells }) => [...cells.keys()]));
    return found(used, new Map([...known].map((key) => [key, [key]])), rows, '');
  }
  const header = mapping.header ?? 1;
  if (header === 0) {
    const letters = used.filter(({ name }) => columnNumber(name) > 0).map(({ name }) => [name, [name]] as const);
    return found(used, new Map(letters), rows, '');
  }
  const names = rows.find(({ number }) => number === header);
  if (names === undefined) throw new Refused([importProblem('header-empty', { row: header })]);
  if (read.format === 'csv' && mapping.delimiter === undefined) checkDelimiter(names);
  const byName = new Map<string, string[]>();
  for (const [key, { kind, text }] of names.cells) {
    if (kind !== 'merged') byName.set(folded(text), [...(byName.get(folded(text)) ?? []), key]);
  }
  return found(
    used,
    byName,
    rows.filter(({ number }) => number > header),
    header,
  );
}

/** A header of one column in which another delimiter stands was hardly meant as one column. */
function checkDelimiter({ cells }: Row): void {
  const [only, second] = cells.values();
  const other = second === undefined ? /[;\t|]/.exec(only?.text ?? '')?.[0] : undefined;
  if (other !== undefined) refuse('delimiter-other', { delimiter: JSON.stringify(other) });
}

interface Used {
  readonly name: string;
  /** Whether events can do without. */
  readonly optional: boolean;
}

function found(
  used: readonly Used[],
  byName: ReadonlyMap<string, readonly string[]>,
  rows: readonly Row[],
  row: number | '',
): Columns {
  const keys = new Map<string, string>();
  const problems = [];
  const known = [...byName.keys()];
  for (const { name, optional } of used) {
    const [first, second] = byName.get(row === '' ? name : folded(name)) ?? [];
    if (first === undefined) {
      if (row === '' && (optional || rows.length === 0)) continue;
      const facts = { name, row, known: known.slice(0, 30).map(shown).join(', ') || '–' };
      problems.push(importProblem('column-missing', { ...facts, near: nearest(folded(name), known) ?? '' }));
    } else if (second !== undefined) problems.push(importProblem('header-twice', { name, first, second }));
    else keys.set(name, first);
  }
  if (problems.length > 0) throw new Refused(problems);
  return { rows, keys };
}

/** The columns that a mapping reads, each once. */
function namesIn({ each, source, type, subject, time, id, sequence, data = {} }: Mapping): readonly Used[] {
  const slots: readonly unknown[] = [
    each,
    source,
    type,
    subject,
    time,
    time.clock,
    id,
    sequence,
    ...Object.values(data),
  ];
  const names = new Map<string, boolean>();
  for (const slot of slots) {
    if (typeof slot !== 'object' || slot === null || !('column' in slot)) continue;
    const name = String(slot.column);
    const optional =
      ('optional' in slot && slot.optional === true) || ('otherwise' in slot && slot.otherwise !== undefined);
    names.set(name, optional && (names.get(name) ?? true));
  }
  return [...names].map(([name, optional]) => ({ name, optional }));
}
