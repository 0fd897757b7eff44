import { evaluate, evaluateNumber } from './evaluate-formula.js';
import type { AwardModel, BandModel } from './model.js';
import type { Frame, Row } from './world.js';

export interface Filled {
  readonly got: readonly Row[];
  /** Candidates that stay without a place and do not go on either. */
  readonly stopped: readonly Row[];
  /** The group that was larger than the places left, where people decide. */
  readonly undecided: readonly Row[];
}

/** Fills the places of a band or an award, one tied group of candidates after the other. */
export async function filled(
  model: Pick<BandModel | AwardModel, 'quota' | 'edge'>,
  groups: readonly (readonly Row[])[],
  plus: readonly Row[],
  frame: Frame,
): Promise<Filled> {
  const candidates = groups.map((group) => group.filter((row) => !plus.includes(row)));
  if (model.quota === undefined) return { got: groups.flat(), stopped: [], undecided: [] };
  const quota = (await evaluateNumber(model.quota, frame))?.floor();
  if (quota === undefined) return { got: plus, stopped: candidates.flat(), undecided: [] };
  let places = Number(quota.top);
  const got: Row[] = [...plus];
  const stopped: Row[] = [];
  for (const group of candidates) {
    if (places <= 0) break;
    if (group.length > places) {
      if (model.edge === 'skip') break;
      if (model.edge === 'extend') got.push(...group);
      else stopped.push(...group);
      break;
    }
    got.push(...group);
    places -= group.length;
  }
  return { got, stopped, undecided: stopped };
}

/** Candidates are rows whose `where` is true; an unknown one is told apart. */
export async function judgedRows(
  where: BandModel['where'],
  rows: readonly Row[],
): Promise<{ yes: Row[]; unknown: Row[] }> {
  const yes: Row[] = [];
  const unknown: Row[] = [];
  for (const row of rows) {
    const fits = where === undefined ? true : await evaluate(where, row.frame);
    if (fits === true) yes.push(row);
    if (fits === undefined) unknown.push(row);
  }
  return { yes, unknown };
}
