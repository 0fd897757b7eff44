import { expect } from 'vitest';
import { tryExplain } from '../../src/index.js';
import { add, div, mul, type Num, parseNum, printNum, sub } from '../../src/model/num.js';
import { replay } from '../../src/replay.js';
import { arbitraryCase, type Case } from '../../src/testing/index.js';
import { law } from './law.js';
import { read } from './read-case.js';

law(
  'the arithmetic of reasons, where it is all numbers, comes to the value told, by the usual precedence and no two signs beside each other',
  { cases: arbitraryCase(), runs: 25, schemeOf: (one: Case) => one },
  (one, tally) => {
    const { rubric, ledger } = read(one);
    const outcome = replay(ledger, rubric, one.lens);
    for (const [subject, file] of Object.entries(outcome.subjects)) {
      for (const [indicator, reading] of Object.entries(file.indicators)) {
        for (const { keys } of reading?.members ?? (reading === undefined ? [] : [reading])) {
          const explained = tryExplain(outcome, { subject, indicator, keys });
          if (!explained.ok) throw new Error(`no reason for ${indicator} of ${subject}`);
          JSON.stringify(explained.value, (_, part: unknown) => {
            if (!isWorking(part) || !/^[-0-9.+*/ ()]+$/.test(part.filled)) return part;
            expect(printNum(new Reader(part.filled).all()), part.filled).toBe(part.value);
            tally.count('a sum of numbers');
            return part;
          });
        }
      }
    }
  },
);

function isWorking(part: unknown): part is { readonly filled: string; readonly value: string } {
  if (typeof part !== 'object' || part === null || !('filled' in part) || !('value' in part)) return false;
  return typeof part.filled === 'string' && typeof part.value === 'string';
}

/** Reads arithmetic as people do. */
class Reader {
  #at = 0;
  readonly #tokens: readonly string[];

  constructor(text: string) {
    this.#tokens = text.match(/[0-9]+(?:\.[0-9]+)?|[-+*/()]/g) ?? [];
  }

  all(): Num {
    const value = this.#sum();
    expect(this.#tokens[this.#at]).toBeUndefined();
    return value;
  }

  #sum(): Num {
    let value = this.#product(this.#takes('-'));
    for (;;) {
      if (this.#takes('+')) value = add(value, this.#product(false));
      else if (this.#takes('-')) value = sub(value, this.#product(false));
      else return value;
    }
  }

  #product(isNegative: boolean): Num {
    let value = isNegative ? sub(0, this.#number()) : this.#number();
    for (;;) {
      if (this.#takes('*')) value = mul(value, this.#number());
      else if (this.#takes('/')) value = div(value, this.#number()) ?? 0;
      else return value;
    }
  }

  #number(): Num {
    if (this.#takes('(')) {
      const value = this.#sum();
      expect(this.#takes(')')).toBe(true);
      return value;
    }
    const number = parseNum(this.#tokens[this.#at] ?? '');
    if (number === undefined) throw new Error(`a number was expected: ${this.#tokens.join(' ')}`);
    this.#at += 1;
    return number;
  }

  #takes(token: string): boolean {
    if (this.#tokens[this.#at] !== token) return false;
    this.#at += 1;
    return true;
  }
}
