import { nearest, type Problem } from '../model/problem.js';
import { messageOf, type RubricFacts, type RubricProblemCode } from './problem-catalogue.js';

/** Where problems go. Pointers are those of the merged document; the report knows which written document they come from. */
export interface Report {
  readonly add: <C extends RubricProblemCode>(code: C, pointer: string, facts: RubricFacts[C]) => void;
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
  };
}

/** For passes that only look for types. */
export const SILENT: Report = { add: () => undefined };

/** The candidate that was most likely meant, or '' where none is near. */
export function near(name: string, candidates: Iterable<string>): string {
  return nearest(name.slice(0, MAX_NAME), candidates) ?? '';
}

const MAX_PROBLEMS = 500;
const MAX_NAME = 80;
