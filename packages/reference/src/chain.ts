import { worldAmong } from './among.js';
import { evaluate } from './evaluate-formula.js';
import { compareBy, type KeyValue, keyValues } from './key-values.js';
import type { AmongBlock, ChainStep, RankKey, TieConvention } from './model.js';
import type { Frame, Row } from './world.js';

/** A row with the values of a chain of keys, by their names. */
export interface Keyed {
  readonly row: Row;
  readonly by: Map<string, KeyValue>;
}

/** All keys of a chain, those of blocks too. */
export function keysIn(chain: readonly ChainStep[]): readonly RankKey[] {
  return chain.flatMap((step): readonly RankKey[] => (step.kind === 'among' ? step.by : [step]));
}

/** The values of a chain's keys for each row; blocks have read nothing yet. */
export async function chainValues(
  chain: readonly ChainStep[],
  rows: readonly Frame[],
  table: Frame,
): Promise<Map<string, KeyValue>[]> {
  const values = rows.map(() => new Map<string, KeyValue>());
  for (const step of chain) if (step.kind !== 'among') await readKey(step, rows, table, values);
  return values;
}

/** The first key that must be known and is not. */
export function missingKey(chain: readonly ChainStep[], by: ReadonlyMap<string, KeyValue>): string | undefined {
  return keysIn(chain).find((key) => key.unknown === 'unranked' && by.get(key.name) === undefined)?.name;
}

/** Rows that no key has parted, and the name of the key that parts them from those above. */
export interface Tied {
  readonly rows: readonly Keyed[];
  readonly parted: string | undefined;
}

/** All rows start as one tied group, at the first place unless another is named; each step splits every group. */
export async function tiedGroups(
  chain: readonly ChainStep[],
  rows: readonly Keyed[],
  table: Frame,
  place = 1,
): Promise<readonly Tied[]> {
  return rows.length === 0 ? [] : refined(chain, { rows, parted: undefined }, place, table);
}

/** One group of which the first stands at this place, split by each step in turn. */
async function refined(
  chain: readonly ChainStep[],
  group: Tied,
  place: number,
  table: Frame,
): Promise<readonly Tied[]> {
  let groups: readonly Tied[] = [group];
  for (const step of chain) {
    const next: Tied[] = [];
    for (const each of groups) {
      const at = place + countIn(next);
      if (!(await isAsked(step, each, at, table))) next.push(each);
      else if (step.kind === 'among') next.push(...(await amongThem(step, each, at, table)));
      else next.push(...split(each, step));
    }
    groups = next;
  }
  return groups;
}

/** Whether a step is asked at all of a group: of two rows or more, and where its `if` is true. */
async function isAsked(step: ChainStep, { rows }: Tied, place: number, table: Frame): Promise<boolean> {
  if (rows.length < 2) return false;
  if (step.if === undefined) return true;
  return (await evaluate(step.if, { ...table, counts: { ...table.counts, tied: rows.length, place } })) === true;
}

/** The keys of a block, read in a world without what involves others; and anew for every part that it leaves tied. */
async function amongThem(block: AmongBlock, group: Tied, place: number, table: Frame): Promise<readonly Tied[]> {
  if (group.rows.length < 2) return [group];
  const world = await worldAmong(
    block,
    group.rows.map(({ row }) => row.member),
    table,
  );
  const frames = group.rows.map(({ row }) => ({ ...row.frame, world }));
  const inside: Frame = { ...table, world };
  for (const key of block.by)
    await readKey(
      key,
      frames,
      inside,
      group.rows.map(({ by }) => by),
    );
  const parts = await refined(block.by, group, place, inside);
  if (parts.length === 1) return parts;
  const settled: Tied[] = [];
  for (const part of parts) settled.push(...(await amongThem(block, part, place + countIn(settled), table)));
  return settled;
}

async function readKey(
  key: RankKey,
  rows: readonly Frame[],
  table: Frame,
  into: readonly Map<string, KeyValue>[],
): Promise<void> {
  const column = await keyValues(key, rows, table);
  for (const [at, values] of into.entries()) values.set(key.name, column[at]);
}

function countIn(groups: readonly Tied[]): number {
  return groups.reduce((sum, { rows }) => sum + rows.length, 0);
}

/** The rank of a row of a tied group. */
export function rankOf(
  ties: TieConvention,
  groups: readonly (readonly unknown[])[],
  group: number,
  place: number,
): number {
  const before = groups.slice(0, group).reduce((count, each) => count + each.length, 0);
  const size = groups[group]?.length ?? 0;
  switch (ties) {
    case 'standard':
      return before + 1;
    case 'modified':
      return before + size;
    case 'dense':
      return group + 1;
    case 'fractional':
      return before + (size + 1) / 2;
    case 'ordinal':
      return before + place + 1;
  }
}

function split({ rows, parted }: Tied, key: RankKey): readonly Tied[] {
  const own = ({ by }: Keyed): KeyValue => by.get(key.name);
  const known = rows.filter((each) => own(each) !== undefined);
  const unknown = rows.filter((each) => own(each) === undefined);
  if (key.unknown === 'skip' && unknown.length > 0) return [{ rows, parted }];
  const groups: Keyed[][] = [];
  for (const each of [...known].sort((a, b) => compareBy(key, own(a), own(b)))) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && compareBy(key, own(last[0]), own(each)) === 0) last.push(each);
    else groups.push([each]);
  }
  const apart = unknown.length > 0 ? [unknown] : [];
  const all = key.unknown === 'first' ? [...apart, ...groups] : [...groups, ...apart];
  return all.map((group, at) => ({ rows: group, parted: at === 0 ? parted : key.name }));
}
