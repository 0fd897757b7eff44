import { type CloudEvent, canonical, type Json, type JsonObject, type Problem, readJsonLines } from '@meritlog/core';
import { cliProblem } from '../cli-problem.js';
import { EXIT } from '../exit-code.js';
import { type Loaded, loaded } from '../shell.js';
import { documentProblem } from './event-text.js';

export interface EventLine {
  readonly event: CloudEvent;
  /** 1-based line of the file. */
  readonly line: number;
}

export interface EventLines {
  readonly lines: readonly EventLine[];
  /** Lines that repeat an earlier one word for word. */
  readonly repeated: number;
}

/** The events of a JSON Lines text, each once, in the order of the file. */
export function eventLines(text: string, file: string): Loaded<EventLines> {
  const strange = documentProblem(text, file);
  if (strange !== undefined) return invalid([strange]);
  const read = readJsonLines(text);
  if (!read.ok) return invalid(read.problems.map((problem) => ({ ...problem, file })));
  const lines: EventLine[] = [];
  const strangers: Problem[] = [];
  const seen = new Set<string>();
  for (const [index, { value, line }] of read.value.entries()) {
    if (isEvent(value)) {
      const known = canonical(value);
      if (!seen.has(known)) lines.push({ event: value, line });
      seen.add(known);
    } else {
      const facts = { found: Array.isArray(value) ? '[…]' : JSON.stringify(value) };
      strangers.push(cliProblem('line-not-event', facts, { file, line, column: 1, pointer: `/${index}` }));
    }
  }
  if (strangers.length > 0) return invalid(strangers);
  return loaded({ lines, repeated: read.value.length - lines.length });
}

/** An object is taken at its word: the store looks at every attribute before it keeps it. */
function isEvent(value: Json): value is JsonObject & CloudEvent {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function invalid(problems: readonly Problem[]): Loaded<never> {
  return { ok: false, exit: EXIT.invalid, problems };
}
