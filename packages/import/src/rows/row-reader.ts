import { type Json, nearest, type Problem } from '@meritlog/core';
import type { Zone } from '@meritlog/core/parse';
import type { DataSlot, TextSlot, TimeSlot } from '../mapping/document.js';
import type { CellProblemCode } from '../problem/cell-sentences.js';
import { importProblem } from '../problem/import-problem.js';
import { type Facts, shown } from '../problem/words.js';
import { columnNumber } from '../table/column-name.js';
import type { Cell, Locate, Row } from '../table/table.js';
import { clockOf } from '../value/date.js';
import { folded, foldedName, trimmed } from '../value/fold.js';
import { type Read, readInstant, readText, readValue } from './read-value.js';

export interface RowContext {
  readonly zone: Zone;
  readonly keys: ReadonlyMap<string, string>;
  readonly file: string | undefined;
  readonly locate: Locate;
}

/** Reads the slots of a mapping from one row. What is wrong is collected; the value is then undefined. */
export class RowReader {
  readonly problems: Problem[] = [];

  constructor(
    readonly row: Row,
    readonly context: RowContext,
    /** The code that stands for the whole cell of its column. */
    readonly code?: { readonly column: string; readonly text: string },
  ) {}

  text(slot: TextSlot): string | undefined {
    if (typeof slot === 'string') return slot;
    const { column, codes, optional, otherwise } = slot;
    const cell = this.cell(column);
    if (cell === undefined) return otherwise ?? this.empty(column, optional);
    const read = readText(cell);
    if ('fault' in read) return this.fault(read.fault, column, cell);
    if (codes !== undefined) return this.coded(column, cell, codes);
    const text = foldedName(read.value);
    return UNSPEAKABLE.test(text) ? this.fault('cell-character', column, cell) : text;
  }

  time({ column, clock }: TimeSlot): string | undefined {
    const cell = this.cell(column);
    if (cell === undefined) return this.empty(column, false);
    const at = clock === undefined ? undefined : this.clock(clock);
    if (at === FAILED) return undefined;
    return this.taken(readInstant(cell, at, this.context.zone), column, cell);
  }

  data(slot: DataSlot): Json | undefined {
    if (typeof slot !== 'object') return slot;
    if ('is' in slot) return slot.is;
    const { column, kind = 'text', codes, split, optional, otherwise } = slot;
    const cell = this.cell(column);
    if (cell === undefined) return otherwise ?? this.empty(column, optional);
    const one = (part: Cell): Json | undefined => {
      if (codes !== undefined && part.kind !== 'formula' && part.kind !== 'error')
        return this.coded(column, part, codes);
      return this.taken(readValue(part, kind, this.context.zone), column, part);
    };
    if (split === undefined) return one(cell);
    const whole = readText(cell);
    if ('fault' in whole) return this.fault(whole.fault, column, cell);
    return partsOf(whole.value, split).flatMap((text) => one({ kind: 'text', text }) ?? []);
  }

  cell(column: string): Cell | undefined {
    if (this.code?.column === column) return { kind: 'text', text: this.code.text };
    return this.row.cells.get(this.context.keys.get(column) ?? '');
  }

  /** A cell as people find it: C12 in a sheet, line 12 of JSON Lines; with the name of its column. */
  place(column: string): string {
    const key = this.context.keys.get(column) ?? '';
    const at = columnNumber(key) > 0 ? `${key}${this.row.number}` : `${this.row.number}`;
    return key === column && columnNumber(key) > 0 ? at : `${at} (${shown(column)})`;
  }

  fault(code: CellProblemCode, column: string, cell: Cell | undefined, facts: Facts = {}): undefined {
    const { row, context } = this;
    const found = cell?.text ?? '';
    const all = { place: this.place(column), found, row: row.number, name: column, ...facts };
    const spot = context.locate(row, context.keys.get(column) ?? '');
    this.problems.push(importProblem(code, all, { file: context.file, ...spot }));
  }

  private clock(slot: NonNullable<TimeSlot['clock']>): string | undefined | typeof FAILED {
    if (typeof slot === 'string') return clockOf(slot) ?? this.failed('cell-clock', '', { kind: 'text', text: slot });
    const cell = this.cell(slot.column);
    if (cell === undefined) return slot.otherwise === undefined ? undefined : (clockOf(slot.otherwise) ?? FAILED);
    const read = readText(cell);
    if ('fault' in read) return this.failed(read.fault, slot.column, cell);
    const text = cell.kind === 'date' ? read.value.replace(/^.* /, '') : read.value;
    return clockOf(text) ?? this.failed('cell-clock', slot.column, cell);
  }

  private failed(code: CellProblemCode, column: string, cell: Cell): typeof FAILED {
    this.fault(code, column, cell);
    return FAILED;
  }

  private coded<T>(column: string, cell: Cell, codes: Readonly<Record<string, T>>): T | undefined {
    const written = folded(cell.text);
    const known = Object.keys(codes);
    const key = known.find((code) => folded(code) === written);
    if (key !== undefined) return codes[key];
    const facts = { known: known.slice(0, 12).map(shown).join(', '), near: nearest(written, known) ?? '' };
    return this.fault('cell-code', column, cell, facts);
  }

  private taken<T>(read: Read<T>, column: string, cell: Cell): T | undefined {
    return 'value' in read ? read.value : this.fault(read.fault, column, cell);
  }

  private empty(column: string, optional: boolean | undefined): undefined {
    if (optional !== true) this.fault('cell-empty', column, undefined);
  }
}

/** The parts of a cell between any of some characters, in their full width, too. */
export function partsOf(text: string, split: string): readonly string[] {
  const marks = new Set([...split].map((mark) => folded(mark) || mark));
  const parts = [''];
  for (const character of text) {
    if (marks.has(folded(character) || character)) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${character}`);
  }
  return parts.map(trimmed).filter((part) => part !== '');
}

const FAILED = Symbol('failed');
/** What CloudEvents forbids in attributes. */
const UNSPEAKABLE = /[\p{Cc}\p{Surrogate}\p{Noncharacter_Code_Point}]/u;
