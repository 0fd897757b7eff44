import { chainValues, type Keyed, missingKey, tiedGroups } from './chain.js';
import { evaluate } from './evaluate-formula.js';
import type { StandingModel } from './model.js';
import { filled, judgedRows } from './places.js';
import { shown } from './values.js';
import type { Frame, ReferenceFinding, Row, Table } from './world.js';

/** Bands from the top: who gets no place goes on to the next, unless people decide or its `where` is unknown. */
export async function bands(model: StandingModel, groups: readonly Row[][], frame: Frame): Promise<ReferenceFinding[]> {
  const findings: ReferenceFinding[] = [];
  let left = groups;
  for (const band of model.bands) {
    const { yes, unknown } = await judgedRows(band.where, left.flat());
    const plus: Row[] = [];
    for (const row of band.plus === undefined ? [] : yes) {
      if (band.plus !== undefined && (await evaluate(band.plus, row.frame)) === true) plus.push(row);
    }
    const candidates = left.map((group) => group.filter((row) => yes.includes(row)));
    const taken = groups.flat().filter((row) => row.band !== null).length;
    const { got, stopped, undecided } = await filled(band, candidates, plus, taken, frame);
    for (const row of got) row.band = band.id;
    if (undecided.length > 0)
      findings.push(
        finding('unresolved-tie', { standing: model.name, ...tableOf(model, frame), band: band.id }, undecided),
      );
    const gone = [...got, ...stopped, ...unknown];
    left = left.map((group) => group.filter((row) => !gone.includes(row)));
  }
  return findings;
}

/** Awards come last: what they ask for may read the ranks and bands of their own table. */
export async function awards({ standing, rows, groups, frame }: Table): Promise<ReferenceFinding[]> {
  const model = frame.edition.standings.get(standing);
  const findings: ReferenceFinding[] = [];
  for (const award of model?.awards ?? []) {
    const free = groups.flat().filter((row) => !award.exclusive.some((other) => row.awards.includes(other)));
    const { yes } = await judgedRows(award.where, free);
    const values = await chainValues(
      award.by,
      yes.map((row) => row.frame),
      frame,
    );
    const keyed = yes.map((row, at): Keyed => ({ row, by: values[at] ?? new Map() }));
    const chain = keyed.filter(({ by }) => missingKey(award.by, by) === undefined);
    const own = (await tiedGroups(award.by, chain, frame)).map(({ rows }) => rows.map(({ row }) => row));
    const ordered = award.by.length > 0 ? own : groups.map((group) => group.filter((row) => yes.includes(row)));
    const taken = rows.filter((row) => award.exclusive.some((other) => row.awards.includes(other))).length;
    const { got, undecided, sharing } = await filled(award, ordered, [], taken, frame);
    for (const row of got) row.awards.push(award.id);
    for (const row of sharing?.rows ?? []) if (sharing !== undefined) row.shares.set(award.id, sharing.part);
    if (model !== undefined && undecided.length > 0) {
      const facts = { standing, ...tableOf(model, frame), award: award.id };
      findings.push(finding('unresolved-award', facts, undecided));
    }
  }
  return findings;
}

/** The values of the keys of which there is a table each. */
function tableOf({ among }: StandingModel, { edition, keys }: Frame): { readonly table?: string } {
  const each = edition.cohorts.get(among)?.each ?? [];
  return each.length === 0 ? {} : { table: each.map((key) => String(shown(keys.get(key)))).join(', ') };
}

function finding(
  code: string,
  facts: { readonly [name: string]: string },
  undecided: readonly Row[],
): ReferenceFinding {
  const members = undecided.map(({ member }) => String(shown(member))).join(', ');
  return { code, subject: null, facts: { ...facts, members } };
}
