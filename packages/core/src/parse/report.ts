import { nearest, type Problem } from '../model/problem.js';
import { messageOf, type RubricFacts, type RubricProblemCode } from './problem-catalogue.js';

/** Where problems go. Pointers are those of the merged document; the report knows which written document they come from. */
export interface Report {
  readonly add: <C extends RubricProblemCode>(code: C, pointer: string, facts: RubricFacts[C]) => void;
  /** Whether an error was told at a pointer or below it. */
  readonly isTold: (pointer: string) => boolean;
  /** The candidate that was most likely meant; '' where none is near, or nobody would read it. */
  readonly near: (name: string, candidates: Iterable<string>) => string;
}

/** Collects problems, each once, up to a number that a person can still read. */
export function reportInto(found: Map<string, Problem>, originOf: (pointer: string) => string): Report {
  return {
    add: (code, pointer, facts) => {
      if (found.size >= MAX_PROBLEMS) return;
      const at = originOf(pointer);
      const { severity, message } = messageOf(code, facts);
      const key = JSON.stringify([code, at, message.en]);
      if (!found.has(key)) found.set(key, { code, severity, pointer: at, message, facts: { ...facts } });
    },
    isTold: (pointer) => {
      const at = originOf(pointer);
      const all = [...found.values()].filter(({ severity }) => severity === 'error');
      return all.some((one) => one.pointer === at || one.pointer.startsWith(`${at}/`));
    },
    near: (name, candidates) => (found.size < MAX_GUESSES ? (nearest(name.slice(0, MAX_NAME), candidates) ?? '') : ''),
  };
}

/** For passes that only look for types. */
export const SILENT: Report = { add: () => undefined, isTold: () => false, near: () => '' };

const MAX_PROBLEMS = 500;
/** Guessing what was meant takes long beside thousands of names, and helps little after so many problems. */
const MAX_GUESSES = 100;
const MAX_NAME = 80;
