import { child, pointerKeys } from './problem.js';

/** Which written document a part of a merged document comes from. Parts without an entry lie under `at` as they do here. */
export interface Origin {
  readonly at: string;
  readonly parts: ReadonlyMap<string, Origin>;
}

export function wholly(at: string): Origin {
  return { at, parts: new Map() };
}

/** The origin of a part of what `origin` describes. */
export function partOf(origin: Origin, key: string | number): Origin {
  return origin.parts.get(String(key)) ?? wholly(child(origin.at, key));
}

/** The pointer, in the documents as they were written, of a pointer into the merged one. */
export function writtenAt(origin: Origin, pointer: string): string {
  return pointerKeys(pointer).reduce<Origin>(partOf, origin).at;
}
