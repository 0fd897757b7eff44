import { type Ledger, parseEvents, parseRubric, type Result, type Rubric } from '@meritlog/core';
import { EXIT } from '../exit-code.js';
import { type Loaded, loaded, refused, type Shell } from '../shell.js';
import { documentProblem } from './event-text.js';
import { kindOf } from './kind.js';
import { readLedger } from './ledger.js';
import { nameOf, readText } from './read-text.js';

/** A rubric from a file, checked. Its warnings are counted on standard error. */
export async function loadRubric(shell: Shell, file: string): Promise<Loaded<Rubric>> {
  const text = await readText(shell, file);
  if (!text.ok) return text;
  const rubric = asLoaded(parseRubric(text.value, { file: nameOf(file) }));
  if (rubric.ok && rubric.value.warnings.length > 0) {
    const count = rubric.value.warnings.length;
    shell.say({
      en: `Reading ${file} gave ${count} warning${count === 1 ? '' : 's'}; \`meritlog check ${file}\` shows ${count === 1 ? 'it' : 'them'}, and what analysing it finds besides.`,
      zh: `读取 ${file} 时有 ${count} 条提醒；用 \`meritlog check ${file}\` 查看，该命令还会作分析，并列出由此发现的问题。`,
    });
  }
  return rubric;
}

/** Events from JSON Lines, a JSON array or a SQLite ledger, checked against the rubric. */
export async function loadEvents(shell: Shell, rubric: Rubric, file: string): Promise<Loaded<Ledger>> {
  await shell.progress.step({ en: `reading ${file}`, zh: `正在读取 ${file}` });
  const ledger = (await kindOf(shell.io, file)) === 'ledger';
  const input = ledger ? await readLedger(shell, file) : await readText(shell, file);
  if (!input.ok) return input;
  const strange = typeof input.value === 'string' ? documentProblem(input.value, nameOf(file)) : undefined;
  if (strange !== undefined) return refused(EXIT.invalid, strange);
  await shell.progress.step({ en: `checking the events of ${file}`, zh: `正在检查 ${file} 的事件` });
  return asLoaded(parseEvents(rubric, input.value, { file: nameOf(file) }));
}

/** What breaks its own rules is an invalid input. */
export function asLoaded<T>(result: Result<T>): Loaded<T> {
  return result.ok ? loaded(result.value) : { ok: false, exit: EXIT.invalid, problems: result.problems };
}
