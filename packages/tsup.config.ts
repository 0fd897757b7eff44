import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { defineConfig, type Options } from 'tsup';

const both = ['core', 'reference', 'store-contract', 'import', 'store-sqlite', 'store-postgres', 'store-nats', 'cli'];
for (const name of [...both, 'local-postgres', 'local-nats', 'bench']) removeStale(name);

export default defineConfig([
  pkg('core', ['index', 'model/index', 'parse/index', 'store/index', 'testing/index']),
  pkg('reference', ['index'], {
    noExternal: ['json-rules-engine'],
    esbuildOptions,
    esbuildPlugins: [withoutJsonPath()],
  }),
  pkg('store-contract', ['index']),
  pkg('import', ['index'], { platform: 'node' }),
  pkg('store-sqlite', ['index'], { platform: 'node' }),
  pkg('store-postgres', ['index'], { platform: 'node' }),
  pkg('store-nats', ['index'], { platform: 'node' }),
  pkg('cli', ['index'], { platform: 'node' }),
  program('cli', 'bin'),
  program('local-postgres', 'index'),
  program('local-nats', 'index'),
  program('bench', 'index'),
]);

/** A library, as ESM and CommonJS. `tsc -b` has written its .d.ts files already. */
function pkg(name: string, entry: string[], more: Options = {}): Options {
  return {
    name,
    entry: entry.map((file) => `packages/${name}/src/${file}.ts`),
    outDir: `packages/${name}/dist`,
    tsconfig: `packages/${name}/tsconfig.json`,
    format: ['esm', 'cjs'],
    target: 'node20',
    platform: 'neutral',
    removeNodeProtocol: false,
    dts: false,
    clean: false,
    external: [/^@meritlog\//, /^node:/, ...dependenciesOf(name)],
    onSuccess: async () => writeCommonJsTypes(`packages/${name}/dist`),
    ...more,
  };
}

/** What the package says it needs is installed beside it and never bundled; tsup itself looks only at the root. */
function dependenciesOf(name: string): RegExp[] {
  const {
    dependencies = {},
    optionalDependencies = {},
    peerDependencies = {},
  } = JSON.parse(readFileSync(`packages/${name}/package.json`, 'utf8'));
  return Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies }).map(
    (needed) => new RegExp(`^${needed}(/|$)`),
  );
}

/** Something that is only ever started, never imported: ESM is enough. */
function program(name: string, entry: string): Options {
  return pkg(name, [entry], { format: ['esm'], platform: 'node', onSuccess: async () => {} });
}

/** What an earlier build left behind must not be packed: chunks, and types whose source is gone. */
function removeStale(name: string): void {
  const sources = new Set(filesIn(`packages/${name}/src`));
  for (const file of filesIn(`packages/${name}/dist`)) {
    const declared = /^(.+)\.d\.(?:c?ts|ts\.map)$/.exec(file);
    const stale = declared ? !sources.has(`${declared[1]}.ts`) : /(^|\/)chunk-[^/]+$/.test(file);
    if (stale) rmSync(`packages/${name}/dist/${file}`);
  }
}

/** `tsc -b` has written one .d.ts for each source file; a CommonJS reader needs the same as .d.cts. */
function writeCommonJsTypes(dir: string): void {
  for (const file of filesIn(dir).filter((name) => name.endsWith('.d.ts'))) {
    const text = readFileSync(`${dir}/${file}`, 'utf8')
      .replace(/(from |import\()(['"])(\.[^'"]+)\.js\2/g, '$1$2$3.cjs$2')
      .replace(/\n\/\/# sourceMappingURL=.*$/m, '');
    writeFileSync(`${dir}/${file.replace(/\.d\.ts$/, '.d.cts')}`, text);
  }
}

function filesIn(dir: string): string[] {
  try {
    return readdirSync(dir, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
  } catch {
    return [];
  }
}

/** json-rules-engine and what it needs are CommonJS packages, which esbuild finds by `main`. */
function esbuildOptions(options: { mainFields?: string[] }): void {
  options.mainFields = ['module', 'main'];
}

/** jsonpath-plus runs code it finds in a path; the bundle carries a refusal in its place. */
function withoutJsonPath(): NonNullable<Options['esbuildPlugins']>[number] {
  return {
    name: 'without-jsonpath-plus',
    setup(build) {
      build.onResolve({ filter: /^jsonpath-plus$/ }, () => ({ path: 'jsonpath-plus', namespace: 'refused' }));
      build.onLoad({ filter: /.*/, namespace: 'refused' }, () => ({
        contents: "exports.JSONPath = () => { throw new Error('jsonpath-plus is left out: pass a path resolver'); };",
      }));
    },
  };
}
