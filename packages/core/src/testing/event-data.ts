import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../model/json.js';
import { objectAt } from './edition.js';
import { DAYS, NUMERALS, WORDS } from './formula.js';
import type { Tape } from './tape.js';

/** Makes data that fits the fields of an event type. */
export class DataMaker {
  readonly #types: JsonObject;
  readonly #common: JsonObject;
  readonly #keys: JsonObject;

  constructor(
    readonly document: JsonObject,
    readonly names: readonly string[],
  ) {
    const vocabulary = objectAt(document, 'vocabulary');
    this.#types = objectAt(vocabulary, 'events');
    this.#common = objectAt(vocabulary, 'common');
    this.#keys = objectAt(document, 'keys');
  }

  /** Whether events of the type are about a subject: of the engine's types, and where a field is the subject. */
  subjects(type: string): boolean {
    if (!Object.hasOwn(this.#types, type)) return true;
    return Object.values(this.#fields(type)).some((field) => isJsonObject(field) && field.is === 'subject');
  }

  of(type: string, tape: Tape, references: readonly string[]): JsonObject {
    let data: JsonObject = {};
    for (const [name, field] of Object.entries(this.#fields(type))) {
      if (!isJsonObject(field) || field.is !== undefined) continue;
      if (field.optional === true && tape.next(4) === 1) continue;
      data = placed(data, pathOf(name, field), this.#value(name, field, tape, references));
    }
    return data;
  }

  #fields(type: string): JsonObject {
    const isOwn = Object.hasOwn(this.#types, type);
    return { ...(isOwn ? this.#common : {}), ...objectAt(objectAt(this.#types, type), 'fields') };
  }

  #value(name: string, field: JsonObject, tape: Tape, references: readonly string[]): Json {
    switch (field.kind) {
      case 'number':
        return numberFrom(tape, field);
      case 'flag':
        return tape.once(2);
      case 'date':
        return tape.pick(DAYS);
      case 'instant':
        return `${tape.pick(DAYS)}T08:00:00+08:00`;
      case 'choice':
        return isJsonArray(field.of) ? tape.pick(field.of) : tape.pick(WORDS);
      case 'list':
        return tape.times(0, 3, () => this.#item(field, tape));
      case 'key':
        return this.#key(name, tape);
      default:
        if (field.of !== undefined) return tape.pick(this.names);
        return name === 'partner'
          ? tape.pick([...this.names, 'nobody'])
          : tape.pick([...references, ...references, ...this.names, ...WORDS]);
    }
  }

  #item(field: JsonObject, tape: Tape): Json {
    if (field.items === 'number') return numberFrom(tape, field);
    return tape.pick(field.of === undefined ? WORDS : this.names);
  }

  #key(name: string, tape: Tape): Json {
    if (name === this.document.subject) return tape.pick(this.names);
    const isNumber = objectAt(this.#keys, name).type === 'number';
    return isNumber ? tape.pick([2026, 2027]) : tape.pick(name === 'group' ? ['a', 'b'] : ['x', 'y', 'é']);
  }
}

/** Mostly a JSON number; at times the decimal as a text. One that is out of bounds becomes a bound. */
function numberFrom(tape: Tape, { min = null, max = null }: JsonObject): Json {
  const picked = Number(tape.pick(NUMERALS));
  const raised = min === null ? picked : Math.max(picked, Number(min));
  const numeral = String(max === null ? raised : Math.min(raised, Number(max)));
  return tape.once(4) ? numeral : Number(numeral);
}

function pathOf(name: string, field: JsonObject): readonly string[] {
  const path = field.path;
  return typeof path === 'string' ? path.split(/[.[\]]+/).filter((part) => part !== '' && part !== '$') : [name];
}

/** The data with a value at a path; a numeral in it is a place in an array. */
function placed(data: JsonObject, [first = '', ...rest]: readonly string[], value: Json): JsonObject {
  return { ...data, [first]: inside(data[first], rest, value) };
}

function inside(under: Json | undefined, path: readonly string[], value: Json): Json {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  if (/^\d+$/.test(first)) return [...Array.from({ length: Number(first) }, () => 0), inside(undefined, rest, value)];
  return placed(isJsonObject(under) ? under : {}, path, value);
}
