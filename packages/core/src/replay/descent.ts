/** How many readings may lead to one another in all. */
const DEEPEST = 10_000;
/** How many of them one of them keeps on the stack of calls; what lies deeper is read first, and what asked for it anew. */
const STACKED = 64;
/** How many may be on that stack, with tables that are judged on the way and readers within readers. */
const MOST_STACKED = 192;

/** Readings that lead to one another, however many, without a stack of calls as deep. */
export class Descent {
  readonly #outermost: number;
  /** Where the reading began that the others wait for. */
  #top: number;
  #depth: number;
  /** How many readings led to the top and wait. */
  #above = 0;
  readonly #ready = new Map<string, unknown>();

  constructor(depth: number = 0) {
    this.#outermost = depth;
    this.#top = depth;
    this.#depth = depth;
  }

  /** For a reader within this one. */
  within(): Descent {
    return new Descent(this.#depth);
  }

  /** Reads something one step deeper; undefined where what it leads to never ends. `name` says what, for this reader. */
  read<T>(name: () => string, read: () => T): T | undefined {
    if (this.#depth === this.#top) return this.#fromTop(read);
    const isFull = this.#depth - this.#top >= STACKED;
    if (isFull || this.#ready.size > 0) {
      const own = name();
      if (this.#ready.has(own)) return this.#ready.get(own) as T;
      if (isFull) throw new Deeper(own, read);
    }
    if (this.#above + this.#depth - this.#top >= DEEPEST) throw new Endless();
    this.#depth += 1;
    const found = read();
    this.#depth -= 1;
    return found;
  }

  /** The same for a table: each reading of its rows is a top of its own, so that a deep one does not judge all of them anew. */
  judge<T>(name: () => string, judge: () => T): T {
    if (this.#depth === this.#outermost) return judge();
    const [top, depth, above] = [this.#top, this.#depth, this.#above];
    if (depth >= MOST_STACKED) {
      const own = name();
      if (this.#ready.has(own)) return this.#ready.get(own) as T;
      throw new Deeper(own, judge);
    }
    this.#above += depth - top + 1;
    if (this.#above >= DEEPEST) throw new Endless();
    this.#top = this.#depth = depth + 1;
    try {
      return judge();
    } finally {
      this.#top = top;
      this.#depth = depth;
      this.#above = above;
    }
  }

  #fromTop<T>(read: () => T): T | undefined {
    const [top, above] = [this.#top, this.#above];
    const isOutermost = top === this.#outermost;
    if (top >= MOST_STACKED && isOutermost) return undefined;
    const waiting: Deeper[] = [];
    try {
      for (;;) {
        const deepest = waiting.at(-1);
        this.#depth = top + 1;
        this.#above = above + waiting.length * STACKED;
        try {
          if (deepest === undefined) return read();
          this.#ready.set(deepest.own, deepest.read());
          waiting.pop();
        } catch (thrown) {
          if (!(thrown instanceof Deeper) || !(isOutermost || top <= STACKED)) throw thrown;
          waiting.push(thrown);
        }
      }
    } catch (thrown) {
      if (isOutermost && thrown instanceof Endless) return undefined;
      throw thrown;
    } finally {
      this.#depth = top;
      this.#above = above;
      if (isOutermost) this.#ready.clear();
    }
  }
}

/** A reading that has to be made before those that led to it. */
class Deeper extends Error {
  constructor(
    readonly own: string,
    readonly read: () => unknown,
  ) {
    super();
  }
}

class Endless extends Error {}
