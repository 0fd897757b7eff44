import type { Bell, Followed } from '@meritlog/core/store';

/** Wakes a tail when this handle appends, and every `pollMs` milliseconds, because other processes ring no bell here. */
export function listening(changes: Bell, pollMs: number): Followed['listen'] {
  return (listener) => {
    const unheard = changes.listen(listener);
    const polling = setInterval(listener, pollMs);
    return () => {
      unheard();
      clearInterval(polling);
    };
  };
}
