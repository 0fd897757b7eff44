import { memberType } from '../model/measure-type.js';
import { child } from '../model/problem.js';
import type { FormulaKey, ListKey, RankKey } from '../model/rubric.js';
import type { RankKeyDocument } from './document-standing.js';
import { numAt } from './numbers.js';
import type { StandingSlots } from './standing-slots.js';

/** The keys of an order, from the first; each has a name of its own. */
export function chainAt(keys: readonly RankKeyDocument[], pointer: string, slots: StandingSlots): readonly RankKey[] {
  const chain = keys.map((key, index) => keyAt(key, child(pointer, index), index === 0, slots));
  const seen = new Set<string>();
  chain.forEach(({ name }, index) => {
    if (seen.has(name)) sayTwice(name, keys[index], child(pointer, index), slots);
    seen.add(name);
  });
  return chain;
}

function sayTwice(name: string, key: RankKeyDocument | undefined, at: string, { pass }: StandingSlots): void {
  const part = (['name', 'is', 'items'] as const).find((each) => key?.[each] !== undefined);
  pass.report.add('key-twice', part === undefined ? at : child(at, part), { name });
}

function keyAt(key: RankKeyDocument, at: string, isFirst: boolean, slots: StandingSlots): RankKey {
  const { report } = slots.pass;
  if ((key.is === undefined) === (key.items === undefined))
    report.add('key-one', at, { found: key.is === undefined ? '' : 'is, items' });
  if (key.items === undefined) return formulaKeyAt(key, at, isFirst, slots);
  return listKeyAt(key, key.items, at, isFirst, slots);
}

type Head = Pick<RankKey, 'title' | 'order' | 'unknown' | 'if'>;

function headOf(key: RankKeyDocument, at: string, isFirst: boolean, slots: StandingSlots): Head {
  const { title, order = 'desc', unknown = isFirst ? 'unranked' : 'last' } = key;
  return { title, order, unknown, if: slots.condition(key.if, child(at, 'if')) };
}

function formulaKeyAt(key: RankKeyDocument, at: string, isFirst: boolean, slots: StandingSlots): FormulaKey {
  for (const part of ['sort', 'depth', 'pad'] as const)
    if (key[part] !== undefined) slots.pass.report.add('key-part', child(at, part), { key: part, of: 'items' });
  const is = slots.ask(key.is ?? 'unknown', child(at, 'is'), ['number', 'date', 'instant']);
  return { kind: 'is', name: key.name ?? is.text, is, ...headOf(key, at, isFirst, slots) };
}

function listKeyAt(key: RankKeyDocument, name: string, at: string, isFirst: boolean, slots: StandingSlots): ListKey {
  const { sort = 'members', depth, pad } = key;
  return {
    kind: 'items',
    name: key.name ?? name,
    items: itemsAt(name, at, sort, slots),
    sort,
    depth: slots.quota(depth, child(at, 'depth')),
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
