import type { Bilingual } from '@meritlog/core';
import { cliProblem } from '../cli-problem.js';
import type { Call, CommandSpec } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { type RowsRead, readRows } from '../files/import-rows.js';
import { withLedger } from '../files/ledger.js';
import { nameOf } from '../files/read-text.js';
import { restoreInto } from '../files/restore.js';
import { type Stored, storeLines } from '../files/store-lines.js';
import { type Loaded, loaded, type Refusal, refused, type Shell } from '../shell.js';

export const importTable: CommandSpec = {
  name: 'import',
  about: {
    en: 'Turn a table (CSV, XLSX or JSON Lines) into events and append them to a ledger.',
    zh: '将表格（CSV、XLSX 或 JSON Lines）转换为事件并追加到台账。',
  },
  more: {
    en: 'A mapping says which column is what; `meritlog schema mapping` describes it. All that is wrong is told at once, by cell. Nothing is stored unless all rows pass, or --accept-good is given. The same table again stores nothing.',
    zh: '映射文件说明各列的含义，格式见 `meritlog schema mapping`。所有问题按单元格一次列出。除非全部行通过或给出 --accept-good，否则不写入任何事件。重复导入同一表格不会写入任何内容。',
  },
  arguments: [
    { name: '<table>', about: { en: 'the table, or - for standard input', zh: '表格文件，或以 - 表示标准输入' } },
  ],
  options: [
    { flags: '--mapping <file>', about: { en: 'which column becomes what, as JSON', zh: '说明各列含义的 JSON 文件' } },
    {
      flags: '--ledger <file>',
      about: { en: 'the SQLite file, made where there is none', zh: 'SQLite 台账文件，不存在时新建' },
    },
    {
      flags: '--rubric <file>',
      about: {
        en: 'check the events against this rubric; the rubric.json beside the ledger where not given',
        zh: '按此规则校验事件；不写则用台账旁的 rubric.json',
      },
    },
    {
      flags: '--dry-run',
      about: { en: 'store nothing; print the events as JSON Lines', zh: '不写入；以 JSON Lines 输出事件' },
    },
    {
      flags: '--restore',
      about: {
        en: 'the file is what export wrote: fill an empty ledger with it, recorded times kept',
        zh: '文件由 export 导出：恢复到空台账，保留入账时间',
      },
    },
    { flags: '--accept-good', about: { en: 'store the rows that pass, without the others', zh: '只写入通过的行' } },
    {
      flags: '--format <form>',
      choices: ['text', 'json'],
      about: { en: 'form of the counts and of problems', zh: '计数和问题的输出格式' },
    },
  ],
  examples: [
    {
      line: 'meritlog import june.xlsx --mapping mapping.json --ledger ledger.db --dry-run',
      about: { en: 'what would be stored, and what is wrong', zh: '查看将写入的内容和存在的问题' },
    },
    {
      line: 'meritlog import june.xlsx --mapping mapping.json --ledger ledger.db',
      about: { en: 'store all rows, or none', zh: '全部写入，或都不写入' },
    },
  ],
  run: runImport,
};

async function runImport(call: Call, shell: Shell): Promise<ExitCode> {
  const [file = ''] = call.arguments;
  const [mapping, ledger] = [call.option('mapping'), call.option('ledger')];
  const [dry, partly] = [call.flag('dry-run'), call.flag('accept-good')];
  if (call.flag('restore'))
    return ledger === undefined ? shell.refuse(missing('--ledger')) : restore(shell, file, ledger);
  if (mapping === undefined) return shell.refuse(missing('--mapping'));
  if (ledger === undefined && !dry) return shell.refuse(missing('--ledger'));
  const read = await readRows(shell, { file, mapping, ledger, rubric: call.option('rubric') });
  if (!read.ok) return shell.refuse(read);
  const rows = read.value;
  const passes = rows.refused === 0 || (partly && rows.lines.lines.length > 0);
  const stored = passes && !dry && ledger !== undefined ? await store(shell, ledger, rows, file) : loaded(undefined);
  if (!stored.ok) return shell.refuse(stored);
  tell(rows, stored.value, { dry, json: call.option('format') === 'json', ledger: ledger ?? '' }, shell);
  return passes ? EXIT.fine : EXIT.invalid;
}

async function restore(shell: Shell, file: string, ledger: string): Promise<ExitCode> {
  const done = await restoreInto(shell, file, ledger);
  if (!done.ok) return shell.refuse(done);
  const { restored, known } = done.value;
  shell.say({
    en: `${restored} event${restored === 1 ? '' : 's'} restored to ${ledger}, ${known} there already.`,
    zh: `已向 ${ledger} 恢复 ${restored} 个事件，${known} 个先前已有。`,
  });
  return EXIT.fine;
}

function missing(name: string): Refusal {
  return refused(EXIT.usage, cliProblem('option-missing', { name, command: 'meritlog import' }));
}

async function store(shell: Shell, ledger: string, { lines }: RowsRead, file: string): Promise<Loaded<Stored>> {
  await shell.progress.step({ en: `appending to ${ledger}`, zh: `正在追加到 ${ledger}` });
  return withLedger(shell, ledger, false, (open) => storeLines(open, lines, false, nameOf(file)));
}

/** What fits a terminal that one can still scroll. */
const MOST_TOLD = 100;

interface Way {
  readonly dry: boolean;
  readonly json: boolean;
  readonly ledger: string;
}

function tell(rows: RowsRead, stored: Stored | undefined, { dry, json, ledger }: Way, shell: Shell): void {
  const { read, problems, refused: bad, lines } = rows;
  if (json) {
    const { appended = 0, duplicates = 0, position } = stored ?? {};
    const counts = { rows: rows.rows, refused: bad, events: lines.lines.length, appended, duplicates };
    shell.print(
      JSON.stringify({ read, ...counts, ...(position === undefined ? {} : { position }), problems }, null, 2),
    );
    return;
  }
  const told = shell.problems(problems.slice(0, MOST_TOLD), 'stderr');
  if (problems.length > 0) shell.say({ en: `${told}\n`, zh: `${told}\n` });
  const more = problems.length - MOST_TOLD;
  if (more > 0)
    shell.say({ en: `${more} more; --format json lists all.`, zh: `另有 ${more} 处；--format json 列出全部。` });
  if (dry) for (const { event } of lines.lines) shell.print(JSON.stringify(event));
  shell.say(readText(rows));
  shell.say(endText(rows, stored, dry, ledger));
}

function readText({ read, rows, refused: bad }: RowsRead): Bilingual {
  const how = [read.format.toUpperCase(), read.encoding ?? '', read.sheet ?? '']
    .filter((part) => part !== '')
    .join(', ');
  return {
    en: `${rows} row${rows === 1 ? '' : 's'} read (${how}); ${bad} refused.`,
    zh: `读取 ${rows} 行（${how.replaceAll(', ', '、')}）；拒绝 ${bad} 行。`,
  };
}

function endText(
  { lines, refused: bad }: RowsRead,
  stored: Stored | undefined,
  dry: boolean,
  ledger: string,
): Bilingual {
  const events = lines.lines.length;
  if (stored !== undefined) {
    const { appended, duplicates, position } = stored;
    return {
      en: `${appended} event${appended === 1 ? '' : 's'} appended to ${ledger}, ${duplicates} known already. It now holds ${position}.`,
      zh: `已向 ${ledger} 追加 ${appended} 个事件，${duplicates} 个先前已有。台账现有 ${position} 个事件。`,
    };
  }
  if (dry)
    return {
      en: `Nothing was stored; ${events} event${events === 1 ? '' : 's'} would be.`,
      zh: `没有写入；可写入 ${events} 个事件。`,
    };
  return {
    en: `Nothing was stored. Correct the ${bad === 1 ? 'row' : 'rows'}, or give --accept-good to store the others.`,
    zh: '没有写入任何事件。请改正这些行，或用 --accept-good 只写入其余的行。',
  };
}
