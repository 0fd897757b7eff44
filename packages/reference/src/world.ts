import type { Fraction } from './fraction.js';
import type { KeyValue } from './key-values.js';
import type { EditionModel, JsonObject, RubricModel } from './model.js';
import type { Keys, Value } from './values.js';

/** An event, recorded or issued by a rule. */
export interface Happening {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  /** Empty where it has none. */
  readonly subject: string;
  readonly sequence: string | undefined;
  readonly time: number;
  readonly recorded: number;
  readonly data: JsonObject;
  /** The value of the period's key that a late event is carried to. */
  readonly carried: Fraction | undefined;
  /** For a derived event: the fields that its rule set, and the trigger that it inherits keys from. */
  readonly issued: { readonly fields: Keys; readonly trigger: Happening } | undefined;
}

export interface Ending {
  readonly at: number;
  readonly as: string;
}

/** Everything that can be seen. Each step of the forward pass makes a new one, so that nothing in it ever changes. */
export interface World {
  readonly rubric: RubricModel;
  /** The edition that the lens asks for throughout. */
  readonly edition: string | undefined;
  /** In canonical order, once their effective times are known. */
  readonly events: readonly Happening[];
  /** Undefined while only recorded events are looked at, whatever their date, and none has a state. */
  readonly course: Course | undefined;
  /** What computed fields see: recorded events alone. Undefined where that is this very world. */
  readonly recorded: World | undefined;
  readonly calls: Calls;
  readonly memo: Memo;
  /** Findings made while reading, by their identity. */
  readonly notes: Map<string, ReferenceFinding>;
}

export interface Course {
  readonly effective: ReadonlyMap<Happening, number>;
  readonly ended: ReadonlyMap<Happening, Ending>;
}

/** What is being computed is there as `pending`: asking for it again is a cycle. */
export type Cells<T> = Map<string, { readonly pending: true } | { readonly pending: false; readonly value: T }>;

export interface Memo {
  readonly fields: Map<Happening, Cells<Value>>;
  readonly editions: Map<Happening, Cells<EditionModel>>;
  readonly effective: Map<Happening, Cells<number>>;
  readonly readings: Cells<Reading>;
  readonly stages: Cells<Value>;
  readonly tables: Cells<Table | undefined>;
  readonly awards: Cells<readonly ReferenceFinding[]>;
}

/** Where a formula stands: what it sees, when, and which names are in scope. */
export interface Frame {
  readonly world: World;
  /** The `asOf` of whoever asked first: no reading instant lies behind it. */
  readonly horizon: number;
  /** The reading instant T. */
  readonly now: number;
  readonly edition: EditionModel;
  readonly event: Happening | undefined;
  /** Whether the fields of the event are read by this frame's edition, because the event's own is still looked for. */
  readonly provisional: boolean;
  /** The keys bound around the event. */
  readonly keys: Keys;
  readonly passed: Keys;
  /** Inside an `each`: the keys bound around it, which `outer.name` asks. Elsewhere those are `keys`. */
  readonly around: Keys | undefined;
  readonly it: Value;
  readonly size: number | undefined;
  /** What a standing counts for a quota, and of a tied group. */
  readonly counts: { readonly [name in 'taken' | 'tied' | 'place']?: number };
  /** Of an `issue` with `each`: the item, and its number from 1. */
  readonly item: Value;
  readonly position: number | undefined;
  /** The standing whose row is the trigger. */
  readonly standing: string | undefined;
  /** How many readings led here. */
  readonly depth: number;
}

export interface Reading {
  readonly value: Value;
  readonly coverage: { readonly used: number; readonly of: number };
  readonly band: string | null;
  readonly keys: Keys;
  /** The events that the measure takes: none where it comes to nothing known. */
  readonly taken: readonly Happening[];
}

export interface Member {
  /** Unknown where its `where` is. */
  readonly value: Value;
  readonly weight: Value;
  /** Whether it is known to be a member at all. */
  readonly sure: boolean;
  readonly frame: Frame;
}

export interface Row {
  readonly member: Value;
  rank: number | undefined;
  band: string | null;
  decidedBy: string | null;
  readonly awards: string[];
  /** Of awards that are split: the row's part. */
  readonly shares: Map<string, Fraction>;
  readonly total: Value;
  /** The values of the keys of its standing, by their names. */
  readonly by: ReadonlyMap<string, KeyValue>;
  readonly unranked: string | null;
  readonly frame: Frame;
}

export interface Table {
  readonly standing: string;
  readonly keys: Keys;
  readonly rows: readonly Row[];
  /** The ranked rows in their tied groups. */
  readonly groups: readonly (readonly Row[])[];
  readonly findings: readonly ReferenceFinding[];
  readonly frame: Frame;
}

export interface ReferenceFinding {
  readonly code: string;
  readonly subject: string | null;
  readonly facts: { readonly [name: string]: string | number };
}

/** The concepts that read each other. They meet in `calls.ts`, so that no file imports in a circle. */
export interface Calls {
  field(event: Happening, name: string, frame: Frame): Promise<Value>;
  editionOf(event: Happening, frame: Frame): Promise<EditionModel>;
  effective(event: Happening, frame: Frame): Promise<number>;
  /** `args` bind the last keys of `per`; `passes` are the values of `with`, by name from the scope where left out. */
  indicator(name: string, args: readonly Value[], frame: Frame, passes?: readonly Value[]): Promise<Reading>;
  picked(name: string, frame: Frame, passes: readonly Value[]): Promise<Happening | undefined>;
  stage(name: string, keys: Keys, passed: Keys, frame: Frame, steps: number): Promise<Value>;
  given(indicator: string, frame: Frame): Promise<readonly Member[]>;
  limits(indicator: string, frame: Frame): Promise<{ readonly min: Value; readonly max: Value }>;
  standing(name: string, part: string, args: readonly Value[], frame: Frame): Promise<Value>;
}

export function emptyMemo(): Memo {
  return {
    fields: new Map(),
    editions: new Map(),
    effective: new Map(),
    readings: new Map(),
    stages: new Map(),
    tables: new Map(),
    awards: new Map(),
  };
}

export async function remember<T>(cells: Cells<T>, key: string, compute: () => Promise<T>): Promise<T> {
  const known = cells.get(key);
  if (known?.pending) throw new RangeError(`a cycle at the same keys: ${key}`);
  if (known !== undefined) return known.value;
  cells.set(key, { pending: true });
  try {
    const value = await compute();
    cells.set(key, { pending: false, value });
    return value;
  } catch (thrown) {
    cells.delete(key);
    throw thrown;
  }
}

export async function rememberFor<T>(
  map: Map<Happening, Cells<T>>,
  event: Happening,
  key: string,
  compute: () => Promise<T>,
): Promise<T> {
  const cells = map.get(event) ?? new Map();
  map.set(event, cells);
  return remember(cells, key, compute);
}

/** The same world at another step, with nothing remembered. */
export function anew(world: World, change: Partial<Pick<World, 'events' | 'course' | 'recorded'>>): World {
  return { ...world, ...change, memo: emptyMemo(), notes: new Map() };
}

export function note(world: World, finding: ReferenceFinding): void {
  world.notes.set(JSON.stringify(finding), finding);
}

/** A frame with nothing in scope yet. */
export function bareFrame(world: World, edition: EditionModel, horizon: number, now: number): Frame {
  return {
    world,
    horizon,
    now,
    edition,
    event: undefined,
    provisional: false,
    keys: new Map(),
    passed: new Map(),
    around: undefined,
    it: undefined,
    size: undefined,
    counts: {},
    item: undefined,
    position: undefined,
    standing: undefined,
    depth: 0,
  };
}
