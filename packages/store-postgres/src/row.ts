import { type Rows, rowsOf } from '@meritlog/core/store';

/** The driver gives a bigint as text, because some are larger than a number can hold exactly; none of ours are. */
const rows: Rows = rowsOf((value) => {
  const number = typeof value === 'string' ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
});

export const integer: Rows['integer'] = rows.integer;
export const text: Rows['text'] = rows.text;
export const storedEvent: Rows['storedEvent'] = rows.storedEvent;
