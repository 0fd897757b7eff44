import { parseInstant } from '@meritlog/core/parse';
import { exportLines } from '@meritlog/import';
import { cliProblem } from '../cli-problem.js';
import type { Call, CommandSpec } from '../command.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { withLedger } from '../files/ledger.js';
import { writeLines } from '../files/write-lines.js';
import { refused, type Shell } from '../shell.js';

export const exportLedger: CommandSpec = {
  name: 'export',
  about: {
    en: 'Write a ledger as JSON Lines, each event with the time it was recorded.',
    zh: '将台账导出为 JSON Lines，每个事件都带入账时间。',
  },
  more: {
    en: 'Restored with `meritlog import --restore`, it is the same ledger and gives the same digests. The file appears when all of it is written.',
    zh: '用 `meritlog import --restore` 恢复后，台账及其摘要值均相同。全部写完后文件才会出现。',
  },
  arguments: [{ name: '<ledger>', about: { en: 'the SQLite file', zh: 'SQLite 台账文件' } }],
  options: [
    { flags: '-o, --output <file>', about: { en: 'write to a file', zh: '写入文件' } },
    {
      flags: '--known-at <when>',
      about: { en: 'only what had been recorded by this instant', zh: '只导出截至此时刻已入账的事件' },
    },
  ],
  examples: [
    { line: 'meritlog export ledger.db -o backup.jsonl', about: { en: 'a backup', zh: '备份' } },
    {
      line: 'meritlog import backup.jsonl --restore --ledger copy.db',
      about: { en: 'and back, into a new ledger', zh: '恢复到新的台账' },
    },
  ],
  run: runExport,
};

async function runExport(call: Call, shell: Shell): Promise<ExitCode> {
  const [ledger = ''] = call.arguments;
  const knownAt = call.option('known-at');
  if (knownAt !== undefined && !('instant' in parseInstant(knownAt))) {
    const facts = { name: '--known-at', value: knownAt, choices: '2026-06-30T23:59:59+08:00' };
    return shell.refuse(refused(EXIT.usage, cliProblem('option-value', facts)));
  }
  await shell.progress.step({ en: `exporting ${ledger}`, zh: `正在导出 ${ledger}` });
  const written = await withLedger(shell, ledger, true, (store) =>
    writeLines(shell, call.option('output'), exportLines(store, knownAt === undefined ? {} : { knownAt })),
  );
  if (!written.ok) return shell.refuse(written);
  const { value: count } = written;
  const file = call.option('output') ?? '-';
  if (file !== '-') {
    shell.say({
      en: `${count} event${count === 1 ? '' : 's'} written to ${file}.`,
      zh: `已将 ${count} 个事件写入 ${file}。`,
    });
  }
  return EXIT.fine;
}
