import { diff as compare, differenceText, type Outcome, tryReplay } from '@meritlog/core';
import { cliProblem } from '../cli-problem.js';
import type { Call, CommandSpec } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { findRubric, findSources, type Sources } from '../files/find.js';
import { judge, LENS_NAMES, LENS_OPTIONS, type LensNames, lensOf } from '../files/judge.js';
import { kindOf } from '../files/kind.js';
import { type Loaded, loaded, refused, type Shell } from '../shell.js';
import { FORMAT_TEXT } from './shared-specs.js';

const AGAINST: LensNames = {
  asOf: 'against-as-of',
  knownAt: 'against-known-at',
  edition: 'against',
  semantics: 'against-semantics',
  suppose: 'against-suppose',
};

export const diff: CommandSpec = {
  name: 'diff',
  about: { en: 'Compare two outcomes: who moved, and why.', zh: '比较两个结果：谁的名次变了，为什么。' },
  more: {
    en: 'The two differ in their files (two rubrics, two event files, two folders), in how one looks (an option and its --against twin), or both. What is not said for the second is as for the first; --known-at alone compares what was known then with what is known now, as a ruling voids from the start and not from its own day. Below the standings stand the cards, consequences, findings and listed values of each subject that differ. Ends with 2 where the outcomes differ in anything.',
    zh: '两者可以文件不同（两个规则、两个事件文件、两个文件夹），也可以看法不同（选项及其 --against 对应项），或二者兼有。第二个未说明的与第一个相同；只写 --known-at 则把当时已知的与现在已知的比较，因为裁定自始冲正，而不是从裁定之日起。排名之后列出各对象有差异的记牌、后果、须注意的事项和指标值。两个结果有任何差异时退出码为 2。',
  },
  arguments: [
    {
      name: '<files...>',
      about: {
        en: 'folders, rubric files (.json) and event files (.jsonl, .db), the first of each kind before the second; beside event files, those of a folder are left aside',
        zh: '文件夹、规则文件（.json）和事件文件（.jsonl、.db），同类中先写原来的，再写后来的；另给事件文件时，不用文件夹中的事件',
      },
    },
  ],
  options: [
    ...LENS_OPTIONS,
    { flags: '--against <edition>', about: { en: 'the other edition', zh: '另一个版本' } },
    { flags: '--against-as-of <when>', about: { en: 'the other moment', zh: '另一个时点' } },
    { flags: '--against-known-at <when>', about: { en: 'the other state of knowledge', zh: '另一个入账时点' } },
    { flags: '--against-semantics <number>', about: { en: 'the other semantics number', zh: '另一个语义编号' } },
    { flags: '--against-suppose <file>', about: { en: 'the other what-if', zh: '另一个假设' } },
    FORMAT_TEXT,
  ],
  examples: [
    {
      line: 'meritlog diff my-class --edition 1.0.0 --against 1.1.0',
      about: { en: 'what a new edition changes', zh: '新版本带来的变化' },
    },
    {
      line: 'meritlog diff my-class --as-of 2026-03-31 --against-as-of 2026-06-30',
      about: { en: 'what a quarter changed', zh: '一个季度的变化' },
    },
    {
      line: 'meritlog diff rubric.json draft.json events.jsonl',
      about: { en: 'what a draft would change', zh: '草案会带来的变化' },
    },
    {
      line: 'meritlog diff my-class --against-suppose waiver.json',
      about: { en: 'what a waiver would change', zh: '豁免会带来的变化' },
    },
  ],
  run: runDiff,
};

async function runDiff(call: Call, shell: Shell): Promise<ExitCode> {
  const sides = await sidesOf(call, shell);
  if (!sides.ok) return shell.refuse(sides);
  const before = await outcomeOf(call, shell, sides.value[0], LENS_NAMES);
  if (!before.ok) return shell.refuse(before);
  const after = await outcomeOf(call, shell, sides.value[1], AGAINST);
  if (!after.ok) return shell.refuse(after);
  await shell.progress.step({ en: 'comparing', zh: '正在比较' });
  const difference = compare(before.value, after.value);
  shell.print(
    call.option('format') === 'json' ? JSON.stringify(difference, null, 2) : differenceText(difference, shell.lang),
  );
  if (difference.same && isKnowledgeOther(before.value, after.value)) shell.say(KNOWLEDGE);
  return difference.same ? EXIT.fine : EXIT.different;
}

const KNOWLEDGE = {
  en: 'What was known at these moments differs, though: --as-of asks when things happened, and a ruling voids from the start. Compare by --known-at and --against-known-at.',
  zh: '不过，这两个时点已知的内容不同：--as-of 看何时发生，而裁定自始冲正。请用 --known-at 和 --against-known-at 比较。',
};

/** Whether two moments that look the same today would not have, each by what was recorded then. */
function isKnowledgeOther(before: Outcome, after: Outcome): boolean {
  const sides = [before, after].map(({ lens, asOf, rubric, session }) => {
    if (lens.knownAt !== undefined || lens.suppose !== undefined) return undefined;
    const then = tryReplay(session.leftOut.ledger, rubric, { ...lens, knownAt: asOf });
    return then.ok ? then.value : undefined;
  });
  const [was, is] = sides;
  return was !== undefined && is !== undefined && before.asOf !== after.asOf && !compare(was, is).same;
}

async function outcomeOf(call: Call, shell: Shell, files: Sources, names: LensNames): Promise<Loaded<Outcome>> {
  const base = await lensOf(call, shell);
  if (!base.ok) return base;
  if (names === LENS_NAMES) return judge(shell, files, base.value);
  const own = await lensOf(call, shell, names);
  if (!own.ok) return own;
  const named = (part: keyof LensNames): string => (call.option(names[part]) === undefined ? LENS_NAMES : names)[part];
  const from: LensNames = {
    asOf: named('asOf'),
    knownAt: named('knownAt'),
    edition: named('edition'),
    semantics: named('semantics'),
    suppose: named('suppose'),
  };
  const { knownAt: _, ...now } = base.value;
  return judge(shell, files, { ...(isKnownAlone(call) ? now : base.value), ...own.value }, from);
}

/** Whether what was known then is to be compared with what is known now, since nothing else is said of the second. */
function isKnownAlone(call: Call): boolean {
  const isAgainst = Object.values(AGAINST).some((name) => call.option(name) !== undefined);
  return call.arguments.length === 1 && !isAgainst && call.option(LENS_NAMES.knownAt) !== undefined;
}

/** Sorts the files into the two sides; what only one side has serves both. */
async function sidesOf(call: Call, shell: Shell): Promise<Loaded<readonly [Sources, Sources]>> {
  const rubrics: string[] = [];
  const events: string[] = [];
  for (const file of call.arguments) {
    const kind = await kindOf(shell.io, file);
    const named = kind === 'missing' && /\.(?:jsonl|ndjson|db|sqlite3?)$/i.test(file);
    (kind === 'events' || kind === 'ledger' || named ? events : rubrics).push(file);
  }
  const fault = faultOf(call, rubrics, events);
  if (fault !== undefined) return fault;
  const [first = '', second = first] = rubrics;
  const before = await findSources(shell, first, events[0]);
  if (!before.ok) return before;
  if (second !== first && events.length === 0 && (await kindOf(shell.io, second)) === 'folder') {
    const after = await findSources(shell, second, undefined);
    return after.ok ? loaded([before.value, after.value]) : after;
  }
  const rubric = await findRubric(shell, second);
  return rubric.ok
    ? loaded([before.value, { rubric: rubric.value, events: events[1] ?? before.value.events }])
    : rubric;
}

function faultOf(call: Call, rubrics: readonly string[], events: readonly string[]): Loaded<never> | undefined {
  if (rubrics.length === 0) {
    return refused(EXIT.usage, cliProblem('argument-missing', { name: 'rubric', command: 'meritlog diff' }));
  }
  const lens = isKnownAlone(call) || Object.values(AGAINST).some((name) => call.option(name) !== undefined);
  if (!lens && rubrics.length < 2 && events.length < 2) return refused(EXIT.usage, cliProblem('diff-nothing'));
  if (rubrics.length > 2) return refused(EXIT.usage, cliProblem('diff-too-many', { what: 'rubrics', whatzh: '规则' }));
  if (events.length > 2)
    return refused(EXIT.usage, cliProblem('diff-too-many', { what: 'event files', whatzh: '事件文件' }));
  return undefined;
}
