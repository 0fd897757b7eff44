import { type Rows, rowsOf } from '@meritlog/core/store';

const rows: Rows = rowsOf((value) => (typeof value === 'number' ? value : undefined));

export const integer: Rows['integer'] = rows.integer;
export const text: Rows['text'] = rows.text;
export const storedEvent: Rows['storedEvent'] = rows.storedEvent;
