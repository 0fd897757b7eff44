import { fromDouble, type Num, parseNum, printNum } from '../model/num.js';
import type { NumberSlot } from './document-slots.js';
import type { Report } from './report.js';

/** A number of the rubric, exact; zero where it has a problem. */
export function numAt(slot: NumberSlot, pointer: string, report: Report): Num {
  return readNum(slot, pointer, report) ?? 0;
}

/** A number of the rubric, exact; undefined where it has a problem. */
export function readNum(slot: NumberSlot, pointer: string, report: Report): Num | undefined {
  if (typeof slot === 'number' && Number.isFinite(slot)) {
    if (isLongNumber(slot)) report.add('number-too-long', pointer, { found: String(slot) });
    return fromDouble(slot);
  }
  const num = parseNum(String(slot));
  if (num === undefined) report.add('not-a-number', pointer, { found: String(slot) });
  return num;
}

/** Whether a JSON number has more digits than a double keeps, so that the one written may have been another. */
export function isLongNumber(value: number): boolean {
  return String(value).replace(/e.*/, '').replace(/[-.]/g, '').replace(/^0+/, '').replace(/0+$/, '').length > 15;
}

/** A slot as a formula is written: a number in full digits. */
export function printedSlot(slot: string | number | boolean): string {
  return typeof slot === 'number' ? printNum(fromDouble(slot)) : String(slot);
}
