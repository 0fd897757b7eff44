/** Tells everyone who listens that something happened. */
export interface Bell {
  /** Calls `listener` at every ring until the returned function is called. */
  listen(listener: () => void): () => void;
  ring(): void;
}

export function bell(): Bell {
  const listeners = new Set<() => void>();
  return {
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ring: () => {
      for (const listener of [...listeners]) listener();
    },
  };
}
