import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { pnpm, run, tsc } from './commands.js';
import { forCommonJs } from './readme.js';
import { manifest, publicPackages, root } from './repository.js';

/** Packs every published package as it would go to a registry; gives the files by package name. */
export async function packAll(into: string): Promise<Record<string, string>> {
  const names = publicPackages();
  const filters = names.map((name) => `--filter=@meritlog/${name}`);
  await pnpm([...filters, 'pack', '--pack-destination', into], root);
  return Object.fromEntries(
    names.map((name) => [`@meritlog/${name}`, path.join(into, `meritlog-${name}-${manifest(name).version}.tgz`)]),
  );
}

/** Makes three empty projects, `esm`, `cjs` and `page`, with nothing but the packed packages installed. */
export async function installInto(dir: string, tarballs: Record<string, string>): Promise<void> {
  const packed = Object.fromEntries(Object.entries(tarballs).map(([name, file]) => [name, `file:${file}`]));
  const { '@meritlog/core': core = '' } = packed;
  const all = { ...packed, 'fast-check': '^4.0.0' };
  project(dir, 'esm', { type: 'module', dependencies: all });
  project(dir, 'cjs', { type: 'commonjs', dependencies: all });
  project(dir, 'page', { type: 'module', dependencies: { '@meritlog/core': core } });
  const overrides = Object.entries(packed).map(([name, file]) => `  '${name}': '${file}'`);
  const built = ['allowBuilds:', "  '@photostructure/sqlite': false"];
  const workspace = ['packages: [esm, cjs, page]', 'overrides:', ...overrides, ...built, ''];
  writeFileSync(path.join(dir, 'pnpm-workspace.yaml'), workspace.join('\n'));
  await pnpm(['install', '--prefer-offline', '--no-frozen-lockfile', '--ignore-scripts'], dir);
}

function project(dir: string, name: string, more: object): void {
  mkdirSync(path.join(dir, name), { recursive: true });
  writeFileSync(path.join(dir, name, 'package.json'), JSON.stringify({ name, private: true, ...more }));
}

/** Type-checks code in a project as strictly as users do, compiles it, runs it, and gives what it printed. */
export async function compileAndRun(dir: string, code: string): Promise<string> {
  const { type } = JSON.parse(readFileSync(path.join(dir, 'package.json'), 'utf8'));
  const compilerOptions = { target: 'ES2022', lib: ['ES2023', 'DOM'], module: 'NodeNext', types: [], strict: true };
  writeFileSync(path.join(dir, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['main.ts'] }));
  writeFileSync(path.join(dir, 'main.ts'), type === 'module' ? code : forCommonJs(code));
  await tsc(['-p', '.'], dir);
  return run(process.execPath, ['main.js'], dir);
}
