import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runCli } from '@meritlog/cli';
import { type Block, type Page, withTexts } from './doc-blocks.js';
import { root } from './repository.js';

const home = path.join(root, 'packages/cli');
const PROMPT = '$ meritlog ';

/**
 * A page as it would be if every command in it were run now, in a folder of its own: what stands below a `$ meritlog`
 * line is what that prints. A block below `<!-- file: name -->` is written to that file first.
 */
export async function replayed(page: Page): Promise<string> {
  const texts = new Map<Block, string>();
  await inFolder(page, async (folder) => {
    for (const block of page.blocks) {
      if (block.language === 'console') texts.set(block, await session(block.text, folder, languageOf(page)));
      else prepare(block, folder);
    }
  });
  return withTexts(page, texts);
}

/** Lines of `sh` blocks that run the command; they are run for their exit code alone. */
export function plainCommands({ blocks }: Page): readonly string[] {
  return linesOf(blocks).filter((line) => line.startsWith('meritlog '));
}

/** What `sh` blocks run by npm. */
export function npmScripts({ blocks }: Page): readonly string[] {
  return linesOf(blocks).flatMap((line) => /^npm (?:run )?([a-z]+)/.exec(line)?.[1] ?? []);
}

/** The commands that fail, with what they say. */
export async function failing(page: Page, commands: readonly string[]): Promise<readonly string[]> {
  const said: string[] = [];
  await inFolder(page, async (folder) => {
    for (const command of commands) {
      const { exit, printed } = await run(command.slice('meritlog '.length), folder, 'en');
      if (exit !== 0 && exit !== 2) said.push(`${page.file}: ${command} ends with ${exit}: ${printed}`);
    }
  });
  return said;
}

/** A folder with the files beside the page, where it is an example's, and with all examples below `examples/`. */
async function inFolder(page: Page, work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'meritlog-docs-'));
  try {
    const from = path.dirname(page.file);
    if (/^(?:examples|packages\/cli\/templates)\//.test(page.file)) {
      for (const name of ['rubric.json', 'events.jsonl']) cpSync(path.join(root, from, name), path.join(folder, name));
    }
    symlinkSync(path.join(root, 'examples'), path.join(folder, 'examples'), 'junction');
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function prepare({ note, text, line }: Block, folder: string): void {
  const file = /^file: (\S+)$/.exec(note)?.[1];
  if (file !== undefined) writeFileSync(path.join(folder, file), text);
  const edition = /^further edition in (\S+)$/.exec(note)?.[1];
  if (edition !== undefined) addEdition(path.join(folder, edition), text);
  const quoted = /^from (\S+)$/.exec(note)?.[1];
  if (quoted === undefined) return;
  const whole: unknown = JSON.parse(readFileSync(path.join(folder, quoted), 'utf8'));
  const [[name, shown] = ['', undefined]] = Object.entries(JSON.parse(`{${text}}`));
  if (!isShown(whole, name, shown)) throw new Error(`line ${line} shows what ${quoted} does not hold`);
}

/** Does what a reader is told to do: brackets around the file, a comma, the new document. */
function addEdition(file: string, document: string): void {
  writeFileSync(file, `[${readFileSync(file, 'utf8').trim()},\n${document}]\n`);
}

/** Whether a document has, somewhere, a property of this name that holds at least what is shown. */
function isShown(within: unknown, name: string, shown: unknown): boolean {
  if (typeof within !== 'object' || within === null) return false;
  return Object.entries(within).some(
    ([key, part]) => (key === name && holds(part, shown)) || isShown(part, name, shown),
  );
}

function holds(whole: unknown, part: unknown): boolean {
  if (Array.isArray(part) || typeof part !== 'object' || part === null || typeof whole !== 'object' || whole === null) {
    return JSON.stringify(whole) === JSON.stringify(part);
  }
  const inside = new Map(Object.entries(whole));
  return Object.entries(part).every(([key, value]) => holds(inside.get(key), value));
}

function languageOf({ file }: Page): 'en' | 'zh' {
  return file.endsWith('.zh.md') ? 'zh' : 'en';
}

function linesOf(blocks: readonly Block[]): readonly string[] {
  return blocks
    .filter(({ language }) => language === 'sh')
    .flatMap(({ text }) => text.split('\n'))
    .map((line) => line.replace(/\s+#.*$/, ''));
}

async function session(text: string, folder: string, language: 'en' | 'zh'): Promise<string> {
  const lines = text.split('\n').filter((line) => line.startsWith('$ '));
  const parts: string[] = [];
  for (const line of lines) {
    if (!line.startsWith(PROMPT)) throw new Error(`only meritlog is run here, not: ${line}`);
    const { printed } = await run(line.slice(PROMPT.length), folder, language);
    parts.push(line, ...(printed.trimEnd() === '' ? [] : [printed.trimEnd()]));
  }
  return `${parts.join('\n')}\n`;
}

async function run(words: string, cwd: string, language: 'en' | 'zh'): Promise<{ exit: number; printed: string }> {
  let printed = '';
  const sink = { write: (text: string) => (printed += text) };
  const exit = await runCli(words.split(' '), {
    stdout: sink,
    stderr: sink,
    stdin: (async function* (): AsyncIterable<string> {})(),
    env: { LANG: language === 'zh' ? 'zh_CN.UTF-8' : 'en_GB.UTF-8' },
    cwd,
    isTTY: { stdin: false, stdout: false, stderr: false },
    home,
  });
  return { exit, printed };
}
