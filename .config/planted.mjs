// Plants each fault of packages/core/test/faults in turn and runs the tests that must catch it. The work tree stays as it is.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { transformWithOxc } from 'vite';

const root = path.resolve(import.meta.dirname, '..');
const list = path.join(root, 'packages/core/test/faults/faults.ts');
const { code } = await transformWithOxc(readFileSync(list, 'utf8'), list);
const { FAULTS } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
const survivors = [];
let next = 0;

await Promise.all([work(), work()]);
console.log(`${FAULTS.length} planted, ${FAULTS.length - survivors.length} caught, ${survivors.length} survived`);
for (const name of survivors.sort()) console.log(`survived: ${name}`);
process.exitCode = survivors.length === 0 ? 0 : 1;

async function work() {
  while (next < FAULTS.length) {
    const index = next++;
    if (!(await isCaught(index))) survivors.push(`${FAULTS[index].file}: ${FAULTS[index].name}`);
  }
}

/** One file after the other, the cheapest first, until one is red. */
async function isCaught(index) {
  for (const file of FAULTS[index].caughtBy) if (!(await passes(index, `packages/core/test/${file}`))) return true;
  return false;
}

function passes(index, file) {
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
  const args = [vitest, 'run', '--config', 'packages/core/test/faults/vitest.config.ts', file];
  const env = { ...process.env, MERITLOG_FAULT: String(index) };
  return new Promise((resolve) => {
    const run = spawn(process.execPath, args, { cwd: root, env, stdio: 'ignore', timeout: 120_000 });
    run.on('close', (status) => resolve(status === 0));
  });
}
