// Mutation tests of the files named, e.g. `npm run mutation -- packages/core/src/model/num-round.ts`. Stryker is no part
// of the set-up, as few need it: it is installed into a copy of the checkout, which is mutated there and then removed.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';

const root = path.resolve(import.meta.dirname, '..');
const mutate = process.argv.slice(2);
if (mutate.length === 0) {
  console.error('Name the files to mutate: npm run mutation -- packages/core/src/model/num-round.ts');
  process.exit(1);
}

const copy = mkdtempSync(path.join(os.tmpdir(), 'meritlog-mutation-'));
try {
  process.exitCode = runIn(copy);
} finally {
  rmSync(copy, { recursive: true, force: true });
}

function runIn(dir) {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  for (const file of execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean)) {
    cpSync(path.join(root, file), path.join(dir, file));
  }
  writeFileSync(path.join(dir, 'vitest.mutation.config.ts'), config());
  const plugins = ['@stryker-mutator/vitest-runner'];
  const how = { plugins, testRunner: 'vitest', inPlace: true, coverageAnalysis: 'perTest', concurrency: 2 };
  const vitest = { configFile: 'vitest.mutation.config.ts', related: true };
  writeFileSync(
    path.join(dir, 'stryker.config.json'),
    JSON.stringify({ ...how, mutate, vitest, reporters: ['clear-text'] }),
  );
  const { packageManager } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const stryker = ['@stryker-mutator/core@9.6.1', '@stryker-mutator/vitest-runner@9.6.1'];
  const pnpm = `npx --yes ${packageManager} --prefer-offline`;
  return (
    shell(`${pnpm} install --frozen-lockfile`, dir) ||
    shell(`${pnpm} add -w -D ${stryker.join(' ')} --config.catalogMode=manual`, dir) ||
    shell('node node_modules/@stryker-mutator/core/bin/stryker.js run', dir)
  );
}

/** Unit tests only, without projects, of which Stryker knows nothing. */
function config() {
  return `import config from './vitest.config.js';
const include = ['packages/*/test/**/*.test.ts'];
const exclude = ['**/*.e2e.test.ts', 'packages/checks/**', '**/node_modules/**'];
export default { resolve: config.resolve, test: { include, exclude } };
`;
}

function shell(command, cwd) {
  return spawnSync(command, { cwd, shell: true, stdio: 'inherit' }).status ?? 1;
}
