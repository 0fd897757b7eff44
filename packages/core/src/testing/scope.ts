/** What a formula or a condition may name at some place, by type. */
export interface Scope {
  readonly names: readonly Name[];
  /** Keys that a reading can be bound by. */
  readonly keys: readonly string[];
  readonly hasEvent: boolean;
}

export type NameType = 'number' | 'text' | 'flag' | 'date' | 'instant';

export interface Name {
  /** As a formula writes it: a name, or a call with arguments. */
  readonly text: string;
  readonly type: NameType;
  /** A list field: only `in`, `contains` and `doesNotContain` read it. */
  readonly list: boolean;
  /** Never unknown, so that a condition may read it without a guard. */
  readonly sure: boolean;
  readonly choices: readonly string[];
}

export function name(text: string, type: NameType, more: Partial<Name> = {}): Name {
  return { text, type, list: false, sure: false, choices: [], ...more };
}

const READING: readonly Name[] = [name('now', 'instant', { sure: true }), name('today', 'date', { sure: true })];

const EVENT: readonly Name[] = [
  name('time', 'instant', { sure: true }),
  name('effective', 'instant', { sure: true }),
  name('id', 'text', { sure: true }),
  name('type', 'text', { sure: true }),
  name('state', 'text', { sure: true }),
];

/** Keys alone: inside an indicator or a standing. */
export function keyScope(keys: readonly string[], typeOf: (key: string) => NameType): Scope {
  const names = keys.map((key) => name(key, typeOf(key)));
  return { names: [...names, ...READING], keys, hasEvent: false };
}

/** The fields of an event, inside another scope. */
export function withEvent(outer: Scope, fields: readonly Name[], keys: readonly string[]): Scope {
  const own = new Set(fields.map(({ text }) => text));
  const hidden = (text: string): boolean => own.has(text) || EVENT.some((each) => each.text === text);
  const rest = outer.names.filter(({ text }) => !hidden(text));
  const around = outer.names
    .filter(({ text }) => outer.keys.includes(text))
    .map((key) => ({ ...key, text: `outer.${key.text}` }));
  return {
    names: [...fields, ...EVENT, ...rest, ...around],
    keys: [...new Set([...outer.keys, ...keys])],
    hasEvent: true,
  };
}

export function withNames(scope: Scope, ...names: readonly Name[]): Scope {
  return { ...scope, names: [...scope.names, ...names] };
}

/** The plain values of a type; never a list. */
export function namesOf(scope: Scope, type: NameType): readonly Name[] {
  return scope.names.filter((each) => each.type === type && !each.list);
}

export function listsOf(scope: Scope): readonly Name[] {
  return scope.names.filter((each) => each.list);
}
