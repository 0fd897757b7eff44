/** What every engine must come to before it is timed. */
export type BenchResult = readonly BenchRow[];

export interface BenchRow {
  readonly subject: string;
  readonly rank: number;
  readonly tenths: number;
  readonly band: string;
}

/** One text for a result, whatever the order of tied rows. */
export function resultText(result: BenchResult): string {
  return [...result]
    .sort((a, b) => a.rank - b.rank || (a.subject < b.subject ? -1 : 1))
    .map(({ subject, rank, tenths, band }) => `${rank} ${subject} ${tenths} ${band}`)
    .join('\n');
}
