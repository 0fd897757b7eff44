import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { root } from './repository.js';

/** Runs a program to its end and gives what it printed; fails with all of its output where it fails. */
export function run(command: string, args: readonly string[], cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const shell = process.platform === 'win32' && command !== process.execPath;
    const child = spawn(command, args, { cwd, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      printed += part;
    });
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      said += part;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(printed);
      else reject(new Error(`${command} ${args.join(' ')} ended with ${code}\n${printed}\n${said}`));
    });
  });
}

/** The pnpm that package.json pins, as it filled the workspace. */
export function pnpm(args: readonly string[], cwd: string): Promise<string> {
  const { packageManager } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return run('npx', ['--yes', '--prefer-offline', packageManager, ...args], cwd);
}

/** The TypeScript compiler of this workspace. */
export function tsc(args: readonly string[], cwd: string): Promise<string> {
  return run(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), ...args], cwd);
}
