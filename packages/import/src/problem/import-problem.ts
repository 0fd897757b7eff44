import type { Bilingual, Problem } from '@meritlog/core';
import { CELL_SENTENCES, type CellProblemCode } from './cell-sentences.js';
import { FILE_SENTENCES, type FileProblemCode } from './file-sentences.js';
import { LEDGER_SENTENCES, type LedgerProblemCode } from './ledger-sentences.js';
import { LOG_SENTENCES, type LogProblemCode } from './log-sentences.js';
import type { Facts, Sentences, Words } from './words.js';

/** What can be wrong with a table, besides its mapping and what the rubric says, with a ledger to restore, or another log. */
export type ImportProblemCode = FileProblemCode | CellProblemCode | LedgerProblemCode | LogProblemCode;

const SENTENCES: Sentences<ImportProblemCode> = {
  ...FILE_SENTENCES,
  ...CELL_SENTENCES,
  ...LEDGER_SENTENCES,
  ...LOG_SENTENCES,
};

export interface Spot {
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** A problem of a table, with its sentence in both languages. */
export function importProblem(code: ImportProblemCode, facts: Facts = {}, { file, line, column }: Spot = {}): Problem {
  const [message, fix] = SENTENCES[code](facts);
  return {
    code,
    severity: 'error',
    pointer: '',
    message: bilingual(message),
    fix: bilingual(fix),
    facts,
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line, column: column ?? 1 }),
  };
}

/** What is wrong with a file as a whole ends the reading of it. It never leaves this package. */
export class Refused extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems[0]?.message.en);
    this.problems = problems;
  }
}

export function refuse(code: ImportProblemCode, facts: Facts = {}, spot: Spot = {}): never {
  throw new Refused([importProblem(code, facts, spot)]);
}

function bilingual([en, zh]: Words): Bilingual {
  return { en, zh };
}
