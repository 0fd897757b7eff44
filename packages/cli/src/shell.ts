import type { Bilingual, Problem, Supposition } from '@meritlog/core';
import type { ExitCode } from './exit-code.js';
import type { Io } from './io.js';
import { argumentOf, type Lang, languageOf } from './language.js';
import { type Paint, paintFor } from './show/paint.js';
import { type ProblemStyle, problemsText } from './show/problems.js';
import { type Progress, progressOn } from './show/progress.js';

/** What a command may do to the world, and how it speaks. */
export interface Shell {
  readonly io: Io;
  readonly lang: Lang;
  /** Texts of the files read so far, by the name that problems give them. */
  readonly sources: Map<string, string>;
  /** Where each what-if was read from. */
  readonly supposed: WeakMap<Supposition, SuppositionSource>;
  readonly progress: Progress;
  /** Data, for programs and pipes. */
  readonly print: (text: string) => void;
  /** Words, for people. */
  readonly say: (words: Bilingual) => void;
  readonly in: (words: Bilingual) => string;
  /** Tells problems as JSON where JSON was asked for, else in words, and hands back the exit code. */
  readonly refuse: (refusal: Refusal) => ExitCode;
  /** Problems in words, with the lines they are about; coloured for the stream they go to. */
  readonly problems: (problems: readonly Problem[], stream: 'stdout' | 'stderr') => string;
  readonly paint: (stream: 'stdout' | 'stderr') => Paint;
}

export interface SuppositionSource {
  readonly file: string;
  readonly locate: (pointer: string) => { readonly line: number; readonly column: number };
}

/** Why a command ends early. */
export interface Refusal {
  readonly ok: false;
  readonly exit: ExitCode;
  readonly problems: readonly Problem[];
}

export type Loaded<T> = { readonly ok: true; readonly value: T } | Refusal;

export function loaded<T>(value: T): Loaded<T> {
  return { ok: true, value };
}

export function refused(exit: ExitCode, ...problems: readonly Problem[]): Refusal {
  return { ok: false, exit, problems };
}

/** Only `check` tells all: whoever wanted something else is not to search for it above pages of problems. */
const MOST = 10;

export function shellOf(argv: readonly string[], io: Io): Shell {
  const lang = languageOf(argv, io.env);
  const json = argumentOf(argv, '--format') === 'json';
  const sources = new Map<string, string>();
  const progress = progressOn(io, lang);
  const write = (stream: 'stdout' | 'stderr', text: string): void => {
    progress.clear();
    io[stream].write(text.endsWith('\n') || text === '' ? text : `${text}\n`);
  };
  const paint = (stream: 'stdout' | 'stderr'): Paint => paintFor(io, stream);
  const styleOf = (stream: 'stdout' | 'stderr'): ProblemStyle => ({ lang, sources, paint: paint(stream) });
  return {
    io,
    lang,
    sources,
    supposed: new WeakMap(),
    progress,
    paint,
    problems: (all, stream) => problemsText(all, styleOf(stream)),
    print: (text) => write('stdout', text),
    say: (words) => write('stderr', words[lang]),
    in: (words) => words[lang],
    refuse: (refusal) => {
      if (json) write('stdout', JSON.stringify({ problems: refusal.problems }, null, 2));
      else write('stderr', problemsText(refusal.problems, styleOf('stderr'), MOST));
      return refusal.exit;
    },
  };
}
