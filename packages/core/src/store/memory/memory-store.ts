import type { CloudEvent } from '../../model/event.js';
import type { AppendOptions, EventStore } from '../../model/store.js';
import { admit } from '../admit.js';
import { bell } from '../bell.js';
import { follow } from '../follow.js';
import { checkedInstant } from '../read-plan.js';
import { StoreError } from '../store-error.js';
import { throwIfStopped } from '../throw-if-stopped.js';
import { append } from './append.js';
import { emptyLedger, headOf, positionAt } from './ledger.js';
import { read } from './read.js';

export interface MemoryStoreOptions {
  /** The host's clock, in milliseconds since 1970: core has none. */
  readonly now: () => number;
}

/** A ledger in this process's memory, for tests, demonstrations and web pages. What it gives back is frozen. */
export function memoryStore({ now }: MemoryStoreOptions): EventStore {
  const ledger = emptyLedger();
  const changes = bell();
  let isClosed = false;
  const open = (): typeof ledger => {
    if (isClosed) throw new StoreError('closed', 'This memory store was closed; make a new one.');
    return ledger;
  };
  const store: EventStore = {
    capabilities: { dense: true, durability: 'memory', maxAppend: MAX_APPEND, tail: 'push' },
    append: async (events: readonly CloudEvent[], options: AppendOptions = {}) => {
      open();
      throwIfStopped(options.signal);
      const admitted = admit(events, options, MAX_APPEND);
      if (admitted.kind === 'invalid') return admitted;
      const result = append(ledger, admitted.candidates, options, now());
      if (result.kind === 'appended') changes.ring();
      return result;
    },
    read: (query = {}) => read(open, query),
    head: async () => headOf(open()),
    positionAt: async (instant) => positionAt(open(), checkedInstant('instant', instant)),
    tail: (after, options) =>
      follow({ read: store.read, listen: changes.listen, closed: () => isClosed }, after, options),
    close: async () => {
      isClosed = true;
      changes.ring();
    },
  };
  return store;
}

const MAX_APPEND = 100_000;
