import { EVERY_NUMBER, meet, type NumberSet, whole, without } from './number-set.js';

/** What a value may be: numbers, days and instants as stretches of a line, texts and flags by name. */
export type ValueSet =
  /** Where it `isWhole`, there is nothing between one whole number and the next. */
  | { readonly kind: 'line'; readonly spans: NumberSet; readonly isWhole: boolean }
  /** These, or with `but` all others. */
  | { readonly kind: 'names'; readonly but: boolean; readonly names: ReadonlySet<string> };

export const ANY_NUMBER: ValueSet = onLine(EVERY_NUMBER);
export const ANY_NAME: ValueSet = { kind: 'names', but: true, names: new Set() };

export function named(...names: readonly string[]): ValueSet {
  return { kind: 'names', but: false, names: new Set(names) };
}

export function onLine(spans: NumberSet, isWhole = false): ValueSet {
  return { kind: 'line', spans: isWhole ? whole(spans) : spans, isWhole };
}

/** What is in both; they are of one kind, as one value has one type. */
export function both(a: ValueSet, b: ValueSet): ValueSet {
  if (a.kind === 'line' || b.kind === 'line') {
    return a.kind === 'line' && b.kind === 'line' ? onLine(meet(a.spans, b.spans), a.isWhole || b.isWhole) : named();
  }
  if (a.but && b.but) return { kind: 'names', but: true, names: new Set([...a.names, ...b.names]) };
  const [listed, other] = a.but ? [b, a] : [a, b];
  return named(...[...listed.names].filter((name) => other.names.has(name) !== other.but));
}

export function allBut(set: ValueSet): ValueSet {
  return set.kind === 'line' ? onLine(without(set.spans), set.isWhole) : { ...set, but: !set.but };
}

export function isNothing(set: ValueSet): boolean {
  return set.kind === 'line' ? set.spans.length === 0 : !set.but && set.names.size === 0;
}
