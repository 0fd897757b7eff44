import type { Json } from '@meritlog/core';
import type { Zone } from '@meritlog/core/parse';
import type { ValueKind } from '../mapping/document.js';
import type { CellProblemCode } from '../problem/cell-sentences.js';
import type { Cell } from '../table/table.js';
import { type DateFault, momentOf } from '../value/date.js';
import { decimalOf, jsonNumber, KEPT, sheetDecimal } from '../value/decimal.js';
import { flagOf } from '../value/flag.js';
import { instantText } from '../value/local-time.js';

/** What a cell says, or why it says nothing that can be taken. */
export type Read<T> = { readonly value: T } | { readonly fault: CellProblemCode };

/** The value of a cell as its kind has it in an event. */
export function readValue(cell: Cell, kind: ValueKind, zone: Zone): Read<Json> {
  const text = readText(cell);
  if ('fault' in text && (kind === 'text' || cell.kind !== 'number')) return text;
  switch (kind) {
    case 'text':
      return text;
    case 'number':
      return readNumber(cell);
    case 'flag': {
      const flag = flagOf(cell.text);
      return flag === undefined ? { fault: 'cell-flag' } : { value: flag };
    }
    case 'date': {
      const moment = momentOf(cell.text);
      return typeof moment === 'string' ? { fault: DATE_FAULTS[moment] } : { value: moment.day };
    }
    case 'instant':
      return readInstant(cell, undefined, zone);
  }
}

/** A cell as a text. What a spreadsheet made of a long number is no text that anybody wrote. */
export function readText(cell: Cell): Read<string> {
  switch (cell.kind) {
    case 'formula':
    case 'error':
    case 'merged':
    case 'structure':
      return { fault: `cell-${cell.kind}` };
    case 'number':
      return cell.text.replace(/[^0-9]/g, '').length > KEPT ? { fault: 'cell-digits-lost' } : { value: cell.text };
    case 'text':
      return MANGLED.test(cell.text) ? { fault: 'cell-number-mangled' } : { value: cell.text };
    default:
      return { value: cell.text };
  }
}

const MANGLED = /^[0-9](?:\.[0-9]+)?E\+[0-9]{2,}$/i;

function readNumber(cell: Cell): Read<number | string> {
  if (cell.kind === 'flag' || cell.kind === 'date') return { fault: 'cell-number' };
  const decimal = decimalOf(cell.text) ?? (cell.kind === 'number' ? sheetDecimal(cell.text) : undefined);
  return decimal === undefined ? { fault: 'cell-number' } : { value: jsonNumber(decimal) };
}

/** A day with its time of day as an instant; the clock of another cell, else the start of the day, where it has none. */
export function readInstant(cell: Cell, clock: string | undefined, zone: Zone): Read<string> {
  const text = readText(cell);
  if ('fault' in text) return cell.kind === 'number' ? { fault: momentFault(cell.text) } : text;
  const moment = momentOf(text.value);
  if (typeof moment === 'string') return { fault: DATE_FAULTS[moment] };
  const time = moment.clock ?? clock ?? '00:00:00';
  if (moment.offset !== undefined) return { value: `${moment.day}T${time}${moment.offset}` };
  const instant = instantText(zone, moment.day, time);
  return typeof instant === 'string' ? { value: instant } : { fault: `cell-time-${instant.fault}` };
}

function momentFault(text: string): CellProblemCode {
  const moment = momentOf(text);
  return typeof moment === 'string' ? DATE_FAULTS[moment] : 'cell-date';
}

const DATE_FAULTS: Readonly<Record<DateFault, CellProblemCode>> = {
  shape: 'cell-date',
  day: 'cell-date-day',
  clock: 'cell-clock',
  serial: 'cell-date-serial',
  order: 'cell-date-order',
};
