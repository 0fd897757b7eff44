import path from 'node:path';
import type { Problem, Rubric } from '@meritlog/core';
import { parseRubric } from '@meritlog/core';
import { cliProblem } from '../cli-problem.js';
import type { Call, CommandSpec } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { eventsIn, findRubric, RUBRIC } from '../files/find.js';
import { kindOf } from '../files/kind.js';
import { asLoaded, loadEvents } from '../files/load.js';
import { nameOf, readText } from '../files/read-text.js';
import { type Loaded, loaded, type Refusal, refused, type Shell } from '../shell.js';
import { type Analysed, analysed, analysisText } from '../show/analysis.js';
import { exampleProblems } from '../show/examples.js';
import { lawsText } from '../show/laws.js';
import { placesIn } from '../show/place-of.js';
import { FORMAT_TEXT } from './shared-specs.js';

export const check: CommandSpec = {
  name: 'check',
  about: {
    en: 'Validate rubrics and events, and print every problem at its spot.',
    zh: '校验规则和事件，逐处列出全部问题。',
  },
  more: {
    en: 'Of a rubric that is valid it also runs the examples and tells what can hardly be meant, each with a small ledger that shows it. Events are checked against the rubric named before them, or the rubric.json beside them.',
    zh: '规则有效时，还会运行其中的示例，并指出不像本意之处，并各附一份能显示该问题的小台账。事件按写在其前面的规则校验；没有时按旁边的 rubric.json 校验。',
  },
  arguments: [
    {
      name: '<files...>',
      about: { en: 'rubric files, event files, ledgers or folders', zh: '规则文件、事件文件、台账或文件夹' },
    },
  ],
  options: [
    FORMAT_TEXT,
    {
      flags: '--strict',
      about: { en: 'end with 1 where there are warnings', zh: '有提醒时以 1 结束' },
    },
    {
      flags: '--laws',
      about: {
        en: 'tell, too, what more of an event surely does, and of which events the order cannot matter',
        zh: '并说明各类事件增多必然使对象如何变化，以及哪些事件的先后不影响结果',
      },
    },
  ],
  examples: [
    {
      line: 'meritlog check my-class',
      about: { en: 'the rubric and the events of a folder', zh: '文件夹中的规则和事件' },
    },
    {
      line: 'meritlog check rubric.json june.jsonl july.jsonl',
      about: { en: 'two event files against one rubric', zh: '按同一规则校验两个事件文件' },
    },
    {
      line: 'meritlog check my-class --format json',
      about: { en: 'problems for an editor or a build', zh: '供编辑器或构建流程使用' },
    },
  ],
  run: runCheck,
};

/** What has been found so far, and the rubric that the next events are checked against. */
interface Checked {
  readonly problems: readonly Problem[];
  readonly analyses: readonly Analysed[];
  readonly exit: ExitCode;
  readonly rubric: Rubric | 'invalid' | undefined;
  readonly files: number;
}

async function runCheck(call: Call, shell: Shell): Promise<ExitCode> {
  let checked: Checked = { problems: [], analyses: [], exit: EXIT.fine, rubric: undefined, files: 0 };
  for (const file of call.arguments) checked = await checkOne(shell, file, checked);
  const { problems, analyses, files } = checked;
  const all = [...problems, ...analyses.flatMap((one) => one.problems)];
  const told = analyses.map(({ file, analysis }) => ({ file, ...analysis }));
  if (call.option('format') === 'json') shell.print(JSON.stringify({ problems: all, analyses: told }, null, 2));
  else {
    const parts = [
      ...(all.length > 0 ? [textOf(checked, shell)] : []),
      ...(call.flag('laws') ? lawsText(analyses, shell) : []),
    ];
    if (parts.length > 0) shell.print(parts.join('\n'));
  }
  shell.say(summary(all, files));
  return exitOf(checked.exit, all, call.flag('strict'));
}

function textOf({ problems, analyses }: Checked, shell: Shell): string {
  const told = problems.length === 0 ? [] : [shell.problems(problems, 'stdout')];
  return [...told, ...analyses.flatMap((one) => analysisText(one, shell))].join('\n');
}

/** A warning is nothing wrong, unless one is strict; a refusal is a rubric that must not come into force. */
function exitOf(exit: ExitCode, all: readonly Problem[], strict: boolean): ExitCode {
  if (exit !== EXIT.fine) return exit;
  if (all.some(({ severity }) => severity === 'error')) return EXIT.invalid;
  return strict && all.length > 0 ? EXIT.failed : EXIT.fine;
}

async function checkOne(shell: Shell, file: string, checked: Checked): Promise<Checked> {
  const kind = await kindOf(shell.io, file);
  if (kind === 'events' || kind === 'ledger') return checkEvents(shell, file, checked);
  const rubric = await findRubric(shell, file);
  if (!rubric.ok) return withRefusal(checked, rubric);
  const after = await checkRubric(shell, rubric.value, checked);
  if (kind !== 'folder') return after;
  const events = await eventsIn(shell, file);
  if (!events.ok) return withRefusal(after, events);
  let all = after;
  for (const one of events.value) all = await checkEvents(shell, one, all);
  return all;
}

async function checkRubric(shell: Shell, file: string, checked: Checked): Promise<Checked> {
  const text = await readText(shell, file);
  if (!text.ok) return { ...withRefusal(checked, text), rubric: 'invalid' };
  const parsed = asLoaded(parseRubric(text.value, { file: nameOf(file) }));
  if (!parsed.ok) return { ...withRefusal(checked, parsed), rubric: 'invalid' };
  await shell.progress.step({ en: `analysing ${file}`, zh: `正在分析 ${file}` });
  const placeOf = placesIn(text.value);
  const examples = exampleProblems(nameOf(file), placeOf, parsed.value);
  const problems = [...checked.problems, ...parsed.value.warnings, ...examples];
  const analyses = [...checked.analyses, analysed(nameOf(file), placeOf, parsed.value)];
  return { ...checked, problems, analyses, rubric: parsed.value, files: checked.files + 1 };
}

async function checkEvents(shell: Shell, file: string, checked: Checked): Promise<Checked> {
  const rubric = checked.rubric === undefined ? await rubricBeside(shell, file) : loaded(checked.rubric);
  if (!rubric.ok) return withRefusal(checked, rubric);
  if (rubric.value === 'invalid') {
    shell.say({
      en: `${file} was not checked, because its rubric has errors.`,
      zh: `${file} 未校验，因为其规则有错误。`,
    });
    return checked;
  }
  const events = await loadEvents(shell, rubric.value, file);
  return events.ok ? { ...checked, files: checked.files + 1 } : withRefusal(checked, events);
}

async function rubricBeside(shell: Shell, file: string): Promise<Loaded<Rubric>> {
  const beside = path.join(file === '-' ? '.' : path.dirname(file), RUBRIC);
  if ((await kindOf(shell.io, beside)) === 'missing') {
    return refused(EXIT.usage, cliProblem('check-no-rubric', { file: nameOf(file) }));
  }
  const text = await readText(shell, beside);
  return text.ok ? asLoaded(parseRubric(text.value, { file: beside })) : text;
}

function withRefusal(checked: Checked, { exit, problems }: Refusal): Checked {
  return {
    ...checked,
    problems: [...checked.problems, ...problems],
    exit: checked.exit === EXIT.fine ? exit : checked.exit,
    files: checked.files + (exit === EXIT.invalid ? 1 : 0),
  };
}

function summary(problems: readonly Problem[], files: number): { readonly en: string; readonly zh: string } {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const many = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
  if (problems.length === 0)
    return { en: `${many(files, 'file')} checked, no problems.`, zh: `已校验 ${files} 个文件，没有问题。` };
  return {
    en: `${many(files, 'file')} checked: ${many(errors, 'error')}, ${many(warnings, 'warning')}.`,
    zh: `已校验 ${files} 个文件：${errors} 个错误，${warnings} 条提醒。`,
  };
}
