import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runCli } from '@meritlog/cli';
import { root } from './repository.js';

export const galleryFolder: string = path.join(root, 'examples/gallery');

/** The schemes of the gallery, by folder name. */
export const galleryNames: readonly string[] = readdirSync(galleryFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

export function galleryText(name: string, file: string): string {
  return readFileSync(path.join(galleryFolder, name, file), 'utf8');
}

export interface CommandEnd {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command in the folder of a scheme of the gallery. */
export async function galleryCommand(name: string, words: readonly string[]): Promise<CommandEnd> {
  let [out, err] = ['', ''];
  const exit = await runCli(words, {
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    stdin: (async function* (): AsyncIterable<string> {})(),
    env: { LANG: 'en_GB.UTF-8' },
    cwd: path.join(galleryFolder, name),
    isTTY: { stdin: false, stdout: false, stderr: false },
    home: path.join(root, 'packages/cli'),
  });
  return { exit, out, err };
}
