import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { publicPackages, root, trackedFiles } from '../src/repository.js';

type Dependencies = Readonly<Record<string, string>>;
type Manifest = Readonly<{
  license: string;
  engines: object;
  scripts?: Readonly<Record<string, string>>;
  dependencies?: Dependencies;
  devDependencies?: Dependencies;
  optionalDependencies?: Dependencies;
}>;

const files = trackedFiles().filter((file) => /^(?:packages\/[^/]+\/)?package\.json$/.test(file));
const read = (file: string): Manifest => JSON.parse(readFileSync(path.join(root, file), 'utf8'));

test.each(files)('%s takes its versions from the catalog', (file) => {
  const { dependencies, devDependencies, optionalDependencies } = read(file);
  const strays = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
    .filter(([, version]) => version !== 'catalog:' && version !== 'workspace:*')
    .map(([name, version]) => `${name} ${version}`);
  expect(strays).toEqual([]);
});

test.each(publicPackages())(
  '%s has the licence and the engines of the root, and runs nothing when installed',
  (name) => {
    const { license, engines } = read('package.json');
    const own = read(`packages/${name}/package.json`);
    expect(own).toMatchObject({ license, engines });
    expect(Object.keys(own.scripts ?? {}).filter((script) => /install|prepare/.test(script))).toEqual([]);
  },
);

test('the lockfile names no registry', () => {
  expect(readFileSync(path.join(root, 'pnpm-lock.yaml'), 'utf8')).not.toMatch(/https?:\/\//);
});
