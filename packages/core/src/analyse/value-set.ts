import { EVERY_NUMBER, meet, type NumberSet, without } from './number-set.js';

/** What a value may be: numbers, days and instants as stretches of a line, texts and flags by name. */
export type ValueSet =
  | { readonly kind: 'line'; readonly spans: NumberSet }
  /** These, or with `but` all others. */
  | { readonly kind: 'names'; readonly but: boolean; readonly names: ReadonlySet<string> };

export const ANY_NUMBER: ValueSet = { kind: 'line', spans: EVERY_NUMBER };
export const ANY_NAME: ValueSet = { kind: 'names', but: true, names: new Set() };

export function named(...names: readonly string[]): ValueSet {
  return { kind: 'names', but: false, names: new Set(names) };
}

export function onLine(spans: NumberSet): ValueSet {
  return { kind: 'line', spans };
}

/** What is in both; they are of one kind, as one value has one type. */
export function both(a: ValueSet, b: ValueSet): ValueSet {
  if (a.kind === 'line' || b.kind === 'line') {
    return a.kind === 'line' && b.kind === 'line' ? onLine(meet(a.spans, b.spans)) : named();
  }
  if (a.but && b.but) return { kind: 'names', but: true, names: new Set([...a.names, ...b.names]) };
  const [listed, other] = a.but ? [b, a] : [a, b];
  return named(...[...listed.names].filter((name) => other.names.has(name) !== other.but));
}

export function allBut(set: ValueSet): ValueSet {
  return set.kind === 'line' ? onLine(without(set.spans)) : { ...set, but: !set.but };
}

export function isNothing(set: ValueSet): boolean {
  return set.kind === 'line' ? set.spans.length === 0 : !set.but && set.names.size === 0;
}
