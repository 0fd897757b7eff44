import type { Bilingual } from '@meritlog/core';
import type { Io } from '../io.js';
import type { Lang } from '../language.js';

export interface Progress {
  /** Says what begins now, if the run has taken long already. Lets the terminal show it first. */
  readonly step: (words: Bilingual) => Promise<void>;
  /** Takes the line away, before anything else is written. */
  readonly clear: () => void;
}

const PATIENCE_MS = 300;

/** One line on a terminal, replaced by each further step; nothing anywhere else. */
export function progressOn(
  { stderr, isTTY, env }: Io,
  lang: Lang,
  now: () => number = () => performance.now(),
): Progress {
  if (!isTTY.stderr || env.TERM === 'dumb') return { step: async () => {}, clear: () => {} };
  const started = now();
  let shown = false;
  const clear = (): void => {
    if (shown) stderr.write('\r\u001b[K');
    shown = false;
  };
  return {
    clear,
    step: async (words) => {
      clear();
      if (now() - started < PATIENCE_MS) return;
      stderr.write(`${words[lang]}…`);
      shown = true;
      await new Promise<void>((resume) => setImmediate(resume));
    },
  };
}
