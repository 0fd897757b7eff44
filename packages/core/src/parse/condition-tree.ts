import type { Condition } from '../model/expr.js';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../model/json.js';
import { child } from '../model/problem.js';
import { testAt } from './condition-test.js';
import type { Scope } from './formula-scope.js';
import { shown } from './quote.js';
import type { Pass } from './world.js';

/** A condition, and where each of its tests is written. */
export interface Placed {
  readonly condition: Condition;
  readonly places: ReadonlyMap<Condition, string>;
}

const MAX_NODES = 500;

/** Reads a json-rules-engine tree. Named conditions are put in the place of their names. */
export function conditionAt(json: Json, pointer: string, pass: Pass, scope: Scope): Placed {
  const tree = new Tree(pass, scope);
  const condition = tree.read(json, pointer, []) ?? ALWAYS;
  return { condition, places: tree.places };
}

/** What holds where nothing is asked. */
export const ALWAYS: Condition = { kind: 'all', of: [] };

const WORDS = ['all', 'any', 'not', 'condition', 'fact'] as const;
type Word = (typeof WORDS)[number];

/** Beside the word that says what a condition is, these keys may stand. */
const BESIDE: Readonly<Record<Word, readonly string[]>> = {
  all: ['name'],
  any: ['name'],
  not: ['name'],
  condition: ['name'],
  fact: ['name', 'operator', 'value'],
};

class Tree {
  readonly places: Map<Condition, string> = new Map();
  #left: number = MAX_NODES;

  constructor(
    readonly pass: Pass,
    readonly scope: Scope,
  ) {}

  read(json: Json, pointer: string, inside: readonly string[]): Condition | undefined {
    this.#left -= 1;
    if (this.#left < 0) {
      if (this.#left === -1) this.pass.report.add('condition-too-big', pointer, { limit: MAX_NODES });
      return undefined;
    }
    const word = isJsonObject(json) ? this.#word(json, pointer) : undefined;
    if (!isJsonObject(json) || word === undefined) {
      if (!isJsonObject(json)) this.pass.report.add('condition-shape', pointer, { found: typeOf(json) });
      return undefined;
    }
    if (!this.#known(json, word, pointer)) return undefined;
    const at = child(pointer, word);
    const value = json[word] ?? null;
    switch (word) {
      case 'all':
      case 'any':
        return this.#list(word, value, at, inside);
      case 'not': {
        const of = this.read(value, at, inside);
        return of && { kind: 'not', of };
      }
      case 'condition':
        return this.#named(value, at, inside);
      case 'fact':
        return this.#test(json, pointer);
    }
  }

  #word(json: JsonObject, pointer: string): Word | undefined {
    const words = WORDS.filter((word) => json[word] !== undefined);
    if (words.length === 1) return words[0];
    if (words.length > 1) this.pass.report.add('condition-words', pointer, { found: words.join(', ') });
    else if (json.priority !== undefined) this.pass.report.add('condition-priority', child(pointer, 'priority'), {});
    else this.pass.report.add('condition-shape', pointer, { found: Object.keys(json).slice(0, 5).join(', ') || '{}' });
    return undefined;
  }

  #known(json: JsonObject, word: Word, pointer: string): boolean {
    const odd = Object.keys(json).filter((key) => key !== word && !BESIDE[word].includes(key));
    for (const key of odd) {
      const at = child(pointer, key);
      if (key === 'path') this.pass.report.add('condition-path', at, { found: shown(json[key] ?? null) });
      else if (key === 'params') this.pass.report.add('condition-params', at, {});
      else if (key === 'priority') this.pass.report.add('condition-priority', at, {});
      else {
        const allowed = [word, ...BESIDE[word]];
        this.pass.report.add('unknown-key', at, {
          key,
          nearest: this.pass.report.near(key, allowed),
          allowed: allowed.join(', '),
        });
      }
    }
    return odd.length === 0;
  }

  #list(word: 'all' | 'any', value: Json, at: string, inside: readonly string[]): Condition | undefined {
    if (!isJsonArray(value) || value.length === 0) {
      const isEmpty = isJsonArray(value);
      if (isEmpty) this.pass.report.add('condition-empty', at, { word });
      else this.pass.report.add('wrong-type', at, { found: typeOf(value), expected: 'array' });
      return undefined;
    }
    const of = value.map((item, index) => this.read(item, child(at, index), inside));
    return { kind: word, of: of.flatMap((item) => item ?? []) };
  }

  #named(value: Json, at: string, inside: readonly string[]): Condition | undefined {
    const { conditions = {} } = this.pass.world.document;
    const body = typeof value === 'string' && Object.hasOwn(conditions, value) ? conditions[value] : undefined;
    if (typeof value !== 'string' || body === undefined) {
      const name = shown(value);
      this.pass.report.add('condition-name', at, {
        name,
        nearest: this.pass.report.near(name, Object.keys(conditions)),
      });
      return undefined;
    }
    // Such a circle is told of the conditions as a whole.
    if (inside.includes(value)) return undefined;
    return this.read(body, child('/conditions', value), [...inside, value]);
  }

  #test(json: JsonObject, pointer: string): Condition | undefined {
    const { fact, operator, value } = json;
    if (typeof fact !== 'string' || typeof operator !== 'string' || value === undefined) {
      for (const [key, part] of Object.entries({ fact, operator, value })) {
        if (part === undefined) this.pass.report.add('missing-key', child(pointer, key), { key });
        else if (key !== 'value' && typeof part !== 'string') {
          this.pass.report.add('wrong-type', child(pointer, key), { found: typeOf(part), expected: 'string' });
        }
      }
      return undefined;
    }
    const at = (key: string): string => child(pointer, key);
    const words = { fact, operator, value, factAt: at('fact'), operatorAt: at('operator'), valueAt: at('value') };
    const test = testAt(words, this.pass, this.scope);
    if (test !== undefined) this.places.set(test, at('fact'));
    return test;
  }
}

function typeOf(json: Json): string {
  if (json === null) return 'null';
  return isJsonArray(json) ? 'array' : typeof json;
}
