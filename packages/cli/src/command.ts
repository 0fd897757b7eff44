import type { Bilingual } from '@meritlog/core';
import type { ExitCode } from './exit-code.js';
import type { Shell } from './shell.js';

/** One row of the command table, from which the parser, the help and the page of the docs are made. */
export interface CommandSpec {
  readonly name: string;
  readonly about: Bilingual;
  /** Paragraphs below the first sentence of the help. */
  readonly more?: Bilingual;
  readonly arguments: readonly ArgumentSpec[];
  readonly options: readonly OptionSpec[];
  readonly examples: readonly ExampleSpec[];
  readonly run: (call: Call, shell: Shell) => Promise<ExitCode>;
}

export interface ArgumentSpec {
  /** As in a usage line: `<needed>`, `[optional]`, `<several...>`. */
  readonly name: string;
  readonly about: Bilingual;
}

export interface OptionSpec {
  /** As in a usage line: `--as-of <when>`. */
  readonly flags: string;
  readonly about: Bilingual;
  readonly choices?: readonly string[];
  /** May be given several times. */
  readonly many?: true;
}

export interface ExampleSpec {
  readonly line: string;
  readonly about: Bilingual;
}

/** What was asked for: the arguments in order, and the options by their names without dashes. */
export interface Call {
  readonly arguments: readonly string[];
  /** The text given with an option, or undefined. */
  readonly option: (name: string) => string | undefined;
  readonly all: (name: string) => readonly string[];
  readonly flag: (name: string) => boolean;
}
