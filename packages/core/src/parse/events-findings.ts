import type { Problem } from '../model/problem.js';
import { EVENT_SENTENCES, type EventProblemCode } from './events-problems.js';
import type { Facts, Sentences } from './events-wording.js';
import type { JsonProblemCode } from './json-sentence.js';
import { JSON_SENTENCES } from './json-sentence.js';
import type { Place } from './json-text.js';

export const MOST_PROBLEMS = 1000;

/** Where the value at a pointer into an event stands in its file, if it came from one. */
export type Locate = (index: number, pointer: string, part: 'value' | 'key') => Place | undefined;

interface Finding {
  readonly code: EventProblemCode | JsonProblemCode;
  readonly index: number;
  /** Into the event. */
  readonly pointer: string;
  readonly facts: Facts;
}

/** Gathers the problems of events, the first thousand of them; of what lies beyond, it knows only in how many events. */
export class Findings {
  readonly #kept: Finding[] = [];
  readonly #unlisted = new Set<number>();

  get none(): boolean {
    return this.#kept.length === 0;
  }

  /** Whether the event is among those with problems. */
  knows(index: number): boolean {
    return this.#kept.at(-1)?.index === index || this.#unlisted.has(index);
  }

  /** Counts an event that was refused when there was no room to explain it; false while there is room. */
  passOver(index: number): boolean {
    if (this.#kept.length < MOST_PROBLEMS) return false;
    this.#unlisted.add(index);
    return true;
  }

  /** The facts are asked for only while there is room, as some are dear. */
  note(code: EventProblemCode | JsonProblemCode, index: number, pointer: string, facts: () => Facts): void {
    if (!this.passOver(index)) this.#kept.push({ code, index, pointer, facts: facts() });
  }

  /** By event, then in the order found. */
  problems(locate: Locate, file: string | undefined): readonly Problem[] {
    const list = [...this.#kept]
      .sort((a, b) => a.index - b.index)
      .map(({ code, index, pointer, facts }) =>
        problem(code, `/${index}${pointer}`, facts, {
          ...locate(index, pointer, KEY_CODES.has(code) ? 'key' : 'value'),
          ...(file === undefined ? {} : { file }),
        }),
      );
    const count = this.#unlisted.size;
    return count === 0 ? list : [...list, problem('too-many-problems', '', { count, limit: MOST_PROBLEMS })];
  }
}

/** Of these, the name of a member is at fault, and not what it holds. */
const KEY_CODES: ReadonlySet<string> = new Set([
  'event-attribute',
  'field-unknown',
  'computed-field-given',
] satisfies EventProblemCode[]);

export function problem(
  code: EventProblemCode | JsonProblemCode,
  pointer: string,
  facts: Facts,
  place: Partial<Place> & { readonly file?: string } = {},
): Problem {
  return { code, severity: 'error', pointer, ...sentences(code, facts), facts, ...place };
}

function sentences(code: EventProblemCode | JsonProblemCode, facts: Facts): Sentences {
  return isJsonCode(code) ? JSON_SENTENCES[code](facts) : EVENT_SENTENCES[code](facts);
}

function isJsonCode(code: EventProblemCode | JsonProblemCode): code is JsonProblemCode {
  return code.startsWith('json.');
}
