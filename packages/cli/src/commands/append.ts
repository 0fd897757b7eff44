import type { Bilingual } from '@meritlog/core';
import type { Call, CommandSpec } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { checkAgainst } from '../files/append-check.js';
import { eventLines } from '../files/event-lines.js';
import { withLedger } from '../files/ledger.js';
import { nameOf, readText } from '../files/read-text.js';
import { type Stored, storeLines } from '../files/store-lines.js';
import type { Shell } from '../shell.js';

export const append: CommandSpec = {
  name: 'append',
  about: { en: 'Append events to a ledger in one SQLite file.', zh: '将事件追加到 SQLite 台账文件。' },
  more: {
    en: 'All events are stored, or none. Events that the ledger has already are passed over and counted. The ledger is made where there is none, and stamps each event with the time of recording.',
    zh: '事件要么全部写入，要么一个也不写入。台账中已有的事件会跳过并计数。台账不存在时会新建；每个事件都会记下入账时间。',
  },
  arguments: [
    { name: '<ledger>', about: { en: 'the SQLite file', zh: 'SQLite 文件' } },
    {
      name: '<events>',
      about: { en: 'events as JSON Lines, or - for standard input', zh: 'JSON Lines 事件文件，或以 - 表示标准输入' },
    },
  ],
  options: [
    { flags: '--rubric <file>', about: { en: 'check the events against this rubric first', zh: '先按此规则校验事件' } },
    {
      flags: '--preserve-recorded',
      about: {
        en: 'keep the recordedtime of each event, for restores and imports',
        zh: '保留每个事件的 recordedtime，用于恢复和导入',
      },
    },
    {
      flags: '--format <form>',
      choices: ['text', 'json'],
      about: { en: 'form of the counts and of problems', zh: '计数和问题的输出格式' },
    },
  ],
  examples: [
    {
      line: 'meritlog append ledger.db june.jsonl --rubric rubric.json',
      about: { en: 'check first, then store all', zh: '先校验，再全部写入' },
    },
    { line: 'meritlog append ledger.db - < june.jsonl', about: { en: 'from a pipe', zh: '从管道读取' } },
    {
      line: 'meritlog append copy.db backup.jsonl --preserve-recorded',
      about: { en: 'restore a backup', zh: '恢复备份' },
    },
  ],
  run: runAppend,
};

async function runAppend(call: Call, shell: Shell): Promise<ExitCode> {
  const [ledger = '', input = ''] = call.arguments;
  const text = await readText(shell, input);
  if (!text.ok) return shell.refuse(text);
  const lines = eventLines(text.value, nameOf(input));
  if (!lines.ok) return shell.refuse(lines);
  const rubric = call.option('rubric');
  if (rubric !== undefined) {
    // Before the ledger is made, so that a refused first append leaves no empty one behind.
    const checked = await checkAgainst(shell, rubric, ledger, { text: text.value, file: nameOf(input) });
    if (!checked.ok) return shell.refuse(checked);
  }
  await shell.progress.step({ en: `appending to ${ledger}`, zh: `正在追加到 ${ledger}` });
  const preserveRecorded = call.flag('preserve-recorded');
  const stored = await withLedger(shell, ledger, false, (store) =>
    storeLines(store, lines.value, preserveRecorded, nameOf(input)),
  );
  if (!stored.ok) return shell.refuse(stored);
  if (call.option('format') === 'json') shell.print(JSON.stringify(stored.value));
  else shell.say(report(stored.value, ledger));
  return EXIT.fine;
}

function report({ appended, duplicates, position }: Stored, ledger: string): Bilingual {
  const known =
    duplicates === 0
      ? ['', '']
      : [
          `; ${duplicates} duplicate${duplicates === 1 ? ' was' : 's were'} passed over`,
          `；跳过 ${duplicates} 个重复事件`,
        ];
  if (appended === 0 && duplicates === 0) return { en: 'There are no events to append.', zh: '没有可追加的事件。' };
  return {
    en: `${appended} event${appended === 1 ? '' : 's'} appended to ${ledger}${known[0]}. It now holds ${position}.`,
    zh: `已向 ${ledger} 追加 ${appended} 个事件${known[1]}。台账现有 ${position} 个事件。`,
  };
}
