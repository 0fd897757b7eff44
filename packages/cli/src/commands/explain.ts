import { explanationText, type KeyValues, type Outcome, type Problem, tryExplain } from '@meritlog/core';
import { cliProblem } from '../cli-problem.js';
import type { Call, CommandSpec } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { findSources } from '../files/find.js';
import { judge, LENS_OPTIONS, lensOf } from '../files/judge.js';
import { type Loaded, loaded, refused, type Shell } from '../shell.js';
import { FORMAT_TEXT, SOURCES } from './shared-specs.js';

export const explain: CommandSpec = {
  name: 'explain',
  about: {
    en: 'Say why a subject stands where it stands, or why a number is what it is, down to the events.',
    zh: '说明某对象为何居此名次，或某个数值从何而来，直至各个事件。',
  },
  more: {
    en: 'Without --indicator: the place in a standing, what separates it from the next one above and below, and which bands it missed.',
    zh: '不写 --indicator 时：说明名次、与上下相邻者的区别，以及未达到的等次。',
  },
  arguments: [
    ...SOURCES,
    { name: '[subject]', about: { en: 'whom to explain; always the last word', zh: '要说明的对象；总是最后一个' } },
  ],
  options: [
    { flags: '--indicator <id>', about: { en: 'explain this value', zh: '说明此指标的值' } },
    {
      flags: '--event <id>',
      about: {
        en: 'explain this event, in place of a subject: whether it counts, why not, and what it does; source#id where the id alone is not enough',
        zh: '不说明对象而说明此事件：是否计入、为何不计入、有何作用；仅写编号不够时写 来源#编号',
      },
    },
    { flags: '--standing <id>', about: { en: 'explain the place in this standing', zh: '说明在此排名中的名次' } },
    {
      flags: '--key <name=value>',
      many: true,
      about: { en: 'a further key, such as period=2026; may be repeated', zh: '其他键，例如 period=2026；可写多个' },
    },
    {
      flags: '--depth <n>',
      about: {
        en: 'how many indicators deep, at most 256; down to the events where not given',
        zh: '展开几层指标，至多 256；不写则直至各个事件',
      },
    },
    FORMAT_TEXT,
    ...LENS_OPTIONS,
  ],
  examples: [
    {
      line: 'meritlog explain my-class li-na',
      about: { en: 'why this rank, and why not one higher', zh: '为何是这个名次，为何不再高一名' },
    },
    {
      line: 'meritlog explain my-class li-na --indicator score',
      about: { en: 'why this score', zh: '为何是这个分数' },
    },
    {
      line: 'meritlog explain my-class --event b012',
      about: { en: 'whether this event counts, and what it does', zh: '此事件是否计入，有何作用' },
    },
    {
      line: 'meritlog explain rubric.json ledger.db li-na --as-of 2026-06-30 --lang zh',
      about: { en: 'at the end of June, in Chinese', zh: '截至六月底，用中文' },
    },
  ],
  run: runExplain,
};

async function runExplain(call: Call, shell: Shell): Promise<ExitCode> {
  const question = questionOf(call);
  if (!question.ok) return shell.refuse(question);
  const { first, second, ...asked } = question.value;
  const lens = await lensOf(call, shell);
  if (!lens.ok) return shell.refuse(lens);
  const files = await findSources(shell, first, second);
  if (!files.ok) return shell.refuse(files);
  const outcome = await judge(shell, files.value, lens.value);
  if (!outcome.ok) return shell.refuse(outcome);
  return answer(call, shell, outcome.value, asked);
}

interface Asked {
  readonly subject: string;
  readonly depth?: number;
  readonly keys: KeyValues;
}

function questionOf(call: Call): Loaded<Asked & { readonly first: string; readonly second: string | undefined }> {
  const [first = '', ...rest] = call.arguments;
  const event = call.option('event');
  const subject = event === undefined ? rest.at(-1) : '';
  if (event !== undefined && rest.length > 1)
    return refused(EXIT.usage, cliProblem('arguments-too-many', { command: 'meritlog explain' }));
  if (subject === undefined) {
    return refused(EXIT.usage, cliProblem('argument-missing', { name: 'subject', command: 'meritlog explain' }));
  }
  const depth = call.option('depth');
  if (depth !== undefined && !/^[0-9]+$/.test(depth)) {
    return refused(EXIT.usage, cliProblem('option-value', { name: '--depth', value: depth, choices: '0, 1, 2 … 256' }));
  }
  const keys = new Map<string, string>();
  for (const pair of call.all('key')) {
    const at = pair.indexOf('=');
    if (at < 1)
      return refused(EXIT.usage, cliProblem('option-value', { name: '--key', value: pair, choices: 'name=value' }));
    keys.set(pair.slice(0, at), pair.slice(at + 1));
  }
  const asked: Asked = {
    subject,
    keys: Object.fromEntries(keys),
    ...(depth === undefined ? {} : { depth: Number(depth) }),
  };
  return loaded({ ...asked, first, second: rest.length > 1 || event !== undefined ? rest[0] : undefined });
}

function answer(call: Call, shell: Shell, outcome: Outcome, asked: Asked): ExitCode {
  const [event, indicator, standing] = [call.option('event'), call.option('indicator'), call.option('standing')];
  const about = {
    ...asked,
    keys: typedKeys(outcome, asked.keys),
    ...(indicator === undefined ? {} : { indicator }),
    ...(standing === undefined ? {} : { standing }),
  };
  const explanation = tryExplain(outcome, event === undefined ? about : { event });
  if (!explanation.ok)
    return shell.refuse({ ok: false, exit: EXIT.usage, problems: explanation.problems.map(inOption) });
  const json = call.option('format') === 'json';
  shell.print(json ? JSON.stringify(explanation.value, null, 2) : explanationText(explanation.value, shell.lang));
  return EXIT.fine;
}

/** A question that fits nothing is told where it was asked: in an option. */
function inOption(problem: Problem): Problem {
  const option = {
    '/event': '--event',
    '/indicator': '--indicator',
    '/standing': '--standing',
    '/keys': '--key',
    '/depth': '--depth',
  }[problem.pointer];
  return option === undefined ? { ...problem, pointer: '' } : { ...problem, pointer: '', file: option };
}

/** What is typed at a terminal is text; the rubric knows which keys are numbers. */
function typedKeys({ rubric }: Outcome, keys: KeyValues): KeyValues {
  const known = rubric.model.editions.at(-1)?.keys;
  return Object.fromEntries(
    Object.entries(keys).map(([name, value]) => [
      name,
      known?.get(name)?.type === 'number' ? Number(value) : String(value),
    ]),
  );
}
