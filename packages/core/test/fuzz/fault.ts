import type { Json, JsonObject } from '../../src/model/json.js';
import type { Problem } from '../../src/model/problem.js';
import type { Tape } from '../../src/testing/tape.js';
import { type Path, pointerOf, put } from './tree.js';

/**
 * How near the pointer of a problem must come to where a fault was planted:
 * `at` it; `in` it, or deeper; `holder`: at it, or at what should hold it, for what is missing; `line`: at it or in it,
 * or at anything that holds it, or beside it, for damage that may be noticed only behind or around it.
 */
export type Nearness = 'at' | 'in' | 'holder' | 'line';

export interface Planted {
  /** What is read: a text, or what a program would hand in. */
  readonly input: string | Json;
  readonly places: readonly string[];
  readonly nearness: Nearness;
  /** Damage that may leave something valid behind. */
  readonly harmless?: boolean;
}

/** A valid document, and where it lies in what is read. */
export interface Soil {
  readonly root: Json;
  readonly home: Path;
  readonly document: JsonObject;
  /** Of the rubric that events must fit, each as it was written. */
  readonly editions: readonly JsonObject[];
}

/** Plants one fault of a kind; undefined where the document has no place for it. */
export type Fault = (soil: Soil, tape: Tape) => Planted | undefined;

export type Faults = Readonly<Record<string, Fault>>;

/** The document with another value at a place, which is where the fault is unless said otherwise. */
export function planted(
  { root, home }: Soil,
  path: Path,
  value: Json | undefined,
  nearness: Nearness = 'in',
  places: readonly Path[] = [path],
): Planted {
  return {
    input: put(root, [...home, ...path], value),
    places: places.map((place) => pointerOf([...home, ...place])),
    nearness,
  };
}

export function hits(planted: Planted, problems: readonly Problem[]): boolean {
  return problems.some(({ pointer }) => planted.places.some((place) => isNear(pointer, place, planted.nearness)));
}

function isNear(pointer: string, place: string, nearness: Nearness): boolean {
  switch (nearness) {
    case 'at':
      return pointer === place;
    case 'in':
      return holds(place, pointer);
    case 'holder':
      return pointer === place || pointer === parentOf(place);
    case 'line':
      return holds(pointer, place) || holds(parentOf(place), pointer);
  }
}

function holds(outer: string, inner: string): boolean {
  return inner === outer || inner.startsWith(`${outer}/`);
}

function parentOf(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
}
