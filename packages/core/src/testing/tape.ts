import fc from 'fast-check';

/**
 * Choices, read from a list of naturals. What is built from a tape is valid whatever the numbers are, and simplest
 * where they are zero or have run out, so that fast-check shrinks a rubric by shrinking a list of numbers.
 */
export class Tape {
  #place = 0;

  constructor(readonly values: readonly number[]) {}

  /** A natural below `count`. */
  next(count: number): number {
    const value = this.values[this.#place] ?? 0;
    this.#place += 1;
    return value % count;
  }

  pick<T>(options: readonly T[]): T {
    const picked = options[this.next(options.length)];
    if (picked === undefined) throw new RangeError('there is nothing to pick from');
    return picked;
  }

  /** True once in so many times; false where the tape has run out. */
  once(outOf: number): boolean {
    return this.next(outOf) === outOf - 1;
  }

  /** Each of the options, or not. */
  some<T>(options: readonly T[]): readonly T[] {
    return options.filter(() => this.once(2));
  }

  /** So many times, at least and at most. */
  times<T>(least: number, most: number, make: (index: number) => T): readonly T[] {
    return Array.from({ length: least + this.next(most - least + 1) }, (_, index) => make(index));
  }
}

const LARGEST = 255;

/** The numbers of one tape. */
export function arbitraryTape(length: number): fc.Arbitrary<readonly number[]> {
  return fc.array(fc.nat(LARGEST), { maxLength: length, size: 'max' });
}

/** Several tapes: one for each thing of a kind, so that dropping a thing leaves the others as they are. */
export function arbitraryTapes(
  least: number,
  most: number,
  length: number,
): fc.Arbitrary<readonly (readonly number[])[]> {
  return fc.array(arbitraryTape(length), { minLength: least, maxLength: most, size: 'max' });
}
