import { type Problem, readJson } from '@meritlog/core';
import { cliProblem } from '../cli-problem.js';

/**
 * What is wrong with a text as a whole that should hold events: a pretty-printed document, most likely a rubric, would
 * otherwise be told to be wrong in each of its lines.
 */
export function documentProblem(text: string, file: string): Problem | undefined {
  if (!/^\s*\{\s*(?:"[^"]*"\s*:[^\n]*,\s*)?\n/.test(text)) return undefined;
  return readJson(text).ok ? cliProblem('events-document', { file }, { file }) : undefined;
}
