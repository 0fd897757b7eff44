import type { StopSignal } from '../model/store.js';

/** Throws the signal's own reason once it has fired. */
export function throwIfStopped(signal: StopSignal | undefined): void {
  if (signal?.aborted) throw signal.reason;
}
