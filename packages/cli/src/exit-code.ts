/** What the process tells whoever started it; the numbers from 64 on are those of BSD's sysexits. */
export const EXIT = {
  fine: 0,
  /** Judged, and failed. */
  failed: 1,
  /** A difference was found. */
  different: 2,
  usage: 64,
  /** A rubric, event file or ledger that breaks its rules. */
  invalid: 65,
  /** An input that is not there or cannot be opened. */
  missing: 66,
  /** Our own fault. */
  bug: 70,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
