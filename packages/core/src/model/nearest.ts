/**
 * The candidate that `name` was most likely meant to be: at most two slips away, or a third of its length for long names.
 * Ties go to the first in code-unit order, so the suggestion never hangs on the order of candidates.
 */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const reach = Math.max(2, Math.floor(name.length / 3));
  let best: { readonly name: string; readonly slips: number } | undefined;
  for (const candidate of candidates) {
    if (candidate === name || Math.abs(candidate.length - name.length) > reach) continue;
    const slips = distance(name, candidate);
    if (slips > reach || slips >= Math.max(name.length, candidate.length)) continue;
    const closer = best === undefined || slips < best.slips || (slips === best.slips && candidate < best.name);
    if (closer) best = { name: candidate, slips };
  }
  return best?.name;
}

/** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const replaced = at(above, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const shifted = Math.min(at(above, column), at(current, column - 1)) + 1;
      current.push(Math.min(replaced, shifted, swapped ? at(before, column - 2) + 1 : replaced));
    }
    before = above;
    above = current;
  }
  return at(above, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
