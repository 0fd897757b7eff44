import { chainValues, type Keyed, tiedGroups } from './chain.js';
import { evaluate, evaluateNumber } from './evaluate-formula.js';
import { Fraction } from './fraction.js';
import type { AwardModel, BandModel } from './model.js';
import type { Frame, Row } from './world.js';

export interface Filled {
  readonly got: readonly Row[];
  /** Candidates that stay without a place and do not go on either. */
  readonly stopped: readonly Row[];
  /** The group that was larger than the places left, where people decide. */
  readonly undecided: readonly Row[];
  /** The group that splits the places left, and the part of each. */
  readonly sharing: { readonly rows: readonly Row[]; readonly part: Fraction } | undefined;
}

/** Fills the places of a band or an award, one tied group of candidates after the other. `taken`: what its quota may ask for. */
export async function filled(
  model: Pick<BandModel | AwardModel, 'quota' | 'edge' | 'edgeKeys'>,
  groups: readonly (readonly Row[])[],
  plus: readonly Row[],
  taken: number,
  frame: Frame,
): Promise<Filled> {
  const candidates = groups.map((group) => group.filter((row) => !plus.includes(row)));
  const nobody = { stopped: [], undecided: [], sharing: undefined };
  if (model.quota === undefined) return { ...nobody, got: groups.flat() };
  const quota = (await evaluateNumber(model.quota, { ...frame, counts: { taken } }))?.floor();
  if (quota === undefined) return { ...nobody, got: plus, stopped: candidates.flat() };
  const places = Number(quota.top);
  const { full, edge, free, before } = upTo(places, candidates);
  const got = [...plus, ...full];
  switch (edge.length === 0 ? 'skip' : model.edge) {
    case 'skip':
      return { ...nobody, got };
    case 'extend':
      return { ...nobody, got: [...got, ...edge] };
    case 'decide':
      return { ...nobody, got, stopped: edge, undecided: edge };
    case 'split':
      return {
        ...nobody,
        got: [...got, ...edge],
        sharing: { rows: edge, part: new Fraction(BigInt(free), BigInt(edge.length)) },
      };
    case 'next-key': {
      const values = await chainValues(
        model.edgeKeys,
        edge.map((row) => row.frame),
        frame,
      );
      const keyed = edge.map((row, at): Keyed => ({ row, by: values[at] ?? new Map() }));
      const parts = await tiedGroups(model.edgeKeys, keyed, frame, before + 1);
      const inside = upTo(
        free,
        parts.map(({ rows }) => rows.map(({ row }) => row)),
      );
      const undecided = inside.edge;
      return { ...nobody, got: [...got, ...inside.full], stopped: undecided, undecided };
    }
  }
}

/** The groups that fit into the places, and the first that does not, where places are left. */
function upTo(
  places: number,
  groups: readonly (readonly Row[])[],
): { readonly full: readonly Row[]; readonly edge: readonly Row[]; readonly free: number; readonly before: number } {
  const full: Row[] = [];
  for (const group of groups) {
    const free = places - full.length;
    if (free <= 0) break;
    if (group.length > free) return { full, edge: group, free, before: full.length };
    full.push(...group);
  }
  return { full, edge: [], free: 0, before: full.length };
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
