import { access, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Bilingual } from '@meritlog/core';
import { cliProblem } from '../cli-problem.js';
import type { Call, CommandSpec } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { type Loaded, loaded, refused, type Shell } from '../shell.js';

export const TEMPLATES: readonly string[] = ['class-conduct', 'contractor-scorecard', 'blank'];

/** What a working folder holds, and where in the template it comes from. */
const FILES: readonly { readonly name: string; readonly from: Bilingual }[] = [
  { name: 'rubric.json', from: { en: 'rubric.json', zh: 'rubric.json' } },
  { name: 'events.jsonl', from: { en: 'events.jsonl', zh: 'events.jsonl' } },
  { name: 'README.md', from: { en: 'README.md', zh: 'README.zh.md' } },
];

export const init: CommandSpec = {
  name: 'init',
  about: {
    en: 'Make a working folder from a template: a rubric, events and a README.',
    zh: '按模板新建工作文件夹：规则、事件和说明。',
  },
  more: {
    en: 'No file that exists is touched. --lang chooses the language of the README.',
    zh: '不会改动已有文件。--lang 决定说明文件的语言。',
  },
  arguments: [
    {
      name: '[folder]',
      about: { en: 'where to put it; the template’s name where not given', zh: '存放位置；不写则用模板名' },
    },
  ],
  options: [
    {
      flags: '--template <name>',
      choices: TEMPLATES,
      about: {
        en: 'which scheme to start from; class-conduct where not given',
        zh: '以哪个方案为起点；不写则为 class-conduct',
      },
    },
  ],
  examples: [
    {
      line: 'meritlog init my-class',
      about: { en: 'points, a yellow card and a ranking for a school class', zh: '班级量化：积分、黄牌和排名' },
    },
    {
      line: 'meritlog init bids --template contractor-scorecard',
      about: { en: 'weighted scores with a veto', zh: '加权评分与一票否决' },
    },
    {
      line: 'meritlog init scheme --template blank --lang zh',
      about: { en: 'the least that runs, explained in Chinese', zh: '可运行的最小方案，附中文说明' },
    },
  ],
  run: runInit,
};

async function runInit(call: Call, shell: Shell): Promise<ExitCode> {
  const template = call.option('template') ?? 'class-conduct';
  const folder = call.arguments[0] ?? template;
  const target = path.resolve(shell.io.cwd, folder);
  for (const { name } of FILES) {
    const taken = await access(path.join(target, name)).then(
      () => true,
      () => false,
    );
    if (taken) return shell.refuse(refused(EXIT.usage, cliProblem('init-occupied', { file: path.join(folder, name) })));
  }
  const made = await write(path.join(shell.io.home, 'templates', template), target, folder, shell);
  if (!made.ok) return shell.refuse(made);
  for (const { name } of FILES) shell.print(path.join(folder, name));
  shell.say({
    en: `\nNext:\n  meritlog check ${folder}\n  meritlog run ${folder}`,
    zh: `\n接下来：\n  meritlog check ${folder}\n  meritlog run ${folder}`,
  });
  return EXIT.fine;
}

async function write(template: string, target: string, folder: string, shell: Shell): Promise<Loaded<undefined>> {
  try {
    await makeFolder(target);
  } catch (error) {
    // Where the parent is there all the same, the file system takes no folders.
    return unwritable(error, folder, { ENOENT: 'EPERM' });
  }
  try {
    for (const { name, from } of FILES) {
      await writeFile(path.join(target, name), await readFile(path.join(template, shell.in(from))), { flag: 'wx' });
    }
    return loaded(undefined);
  } catch (error) {
    return unwritable(error, folder);
  }
}

function unwritable(
  error: unknown,
  file: string,
  meaning: { readonly [code: string]: string } = {},
): Loaded<undefined> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const why = meaning[code] ?? code;
  if (!/^E[A-Z]+$/.test(code) || why === 'ENOENT') throw error;
  return refused(EXIT.missing, cliProblem('output-unwritable', { file, why }));
}

/** Folder by folder: where a file system refuses new folders as if their parent were missing, Node's own recursion never ends. */
async function makeFolder(folder: string): Promise<void> {
  const there = await stat(folder).catch(() => undefined);
  if (there?.isDirectory() === true) return;
  if (there === undefined && path.dirname(folder) !== folder) await makeFolder(path.dirname(folder));
  await mkdir(folder);
}
