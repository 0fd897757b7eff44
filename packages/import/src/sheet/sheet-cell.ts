import type { Cell } from '../table/table.js';
import { KEPT, sheetDecimal } from '../value/decimal.js';
import { trimmed } from '../value/fold.js';
import { serialDate } from './serial-date.js';
import type { NumberFormat } from './styles.js';

/** A cell as the sheet's XML has it. */
export interface WrittenCell {
  readonly type: string;
  readonly style: string | undefined;
  value: string;
  inline: string;
  formula: boolean;
}

export interface CellContext {
  readonly strings: readonly string[];
  readonly formatOf: (style: string | undefined) => NumberFormat;
  readonly from1904: boolean;
  /** Whether a formula stands for the value it last showed. */
  readonly shownValues: boolean;
}

/** What a cell holds; undefined where that is nothing. */
export function cellOf(written: WrittenCell, context: CellContext): Cell | undefined {
  const value = plainCell(written, context);
  if (!written.formula || (context.shownValues && value !== undefined)) return value;
  return { kind: 'formula', text: value?.text ?? '' };
}

function plainCell({ type, style, value, inline }: WrittenCell, context: CellContext): Cell | undefined {
  switch (type) {
    case 's':
      return value === '' ? undefined : sharedText(context.strings[Number(value)], value);
    case 'str':
      return textCell(value);
    case 'inlineStr':
      return textCell(inline);
    case 'b':
      return value === '' ? undefined : { kind: 'flag', text: value === '1' ? 'true' : 'false' };
    case 'e':
      return { kind: 'error', text: value };
    case 'd':
      return value === '' ? undefined : { kind: 'date', text: value };
    default:
      return value === '' ? undefined : numberCell(value, context.formatOf(style), context.from1904);
  }
}

/** A number that no text has is damage, and not an empty cell. */
function sharedText(text: string | undefined, number: string): Cell | undefined {
  return text === undefined ? { kind: 'error', text: number } : textCell(text);
}

function textCell(text: string): Cell | undefined {
  const plain = trimmed(text);
  return plain === '' ? undefined : { kind: 'text', text: plain };
}

function numberCell(value: string, { isDate, zeros }: NumberFormat, from1904: boolean): Cell {
  const decimal = sheetDecimal(value.trim());
  if (decimal === undefined) return { kind: 'error', text: value };
  const date = isDate ? serialDate(decimal, from1904) : undefined;
  if (date !== undefined) return { kind: 'date', text: date };
  const whole = /^[0-9]+$/.test(decimal);
  return {
    kind: 'number',
    text: whole && decimal.length < zeros && zeros <= KEPT ? decimal.padStart(zeros, '0') : decimal,
  };
}
