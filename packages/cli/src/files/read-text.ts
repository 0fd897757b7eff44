import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { cliProblem } from '../cli-problem.js';
import { EXIT } from '../exit-code.js';
import { type Loaded, loaded, refused, type Shell } from '../shell.js';

/** How problems call standard input. */
const STDIN = '<stdin>';

/** The text of a file, or of standard input for `-`; remembered, so that problems can show its lines. */
export async function readText(shell: Shell, file: string): Promise<Loaded<string>> {
  const name = nameOf(file);
  const known = file === '-' ? shell.sources.get(STDIN) : undefined;
  if (known !== undefined) return loaded(known);
  const bytes = await readBytes(shell, file);
  if (!bytes.ok) return bytes;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.value);
    shell.sources.set(name, text);
    return loaded(text);
  } catch (error) {
    return unreadable(error, name);
  }
}

/** The bytes of a file, or of standard input for `-`. */
export async function readBytes(shell: Shell, file: string): Promise<Loaded<Uint8Array>> {
  if (file === '-' && shell.io.isTTY.stdin) return refused(EXIT.usage, cliProblem('input-from-terminal'));
  try {
    return loaded(
      file === '-' ? await everythingFrom(shell.io.stdin) : await readFile(path.resolve(shell.io.cwd, file)),
    );
  } catch (error) {
    return unreadable(error, nameOf(file));
  }
}

/** A file as problems name it: as it was given. */
export function nameOf(file: string): string {
  return file === '-' ? STDIN : file;
}

async function everythingFrom(stdin: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin) chunks.push(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk);
  return Buffer.concat(chunks);
}

function unreadable(error: unknown, name: string): Loaded<never> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
    return refused(EXIT.invalid, cliProblem('input-not-utf8', { file: name }, { file: name }));
  }
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return refused(EXIT.missing, cliProblem('input-missing', { file: name }));
  if (code === 'EISDIR') return refused(EXIT.usage, cliProblem('input-folder', { file: name }));
  if (!/^E[A-Z]+$/.test(code)) throw error;
  return refused(EXIT.missing, cliProblem('input-unreadable', { file: name, why: code }));
}
