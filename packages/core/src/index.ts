export { canonical } from './model/canonical.js';
export type { CloudEvent, RecordedEvent, StoredEvent } from './model/event.js';
export type { Json, JsonObject } from './model/json.js';
export type {
  Appended,
  AppendOptions,
  AppendProblem,
  AppendResult,
  Duplicate,
  EventStore,
  Head,
  IdClash,
  IdConflict,
  InvalidAppend,
  ReadQuery,
  RecordedOutOfOrder,
  StopSignal,
  StoreCapabilities,
  StoreErrorCode,
  TailOptions,
  VersionConflict,
} from './model/store.js';
export { type Admitted, admit, type Candidate } from './store/admit.js';
export { type Bell, bell } from './store/bell.js';
export { restore } from './store/content.js';
export { type Followed, follow } from './store/follow.js';
export { type MemoryStoreOptions, memoryStore } from './store/memory/memory-store.js';
export { checkedInstant, planRead, type ReadPlan } from './store/read-plan.js';
export { type LedgerView, type Row, settle, type Write } from './store/settle.js';
export { StoreError } from './store/store-error.js';
export { throwIfStopped } from './store/throw-if-stopped.js';
