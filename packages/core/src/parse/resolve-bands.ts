import { eq, lte, type Num, printNum } from '../model/num.js';
import { child } from '../model/problem.js';
import type { ThresholdDocument } from './document-slots.js';
import { readNum } from './numbers.js';
import type { Pass } from './world.js';

export interface Threshold {
  readonly from: Num | undefined;
  readonly below: Num | undefined;
}

/** Bands from the top: thresholds fall, `below` repeats the threshold above, and only the last may do without. */
export function thresholdsAt(
  bands: readonly ThresholdDocument[],
  pointer: string,
  everyBand: boolean,
  pass: Pass,
): readonly Threshold[] {
  sayTwice(
    bands.map((band) => band.id),
    pointer,
    pass,
  );
  const read = bands.map(({ from, below }, index) => {
    const at = child(pointer, index);
    return {
      from: from === undefined ? undefined : readNum(from, child(at, 'from'), pass.report),
      below: below === undefined ? undefined : readNum(below, child(at, 'below'), pass.report),
    };
  });
  let above: Num | undefined;
  read.forEach((band, index) => {
    sayBand(band, above, child(pointer, index), bands[index]?.id ?? '', pass);
    const last = index === read.length - 1;
    if (everyBand && bands[index]?.from === undefined && !last)
      pass.report.add('band-hides', child(pointer, index), { band: bands[index]?.id ?? '' });
    above = band.from ?? above;
  });
  return read;
}

function sayBand({ from, below }: Threshold, above: Num | undefined, at: string, band: string, pass: Pass): void {
  const { report } = pass;
  if (from !== undefined && above !== undefined && lte(above, from)) {
    report.add('band-order', child(at, 'from'), { band, from: printNum(from), above: printNum(above) });
  }
  if (below === undefined) return;
  if (from !== undefined && lte(below, from)) {
    report.add('band-empty', child(at, 'below'), { band, from: printNum(from), below: printNum(below) });
  } else if (above !== undefined && !eq(below, above)) {
    const facts = { band, below: printNum(below), above: printNum(above) };
    report.add(lte(below, above) ? 'band-gap' : 'band-overlap', child(at, 'below'), facts);
  }
}

/** Ids that name two things. */
export function sayTwice(ids: readonly string[], pointer: string, pass: Pass, key = 'id'): void {
  const seen = new Set<string>();
  ids.forEach((id, index) => {
    if (seen.has(id)) pass.report.add('duplicate-id', child(child(pointer, index), key), { id });
    seen.add(id);
  });
}
