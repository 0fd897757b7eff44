import { isJsonArray, type Json } from '../model/json.js';
import type { LedgerEvent } from '../model/ledger.js';
import { child, nearest } from '../model/problem.js';
import type { EventTypeModel } from '../model/rubric.js';
import { valueAt } from './events-admit.js';
import type { Findings } from './events-findings.js';
import type { Arrivals } from './events-references.js';
import { isPlain, sealed } from './events-seal.js';
import { shown } from './events-shown.js';
import type { Door } from './events-vocabulary.js';

/** A field of recorded texts that are values of a key. */
export interface KeyRead {
  readonly name: string;
  readonly key: string;
  readonly path: readonly (string | number)[];
}

/** The keys whose values events of a type carry as they were recorded. */
export function keysCarried(versions: readonly EventTypeModel[]): readonly KeyRead[] {
  return versions.flatMap(({ fields }) =>
    [...fields.values()].flatMap(({ kind, is, name, path }) =>
      kind === 'key' && is === undefined ? [{ name, key: name, path }] : [],
    ),
  );
}

/** The fields that name values of a key by every edition that knows the type: an event need fit only one of them. */
export function keysNamed(versions: readonly EventTypeModel[]): readonly KeyRead[] {
  const [first, ...others] = versions.map(({ fields }) =>
    [...fields.values()].flatMap(({ name, refersTo, path }) =>
      refersTo === undefined ? [] : [{ name, key: refersTo, path }],
    ),
  );
  const isIn = (all: readonly KeyRead[], { key, path }: KeyRead): boolean =>
    all.some((other) => other.key === key && other.path.join(' ') === path.join(' '));
  return (first ?? []).filter((read) => others.every((all) => isIn(all, read)));
}

/** Subjects, and texts of fields that name values of a key, which no event registers although some type does. */
export function checkRegistered(
  raw: readonly unknown[],
  arrivals: Arrivals,
  door: Door,
  ledger: readonly LedgerEvent[],
  findings: Findings,
): void {
  if (!door.registers) return;
  const registry = new Registry(door);
  for (const { type, subject, data } of ledger) registry.note(type, subject, data);
  for (const [index, event] of arrivals.entries()) {
    const { type, subject, data } = event ?? refused(raw[index]);
    registry.note(type, subject, data);
  }
  for (const [index, event] of arrivals.entries()) {
    if (event === undefined) continue;
    const { type, subject, data } = event;
    const facts = { place: index + 1, id: shown(event.event.id) };
    if (subject !== '' && !registry.has(door.subject, subject)) {
      const near = () => ({ ...facts, subject: shown(subject), nearest: registry.near(door.subject, subject) });
      findings.note('subject-unregistered', index, '/subject', near);
    }
    for (const { name, key, path } of door.types.get(type)?.names ?? []) {
      const pointer = path.reduce<string>(child, '/data');
      for (const [field, at, value] of textsAt(valueAt(data, path), name, pointer)) {
        if (registry.has(key, value)) continue;
        const near = () => ({ ...facts, field, key, found: shown(value), nearest: registry.near(key, value) });
        findings.note('value-unregistered', index, at, near);
      }
    }
  }
}

/** One text, or each of a list, with its name and its place. */
function textsAt(
  value: Json | undefined,
  name: string,
  pointer: string,
): readonly (readonly [string, string, string])[] {
  if (typeof value === 'string') return [[name, pointer, value]];
  if (value === undefined || !isJsonArray(value)) return [];
  return value.flatMap((item, at) =>
    typeof item === 'string' ? [[`${name}[${at}]`, child(pointer, at), item] as const] : [],
  );
}

/** Comparing many names with many others would take long, and helps little after so many problems. */
const MOST_CANDIDATES = 2000;
const MOST_GUESSES = 100;

/** The values of each key that events register. */
class Registry {
  readonly #values = new Map<string, Set<string>>();
  #guesses = MOST_GUESSES;

  constructor(readonly door: Door) {}

  note(type: unknown, subject: unknown, data: Json): void {
    const gate = typeof type === 'string' ? this.door.types.get(type) : undefined;
    if (gate?.registers !== true) return;
    this.#add(this.door.subject, subject);
    for (const { key, path } of gate.carries) this.#add(key, valueAt(data, path));
  }

  has(key: string, value: string): boolean {
    return this.#values.get(key)?.has(value) === true;
  }

  near(key: string, value: string): string {
    const names = this.#values.get(key) ?? new Set();
    this.#guesses -= 1;
    const near = names.size > MOST_CANDIDATES || this.#guesses < 0 ? undefined : nearest(value, names);
    return near === undefined ? '' : shown(near);
  }

  #add(key: string, value: unknown): void {
    if (typeof value !== 'string') return;
    const known = this.#values.get(key);
    if (known === undefined) this.#values.set(key, new Set([value]));
    else known.add(value);
  }
}

const NOTHING: Readonly<Record<string, unknown>> = {};

/** What can be read of an event with problems of its own, so that one mistake is not reported as two. */
function refused(raw: unknown): { readonly type: unknown; readonly subject: unknown; readonly data: Json } {
  const { type, subject, data } = isPlain(raw) ? raw : NOTHING;
  return { type, subject, data: sealed(data ?? {}) ?? {} };
}
