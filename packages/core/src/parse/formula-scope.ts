import type { ContextName, FieldKind, ValueType } from './formula-words.js';

/** What a formula may name, besides what the whole edition declares. */
export interface Scope {
  readonly event: EventScope | undefined;
  /** Keys bound around the event in scope, or bound at all where there is no event. */
  readonly keys: ReadonlySet<string>;
  /** Names of `with`. */
  readonly passed: ReadonlySet<string>;
  readonly context: ReadonlySet<ContextName>;
  /** The type of `it`. */
  readonly it: ValueType | undefined;
  /** Steps of a procedure, whose events are named `step.field`. */
  readonly steps: ReadonlyMap<string, EventScope>;
  /** What `item` can be. */
  readonly item: ScopeItem | undefined;
  /** Whether indicators and standings may be read. */
  readonly reads: boolean;
  /** What makes the scope has problems of its own, so a name it lacks is no news. */
  readonly open: boolean;
}

/** The items of a list: their type, and the texts that they can be, where they are listed. */
export interface ScopeItem {
  readonly type: ValueType;
  readonly choices: readonly string[];
}

/** One event, of one of these types. */
export interface EventScope {
  readonly types: readonly string[];
  /** The fields that all of the types have, with one kind. */
  readonly fields: ReadonlyMap<string, ScopeField>;
  /** Fields that only some of the types have, or with other kinds: the type that stands in the way. */
  readonly partial: ReadonlyMap<string, string>;
  /** One of the types has problems of its own, so a name it lacks is no news. */
  readonly broken: boolean;
  /** Fields that are computed only after what reads this event. */
  readonly later?: ReadonlySet<string>;
}

export interface ScopeField {
  readonly kind: FieldKind;
  /** Undefined where the field has problems of its own. */
  readonly type: ValueType | undefined;
  readonly unit: string | undefined;
  readonly optional: boolean;
  readonly choices: readonly string[];
}

const NONE: ReadonlySet<string> = new Set();
const NO_STEPS: ReadonlyMap<string, EventScope> = new Map();
const EVENT: readonly ContextName[] = ['time', 'effective', 'recorded', 'id', 'source', 'subject', 'type'];
export const OWN_EVENT: readonly ContextName[] = ['time', 'id', 'source', 'subject', 'type'];
const READING: readonly ContextName[] = ['now', 'today'];

/** A computed field: of recorded events, before any state or reading. */
export function fieldScope(event: EventScope): Scope {
  return {
    event,
    keys: NONE,
    passed: NONE,
    context: new Set(EVENT),
    it: undefined,
    item: undefined,
    steps: NO_STEPS,
    reads: true,
    open: false,
  };
}

/** What was recorded, before anything is computed: fields that are read, and the envelope. */
export function recordScope(event: EventScope): Scope {
  const context = new Set(EVENT.filter((name) => name !== 'effective'));
  return { ...withoutReads(fieldScope(event)), context };
}

/** Keys and the reading instant, without an event. */
export function keyScope(keys: Iterable<string>, passed: Iterable<string> = []): Scope {
  return {
    event: undefined,
    keys: new Set(keys),
    passed: new Set(passed),
    context: new Set(READING),
    it: undefined,
    steps: NO_STEPS,
    item: undefined,
    reads: true,
    open: false,
  };
}

/** The steps of a procedure that were taken before: nothing of the ledger, and no instant of reading. */
export function stepScope(steps: Scope['steps']): Scope {
  return { ...withoutReads(keyScope([])), context: new Set(), steps };
}

/** The same scope beside an event that a step records: its envelope, and its fields where they are there already. */
export function withOwnEvent(scope: Scope, event: EventScope | undefined): Scope {
  return { ...scope, event, context: new Set(OWN_EVENT) };
}

/** The same scope with an event in it. */
export function withEvent(scope: Scope, event: EventScope): Scope {
  return { ...scope, event, context: new Set([...EVENT, ...READING, 'state'] satisfies ContextName[]) };
}

export function withKeys(scope: Scope, keys: Iterable<string>): Scope {
  return { ...scope, keys: new Set([...scope.keys, ...keys]) };
}

export function withContext(scope: Scope, ...names: readonly ContextName[]): Scope {
  return { ...scope, context: new Set([...scope.context, ...names]) };
}

export function withIt(scope: Scope, it: ValueType | undefined): Scope {
  return { ...withContext(scope, 'it'), it };
}

/** The scope of what is written once for each item. */
export function withItem(scope: Scope, item: ScopeItem): Scope {
  return { ...withContext(scope, 'item', 'position'), item };
}

/** A scope that reads nothing but its names. */
export function withoutReads(scope: Scope): Scope {
  return { ...scope, reads: false };
}

/** A scope of which a part is not known. */
export function opened(scope: Scope): Scope {
  return { ...scope, open: true };
}

/** Whether names may be missing through no fault of the formula. */
export function isOpen(scope: Scope): boolean {
  return scope.open || scope.event?.broken === true;
}

/** Every key that a reading in this scope can be bound by. */
export function boundKeys(scope: Scope): Set<string> {
  const keys = new Set(scope.keys);
  for (const [name, field] of scope.event?.fields ?? []) if (field.kind === 'key') keys.add(name);
  return keys;
}

/** The fields that are common to several types. */
export function eventScope(
  types: readonly string[],
  fieldsOf: (type: string) => ReadonlyMap<string, ScopeField> | undefined,
  isBroken: (type: string) => boolean,
): EventScope {
  const maps = types.map((type) => ({ type, fields: fieldsOf(type) ?? new Map<string, ScopeField>() }));
  const fields = new Map<string, ScopeField>();
  const partial = new Map<string, string>();
  for (const name of new Set(maps.flatMap((map) => [...map.fields.keys()]))) {
    const first = maps.flatMap((map) => map.fields.get(name) ?? [])[0];
    const odd = maps.find(
      (map) => map.fields.get(name)?.kind !== first?.kind || map.fields.get(name)?.type !== first?.type,
    );
    if (first === undefined || odd !== undefined) partial.set(name, odd?.type ?? '');
    else
      fields.set(
        name,
        common(
          first,
          maps.flatMap((map) => map.fields.get(name) ?? []),
        ),
      );
  }
  return { types, fields, partial, broken: types.some((type) => isBroken(type) || fieldsOf(type) === undefined) };
}

function common(first: ScopeField, all: readonly ScopeField[]): ScopeField {
  const open = all.some((field) => field.choices.length === 0);
  return {
    ...first,
    optional: all.some((field) => field.optional),
    choices: open ? [] : [...new Set(all.flatMap((field) => field.choices))],
  };
}
