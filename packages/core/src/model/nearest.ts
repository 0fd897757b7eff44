/**
 * The candidate that `name` was most likely meant to be: at most two slips away, or a third of its length for long names.
 * Ties go to the first in code-unit order, so the suggestion never hangs on the order of candidates.
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  if (name.length > LONGEST) return undefined;
  const reach = Math.max(2, Math.floor(name.length / 3));
  let best: { readonly name: string; readonly slips: number } | undefined;
  for (const candidate of candidates) {
    // Whatever is further than the best so far need not be measured to its end.
    const most = best?.slips ?? reach;
    if (candidate === name || Math.abs(candidate.length - name.length) > most) continue;
    const slips = distance(name, candidate, most);
    if (slips > most || slips >= Math.max(name.length, candidate.length)) continue;
    const closer = best === undefined || slips < best.slips || candidate < best.name;
    if (closer) best = { name: candidate, slips };
  }
  return best?.name;
}

/** Nobody typed a name that is longer, and measuring it would take long. */
const LONGEST = 200;

/** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours; more than `most` is only more. */
function distance(a: string, b: string, most: number): number {
  const far = most + 1;
  let before: readonly number[] = [];
  let above: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => Math.min(column, far));
  let leastAbove = 0;
  for (let row = 1; row <= a.length; row += 1) {
    const current = new Array<number>(b.length + 1).fill(far);
    let least = Math.min(row, far);
    current[0] = least;
    // Outside of this band, the lengths alone are too different.
    const last = Math.min(b.length, row + most);
    for (let column = Math.max(1, row - most); column <= last; column += 1) {
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const replaced = at(above, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const shifted = Math.min(at(above, column), at(current, column - 1)) + 1;
      const slips = Math.min(replaced, shifted, swapped ? at(before, column - 2) + 1 : far);
      current[column] = slips;
      least = Math.min(least, slips);
    }
    // A swap reaches back two rows, so both must be too far.
    if (least > most && leastAbove > most) return far;
    leastAbove = least;
    before = above;
    above = current;
  }
  return at(above, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
