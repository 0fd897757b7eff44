import { setTimeout } from 'node:timers/promises';
import { isSilence } from './nats-error.js';

/** Tries again for `patienceMs` milliseconds while the servers do not answer: they are out of reach, or choose a leader. */
export async function patiently<T>(patienceMs: number, attempt: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!isSilence(error) || performance.now() >= deadline) throw error;
      await setTimeout(PAUSE_MS);
    }
  }
}

const PAUSE_MS = 50;
