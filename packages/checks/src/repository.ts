import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Doors, Source } from './layers.js';

/** The root of the checkout. */
export const root: string = path.resolve(import.meta.dirname, '../../..');

/** The packages that are published, by folder name. */
export function publicPackages(): string[] {
  return folders().filter((name) => manifest(name).private !== true);
}

/** All TypeScript below packages/<name>/src and packages/<name>/test. */
export function sources(from: string = path.join(root, 'packages')): Source[] {
  return readdirSync(from, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => ['src', 'test'].map((part) => `${name}/${part}`))
    .filter((dir) => existsSync(path.join(from, dir)))
    .flatMap((dir) => filesBelow(path.join(from, dir)).map((file) => `${dir}/${file}`))
    .filter((file) => /\.[cm]?tsx?$/.test(file))
    .map((file) => ({ file, text: readFileSync(path.join(from, file), 'utf8') }));
}

/** What each package exports. */
export function doors(): Doors {
  return Object.fromEntries(folders().map((name) => [name, Object.keys(manifest(name).exports ?? {})]));
}

/** Every file that is committed or about to be, by its path from the root. */
export function trackedFiles(): string[] {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const listed = execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\0');
  return listed.filter((file) => file !== '' && existsSync(path.join(root, file)));
}

type Manifest = { private?: boolean; version: string; exports?: Record<string, unknown> };

export function manifest(name: string): Manifest {
  return JSON.parse(readFileSync(path.join(root, 'packages', name, 'package.json'), 'utf8'));
}

function folders(): string[] {
  const packages = path.join(root, 'packages');
  return readdirSync(packages).filter((name) => existsSync(path.join(packages, name, 'package.json')));
}

function filesBelow(dir: string): string[] {
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}
