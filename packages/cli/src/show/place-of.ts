import { type Problem, readJson } from '@meritlog/core';

/** Line and column of a pointer. */
export type PlaceOf = (pointer: string) => Pick<Problem, 'line' | 'column'>;

/** Where things stand in a text of JSON; nowhere in a text that is none. */
export function placesIn(text: string): PlaceOf {
  const read = readJson(text);
  return (pointer) => (read.ok ? read.value.locate(pointer) : {});
}
