import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { cliProblem } from '../cli-problem.js';
import { EXIT } from '../exit-code.js';
import { type Loaded, loaded, refused, type Shell } from '../shell.js';

/**
 * Writes lines as they come, to a file or to standard output, and counts them. A file has its name only once it is
 * whole and on disk, so that half a backup never looks like one.
 */
export async function writeLines(
  shell: Shell,
  file: string | undefined,
  lines: AsyncIterable<string>,
): Promise<Loaded<number>> {
  if (file === undefined || file === '-') return loaded(await passOn(lines, async (text) => shell.print(text)));
  const whole = path.resolve(shell.io.cwd, file);
  const part = `${whole}.part`;
  try {
    const handle = await open(part, 'w');
    try {
      const count = await passOn(lines, async (text) => void (await handle.write(text)));
      await handle.sync();
      await handle.close();
      await rename(part, whole);
      return loaded(count);
    } catch (error) {
      await handle.close().catch(() => undefined);
      await rm(part, { force: true });
      throw error;
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!/^E[A-Z]+$/.test(code)) throw error;
    return refused(EXIT.missing, cliProblem('output-unwritable', { file, why: code }));
  }
}

async function passOn(lines: AsyncIterable<string>, write: (text: string) => Promise<void>): Promise<number> {
  let count = 0;
  for await (const text of lines) {
    await write(text);
    for (const character of text) if (character === '\n') count += 1;
  }
  return count;
}
