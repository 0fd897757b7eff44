import { nearest, type Problem } from '@meritlog/core';
import { type CliProblemCode, cliProblem } from './cli-problem.js';

/** Carries a usage problem out of commander, whose way of ending a parse is to throw. */
export class UsageError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message.en);
    this.problem = problem;
  }
}

const CODES: Readonly<Record<string, CliProblemCode>> = {
  'commander.unknownCommand': 'command-unknown',
  'commander.unknownOption': 'option-unknown',
  'commander.optionMissingArgument': 'option-value-missing',
  'commander.invalidArgument': 'option-value',
  'commander.missingArgument': 'argument-missing',
  'commander.excessArguments': 'arguments-too-many',
};

/** Commander's complaint as a problem in both languages: what it names stands in its sentence between quotes. */
export function usageProblem(commanderCode: string, said: string, command: string): Problem {
  const code = CODES[commanderCode];
  if (code === undefined) throw new Error(`commander said something that has no translation: ${commanderCode} ${said}`);
  const [first = '', second = ''] = [...said.matchAll(/'([^']*)'/g)].map(([, name]) => name ?? '');
  const name = /--[\w-]+/.exec(first)?.[0] ?? first;
  const choices = /Allowed choices are (.*)\.$/.exec(said)?.[1] ?? '';
  const suggested = /\(Did you mean (?:one of )?(.*)\?\)/s.exec(said)?.[1];
  const near = suggested ?? nearest(second, choices.split(', ')) ?? '';
  return cliProblem(code, { name, value: second, near, choices, command });
}
