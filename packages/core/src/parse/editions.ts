import type { Json, JsonObject } from '../model/json.js';
import { child } from '../model/problem.js';
import type { Documents } from './documents.js';
import { overlay, type Sourced, written } from './overlay.js';
import type { Report } from './report.js';

/** One edition, merged with its parents. */
export interface Merged extends Sourced<JsonObject> {
  readonly edition: string;
}

interface Head {
  readonly edition: string;
  readonly parent: string | undefined;
  readonly value: JsonObject;
  readonly at: string;
}

/** Lays every edition over its parent. The report takes pointers of the written documents here. */
export function mergedEditions(documents: Documents, report: Report): readonly Merged[] {
  const heads = documents.list.flatMap(({ value, at }) => headOf(value, at, report) ?? []);
  const byName = new Map<string, Head>();
  for (const head of heads) {
    if (byName.has(head.edition)) report.add('edition-twice', child(head.at, 'edition'), { edition: head.edition });
    else byName.set(head.edition, head);
  }
  sayIds(heads, report);
  const merged = new Map<string, Merged>();
  for (const head of byName.values()) merge(head, byName, merged, report);
  return [...merged.values()];
}

function headOf(value: JsonObject, at: string, report: Report): Head | undefined {
  const { edition, parent } = value;
  if (typeof edition !== 'string' || edition === '') {
    if (edition === undefined) report.add('missing-key', child(at, 'edition'), { key: 'edition' });
    else report.add('wrong-type', child(at, 'edition'), { found: typeof edition, expected: 'string' });
    return undefined;
  }
  if (parent === undefined || typeof parent === 'string') return { edition, parent, value, at };
  report.add('wrong-type', child(at, 'parent'), { found: typeof parent, expected: 'string' });
  return undefined;
}

function sayIds(heads: readonly Head[], report: Report): void {
  const [first, ...rest] = heads;
  const expected = first?.value.id;
  for (const { value, at, parent } of rest) {
    const { id } = value;
    if (id === undefined && parent !== undefined) continue;
    if (typeof id === 'string' && typeof expected === 'string' && id !== expected) {
      report.add('edition-id', child(at, 'id'), { found: id, expected });
    }
  }
}

/** From the root of the chain of parents down, without recursion, because a chain may be long. */
function merge(head: Head, byName: ReadonlyMap<string, Head>, merged: Map<string, Merged>, report: Report): void {
  const chain: Head[] = [];
  const names = new Set<string>();
  let at: Head | undefined = head;
  while (at !== undefined && !merged.has(at.edition)) {
    if (names.has(at.edition)) {
      const cycle = [...names, at.edition].join(' → ');
      if ([...names].sort()[0] === head.edition)
        report.add('edition-parent-cycle', child(head.at, 'parent'), { cycle });
      return;
    }
    names.add(at.edition);
    chain.push(at);
    if (at.parent === undefined) break;
    const parent = byName.get(at.parent);
    if (parent === undefined) {
      report.add('edition-parent', child(at.at, 'parent'), {
        parent: at.parent,
        nearest: report.near(at.parent, byName.keys()),
      });
      return;
    }
    at = parent;
  }
  for (const link of chain.toReversed()) {
    const own = written(withoutParent(link.value), link.at);
    const under = link.parent === undefined ? undefined : merged.get(link.parent);
    if (link.parent !== undefined && link.value.effective === undefined) {
      report.add('missing-key', child(link.at, 'effective'), { key: 'effective' });
    }
    merged.set(link.edition, { ...(under === undefined ? own : overlay(under, own)), edition: link.edition });
  }
}

function withoutParent(value: JsonObject): JsonObject {
  const { parent: _, ...rest } = value;
  return Object.assign<Record<string, Json>, JsonObject>(Object.create(null), rest);
}
