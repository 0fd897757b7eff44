// Everything that must hold: format, lint, types, unused code, then all tests (layers, house style and package checks
// are among them). The quick steps run side by side; every step runs to its end, so that one run tells all problems.
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const root = path.resolve(import.meta.dirname, '..');
const cache = path.join(root, 'node_modules/.cache/meritlog');
const report = path.join(cache, 'vitest.json');
const env = { ...process.env, PATH: `${path.join(root, 'node_modules/.bin')}${path.delimiter}${process.env.PATH}` };
rmSync(cache, { recursive: true, force: true });
mkdirSync(cache, { recursive: true });

const style = step('format and lint', 'biome ci --colors=off --log-level=warn .');
const build = step('types and build', 'npm run --silent build');
const early = await Promise.all([style, build]);
early.push(await step('unused code', 'knip --no-progress'));
const built = early.every(({ name, ok }) => ok || name !== 'types and build');
if (!built) console.log('The packed packages are not tested, as the build failed.');
const vitest = `vitest run --reporter=default --reporter=json --outputFile.json=${JSON.stringify(report)}`;
const tests = await step('tests', built ? vitest : `${vitest} --project unit`, true);

const steps = [...early, tests];
writeFileSync(path.join(cache, 'steps.json'), JSON.stringify(steps));
for (const { name, ok, seconds } of steps) console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds.toFixed(1)} s)`);
process.exitCode = steps.every(({ ok }) => ok) ? 0 : 1;

/** Runs a command; what it prints comes in one piece when it ends, or at once where `live`. */
function step(name, command, live = false) {
  const started = performance.now();
  return new Promise((resolve) => {
    const stdio = live ? 'inherit' : ['ignore', 'pipe', 'pipe'];
    const child = spawn(command, { cwd: root, env, shell: true, stdio });
    const parts = [];
    child.stdout?.on('data', (part) => parts.push(part));
    child.stderr?.on('data', (part) => parts.push(part));
    child.on('close', (code) => {
      if (parts.length > 0) process.stdout.write(Buffer.concat(parts));
      resolve({ name, ok: code === 0, seconds: (performance.now() - started) / 1000 });
    });
  });
}
