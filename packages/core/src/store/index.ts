/** For those who write a store: what every store does alike. */
export { type Admitted, admit, type Candidate, oversized } from './admit.js';
export { type Bell, bell } from './bell.js';
export { type Followed, follow } from './follow.js';
export { type GroupCommit, type GroupSize, groupCommit } from './group-commit.js';
export { type Append, type HeldLedger, heldLedger } from './held-ledger.js';
export { type Page, readPages } from './read-pages.js';
export { checkedInstant, planRead, type ReadPlan } from './read-plan.js';
export { EVENT_COLUMNS, type Rows, rowsOf, type StoredRow } from './rows.js';
export { type LedgerView, type Row, settle, type Write } from './settle.js';
export { throwIfStopped } from './throw-if-stopped.js';
