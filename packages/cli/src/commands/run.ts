import { type JsonObject, nearest, type Outcome, outcomeDocument, type StandingTable } from '@meritlog/core';
import { cliProblem } from '../cli-problem.js';
import type { Call, CommandSpec } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { findSources } from '../files/find.js';
import { judge, LENS_OPTIONS, lensOf } from '../files/judge.js';
import { writeOutput } from '../files/write-output.js';
import { type Loaded, loaded, refused, type Shell } from '../shell.js';
import { findingsText } from '../show/findings.js';
import { standingsText } from '../show/standings.js';
import { FORMAT_TABLE, SOURCES } from './shared-specs.js';

export const run: CommandSpec = {
  name: 'run',
  about: { en: 'Judge events by a rubric and print the standings.', zh: '按规则评判事件并输出排名。' },
  more: {
    en: 'With --format json the whole outcome is one document: standings, each subject with its indicators and cards, findings, digests. --standing and --top choose standings and rows of it; its digests stay those of the whole.',
    zh: '使用 --format json 时，整个结果为一个文档：排名、每个对象的指标和牌、发现的问题、摘要值。--standing 和 --top 选取其中的排名和行，摘要值仍为整体的。',
  },
  arguments: SOURCES,
  options: [
    FORMAT_TABLE,
    ...LENS_OPTIONS,
    { flags: '--standing <id>', about: { en: 'only this standing', zh: '只显示此排名' } },
    { flags: '--top <n>', about: { en: 'only the first n rows of each table', zh: '每个表只显示前 n 行' } },
    { flags: '-o, --output <file>', about: { en: 'write to a file', zh: '写入文件' } },
  ],
  examples: [
    {
      line: 'meritlog run my-class',
      about: {
        en: 'the folder’s rubric.json and its events.jsonl or ledger.db',
        zh: '文件夹中的 rubric.json 及 events.jsonl 或 ledger.db',
      },
    },
    {
      line: 'meritlog run rubric.json ledger.db --as-of 2026-06-30',
      about: { en: 'as it stood at the end of June', zh: '截至六月底的结果' },
    },
    {
      line: 'meritlog run my-class --format json -o outcome.json',
      about: { en: 'everything, for programs', zh: '供程序使用的全部结果' },
    },
    {
      line: 'cat events.jsonl | meritlog run rubric.json - --top 10',
      about: { en: 'events from a pipe', zh: '从管道读取事件' },
    },
  ],
  run: runRun,
};

async function runRun(call: Call, shell: Shell): Promise<ExitCode> {
  const [first = '', second] = call.arguments;
  const top = topOf(call);
  if (!top.ok) return shell.refuse(top);
  const lens = await lensOf(call, shell);
  if (!lens.ok) return shell.refuse(lens);
  const files = await findSources(shell, first, second);
  if (!files.ok) return shell.refuse(files);
  const outcome = await judge(shell, files.value, lens.value);
  if (!outcome.ok) return shell.refuse(outcome);
  const tables = tablesOf(outcome.value, call.option('standing'));
  if (!tables.ok) return shell.refuse(tables);
  if (call.option('format') === 'json') {
    const cut = tables.value.map((table) => ({ ...table, rows: table.rows.slice(0, top.value) }));
    return writeOutput(shell, call.option('output'), JSON.stringify(documentOf(outcome.value, cut), null, 2));
  }
  const paint = shell.paint('stdout');
  const exit = await writeOutput(
    shell,
    call.option('output'),
    standingsText(outcome.value, tables.value, top.value, shell.lang, paint),
  );
  const { findings } = outcome.value;
  if (findings.length > 0) shell.say({ en: findingsText(findings, 'en'), zh: findingsText(findings, 'zh') });
  return exit;
}

function topOf(call: Call): Loaded<number> {
  const text = call.option('top');
  if (text === undefined) return loaded(Number.POSITIVE_INFINITY);
  if (/^[1-9][0-9]{0,8}$/.test(text)) return loaded(Number(text));
  return refused(EXIT.usage, cliProblem('option-value', { name: '--top', value: text, choices: '1, 2, 3 …' }));
}

function tablesOf(outcome: Outcome, id: string | undefined): Loaded<readonly StandingTable[]> {
  const all = outcome.standings;
  if (id !== undefined && !all.some((table) => table.id === id)) {
    const known = [...new Set(all.map((table) => table.id))];
    const near = nearest(id, known) ?? '';
    return refused(EXIT.usage, cliProblem('standing-unknown', { name: id, known: known.join(', ') || '–', near }));
  }
  return loaded(all.filter((table) => id === undefined || table.id === id));
}

function documentOf(
  outcome: Outcome,
  tables: readonly StandingTable[],
): JsonObject | { readonly standings: readonly StandingTable[] } {
  return { ...outcomeDocument(outcome), standings: tables };
}
