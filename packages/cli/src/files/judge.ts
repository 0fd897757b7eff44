import { type Ledger, type Lens, type Outcome, type Problem, type Rubric, tryReplay } from '@meritlog/core';
import type { Call, OptionSpec } from '../command.js';
import { EXIT } from '../exit-code.js';
import { type Loaded, loaded, type Shell } from '../shell.js';
import type { Sources } from './find.js';
import { loadEvents, loadRubric } from './load.js';
import { loadSuppose } from './suppose.js';

/** How to look: the options that every command has that judges. */
export const LENS_OPTIONS: readonly OptionSpec[] = [
  {
    flags: '--as-of <when>',
    about: {
      en: 'what had taken effect by then: a date (its end) or an instant with an offset; the latest event where not given',
      zh: '截至何时生效的内容：日期（当日终了）或带时区偏移的时刻；不写则截至最后一个事件',
    },
  },
  {
    flags: '--known-at <when>',
    about: {
      en: 'what the ledger had recorded by then; everything where not given',
      zh: '截至何时已入账的内容；不写则为全部',
    },
  },
  {
    flags: '--edition <id>',
    about: {
      en: 'judge by this edition throughout, not by the one in force',
      zh: '一律按此版本评判，而不按当时有效的版本',
    },
  },
  {
    flags: '--semantics <number>',
    about: {
      en: 'let numbers mean what they meant under this number, which outcomes name',
      zh: '按此编号的语义评判，编号见当时的结果',
    },
  },
  {
    flags: '--suppose <file>',
    about: {
      en: 'a what-if as JSON: { "add": [events], "void": [ids], "rubric": {changes} }; no file is touched',
      zh: '以 JSON 写的假设：{ "add": [事件], "void": [编号], "rubric": {修改} }；不改动任何文件',
    },
  },
];

/** Which option gives each part of a lens; the other side of a comparison has names of its own. */
export interface LensNames {
  readonly asOf: string;
  readonly knownAt: string;
  readonly edition: string;
  readonly semantics: string;
  readonly suppose: string;
}

export const LENS_NAMES: LensNames = {
  asOf: 'as-of',
  knownAt: 'known-at',
  edition: 'edition',
  semantics: 'semantics',
  suppose: 'suppose',
};

export async function lensOf(call: Call, shell: Shell, names: LensNames = LENS_NAMES): Promise<Loaded<Lens>> {
  const file = call.option(names.suppose);
  const suppose = file === undefined ? undefined : await loadSuppose(shell, file);
  if (suppose?.ok === false) return suppose;
  const [asOf, knownAt, edition] = [call.option(names.asOf), call.option(names.knownAt), call.option(names.edition)];
  const semantics = call.option(names.semantics);
  return loaded({
    ...(asOf === undefined ? {} : { asOf }),
    ...(knownAt === undefined ? {} : { knownAt }),
    ...(edition === undefined ? {} : { edition }),
    ...(semantics === undefined ? {} : { semantics: Number(semantics) }),
    ...(suppose === undefined ? {} : { suppose: suppose.value }),
  });
}

/** The outcome of the files through a lens. */
export async function judge(
  shell: Shell,
  files: Sources,
  lens: Lens,
  names: LensNames = LENS_NAMES,
): Promise<Loaded<Outcome>> {
  const rubric = await loadRubric(shell, files.rubric);
  if (!rubric.ok) return rubric;
  const ledger = await loadEvents(shell, rubric.value, files.events);
  if (!ledger.ok) return ledger;
  const { length } = ledger.value.events;
  await shell.progress.step({ en: `judging ${length} events`, zh: `正在评判 ${length} 个事件` });
  const outcome = tryReplay(ledger.value, rubric.value, lens);
  if (outcome.ok) return loaded(outcome.value);
  const asked = outcome.problems.every(({ pointer }) => optionAt(pointer, names) !== undefined);
  const part =
    lens.suppose?.rubric === undefined || changesHold(ledger.value, rubric.value, lens.suppose) ? 'add' : 'rubric';
  const problems = outcome.problems.map((problem) => inSuppose(inOption(problem, names), part, lens, shell));
  return { ok: false, exit: asked ? EXIT.usage : EXIT.invalid, problems };
}

/** Whether the rubric can be changed as supposed, so that what is wrong is wrong with the events. */
function changesHold(ledger: Ledger, rubric: Rubric, { rubric: changes }: NonNullable<Lens['suppose']>): boolean {
  return tryReplay(ledger, rubric, changes === undefined ? {} : { suppose: { rubric: changes } }).ok;
}

/** A fault of a what-if is told in its file, which core does not know. */
function inSuppose(problem: Problem, part: 'add' | 'rubric', { suppose }: Lens, shell: Shell): Problem {
  const source = suppose === undefined ? undefined : shell.supposed.get(suppose);
  if (source === undefined) return problem;
  if (problem.pointer.startsWith(VOIDS)) {
    const at = problem.pointer.slice(SUPPOSE.length);
    return { ...problem, file: source.file, pointer: at, ...source.locate(at) };
  }
  if (problem.file !== 'suppose') return problem;
  // The changes are laid over each edition in turn, and the file has them once.
  const pointer = part === 'add' ? `/add${problem.pointer}` : `/rubric${problem.pointer.replace(/^\/\d+/, '')}`;
  return { ...problem, file: source.file, pointer, ...source.locate(pointer) };
}

const SUPPOSE = '/suppose';
const VOIDS = `${SUPPOSE}/void/`;

/** A fault of the lens is told where it was written: in an option. */
function inOption(problem: Problem, names: LensNames): Problem {
  const option = optionAt(problem.pointer, names);
  return option === undefined ? problem : { ...problem, pointer: '', file: `--${option}` };
}

function optionAt(pointer: string, { asOf, knownAt, edition, semantics }: LensNames): string | undefined {
  return { '/asOf': asOf, '/knownAt': knownAt, '/edition': edition, '/semantics': semantics }[pointer];
}
