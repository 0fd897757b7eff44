import { memberType } from '../model/measure-type.js';
import { child } from '../model/problem.js';
import type { AmongBlock, ChainStep, FormulaKey, ListKey, RankKey } from '../model/rubric.js';
import type { ChainStepDocument, RankKeyDocument } from './document-standing.js';
import { numAt } from './numbers.js';
import { amongFieldsAt } from './resolve-among.js';
import type { StandingSlots } from './standing-slots.js';

/** The steps of an order, from the first; each key has a name of its own. */
export function chainAt(
  chain: readonly ChainStepDocument[],
  pointer: string,
  slots: StandingSlots,
): readonly ChainStep[] {
  const names = new Set<string>();
  return chain.map((document, index) => {
    const at = child(pointer, index);
    if (document.among !== undefined) return blockAt(document, at, names, slots);
    const key = keyAt(document, at, index === 0, slots);
    sayTwice(key.name, document, at, names, slots);
    return key;
  });
}

/** Names are told apart across the whole order, blocks included. */
function sayTwice(name: string, key: KeyDocument, at: string, names: Set<string>, { pass }: StandingSlots): void {
  const part = (['name', 'is', 'items'] as const).find((each) => key[each] !== undefined);
  if (names.has(name)) pass.report.add('key-twice', part === undefined ? at : child(at, part), { name });
  names.add(name);
}

/** The keys that part a tie on the edge of a quota; undefined or not, they must go with the edge. */
export function thenAt(
  keys: readonly RankKeyDocument[] | undefined,
  edge: string | undefined,
  at: string,
  slots: StandingSlots,
): readonly RankKey[] {
  const { report } = slots.pass;
  if (keys === undefined && edge === 'next-key') report.add('next-key-then', child(at, 'edge'), {});
  if (keys !== undefined && edge !== 'next-key') report.add('then-edge', child(at, 'then'), { edge: edge ?? 'decide' });
  return plainKeysAt(keys ?? [], child(at, 'then'), new Set(), '', slots);
}

/** Keys of rows that are ranked already, and among which no block may stand. */
function plainKeysAt(
  keys: readonly RankKeyDocument[],
  at: string,
  names: Set<string>,
  prefix: string,
  slots: StandingSlots,
): readonly RankKey[] {
  return keys.map((key, index) => {
    const inside = child(at, index);
    if (key.among !== undefined) slots.pass.report.add('among-inside', child(inside, 'among'), {});
    const read = keyAt(key, inside, false, slots);
    const name = `${prefix}${read.name}`;
    if (key.among === undefined) sayTwice(name, key, inside, names, slots);
    return { ...read, name };
  });
}

/** A block of keys; all rows that it orders are ranked already. */
function blockAt(document: ChainStepDocument, at: string, names: Set<string>, slots: StandingSlots): AmongBlock {
  const { among = { types: [], fields: [] }, by = [], if: condition } = document;
  const { report } = slots.pass;
  for (const key of ['is', 'items', 'name', 'title', 'sort', 'reverse', 'depth', 'pad', 'order', 'unknown'] as const)
    if (document[key] !== undefined) report.add('among-part', child(at, key), { key });
  if (document.by === undefined) report.add('missing-key', child(at, 'by'), { key: 'by' });
  const keys = plainKeysAt(by, child(at, 'by'), names, 'among: ', slots);
  const fields = amongFieldsAt(among, child(at, 'among'), slots);
  return { kind: 'among', types: among.types, fields, by: keys, if: slots.condition(condition, child(at, 'if')) };
}

/** A key of which it is known that it is no block. */
type KeyDocument = Omit<RankKeyDocument, 'among'> & { readonly among?: unknown; readonly by?: unknown };

function keyAt(key: KeyDocument, at: string, isFirst: boolean, slots: StandingSlots): RankKey {
  const { report } = slots.pass;
  if (key.by !== undefined) report.add('key-part', child(at, 'by'), { key: 'by', of: 'among' });
  if ((key.is === undefined) === (key.items === undefined) && key.among === undefined)
    report.add('key-one', at, { found: key.is === undefined ? '' : 'is, items' });
  if (key.items === undefined) return formulaKeyAt(key, at, isFirst, slots);
  return listKeyAt(key, key.items, at, isFirst, slots);
}

type Head = Pick<RankKey, 'title' | 'order' | 'unknown' | 'if'>;

function headOf(key: KeyDocument, at: string, isFirst: boolean, slots: StandingSlots): Head {
  const { title, order = 'desc', unknown = isFirst ? 'unranked' : 'last' } = key;
  return { title, order, unknown, if: slots.condition(key.if, child(at, 'if')) };
}

function formulaKeyAt(key: KeyDocument, at: string, isFirst: boolean, slots: StandingSlots): FormulaKey {
  for (const part of ['sort', 'reverse', 'depth', 'pad'] as const)
    if (key[part] !== undefined) slots.pass.report.add('key-part', child(at, part), { key: part, of: 'items' });
  const is = slots.ask(key.is ?? 'unknown', child(at, 'is'), ['number', 'date', 'instant']);
  return { kind: 'is', name: key.name ?? is.text, is, ...headOf(key, at, isFirst, slots) };
}

function listKeyAt(key: KeyDocument, name: string, at: string, isFirst: boolean, slots: StandingSlots): ListKey {
  const { sort = 'members', reverse = false, depth, pad } = key;
  return {
    kind: 'items',
    name: key.name ?? name,
    items: itemsAt(name, at, sort, slots),
    sort,
    reverse,
    depth: slots.depth(depth, child(at, 'depth')),
    pad: pad === undefined ? undefined : numAt(pad, child(at, 'pad'), slots.pass.report),
    ...headOf(key, at, isFirst, slots),
  };
}

/** The reading of a measure of numbers. */
function itemsAt(name: string, at: string, sort: ListKey['sort'], slots: StandingSlots): ListKey['items'] {
  const { report, world } = slots.pass;
  const pointer = child(at, 'items');
  const missing: ListKey['items'] = { kind: 'indicator', type: 'number', name, args: [], passes: [] };
  if (!world.indicators.has(name)) {
    const nearest = report.near(name, world.indicators.keys());
    if (!world.broken.has(name)) report.add('indicator-unknown', pointer, { name, nearest });
    return missing;
  }
  const body = slots.indicators.get(name)?.body;
  if (body?.kind === 'formula') {
    if (!world.broken.has(name) && world.indicators.get(name)?.document.of === undefined)
      report.add('items-formula', pointer, { name });
    return missing;
  }
  const found = body === undefined ? 'number' : memberType(body.of);
  if (found !== 'number') report.add('items-type', pointer, { name, found });
  if (sort === 'key' && body !== undefined && body.of.kind !== 'each')
    report.add('items-sort', child(at, 'sort'), { name });
  const { expr } = slots.ask(name, pointer, []);
  return expr.kind === 'indicator' ? expr : missing;
}
