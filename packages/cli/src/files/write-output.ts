import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cliProblem } from '../cli-problem.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { refused, type Shell } from '../shell.js';

/** Data to a file, or to standard output where none is named. */
export async function writeOutput(shell: Shell, file: string | undefined, text: string): Promise<ExitCode> {
  const ended = text.endsWith('\n') ? text : `${text}\n`;
  if (file === undefined || file === '-') {
    shell.print(ended);
    return EXIT.fine;
  }
  try {
    await writeFile(path.resolve(shell.io.cwd, file), ended);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!/^E[A-Z]+$/.test(code)) throw error;
    return shell.refuse(refused(EXIT.missing, cliProblem('output-unwritable', { file, why: code })));
  }
  shell.say({ en: `Written to ${file}.`, zh: `已写入 ${file}。` });
  return EXIT.fine;
}
