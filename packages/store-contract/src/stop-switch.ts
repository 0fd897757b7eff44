import type { StopSignal } from '@meritlog/core';

/** An `AbortController` for a package that knows no platform. */
export interface StopSwitch {
  readonly signal: StopSignal;
  stop(reason: unknown): void;
}

export function stopSwitch(): StopSwitch {
  const listeners = new Set<() => void>();
  const signal = {
    aborted: false,
    reason: undefined as unknown,
    addEventListener: (_: 'abort', listener: () => void): void => void listeners.add(listener),
    removeEventListener: (_: 'abort', listener: () => void): void => void listeners.delete(listener),
  };
  return {
    signal,
    stop: (reason) => {
      signal.aborted = true;
      signal.reason = reason;
      for (const listener of [...listeners]) listener();
    },
  };
}
