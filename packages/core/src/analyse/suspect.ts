import type { AnalysisCode, Witness } from '../model/analysis.js';

/** What may be a fault of an edition. It is one if one of the witnesses shows it; a search may end before the last. */
export interface Suspect {
  readonly code: AnalysisCode;
  /** Into the merged document. */
  readonly pointer: string;
  readonly names: readonly string[];
  readonly facts: Readonly<Record<string, string | number>>;
  readonly witnesses: () => Iterable<Witness>;
}
