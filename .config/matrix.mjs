// Runs the built packages under every runtime we promise, from the npm packages of these runtimes: a smoke (every door
// opens, the code of the README prints what it says) in all, the unit tests too where vitest runs. Needs the network once.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';

const root = path.resolve(import.meta.dirname, '..');
const checks = path.join(root, 'packages/checks'); // sees all packages by name, as a user would
const dir = path.join(checks, 'node_modules/.cache/matrix');
const smoke = path.join(dir, 'smoke.mjs');
const vitest = 'node_modules/vitest/vitest.mjs run --project unit --reporter=dot';

const runtimes = [
  ...['22', '24', '26'].flatMap((major) => [
    { name: `Node ${major}`, what: 'smoke', command: node(major, `node ${quote(smoke)}`) },
    { name: `Node ${major}`, what: 'unit tests', command: node(major, `node ${vitest}`) },
  ]),
  { name: 'Deno', what: 'smoke', command: `npx --yes deno@2.9.6 run -A --no-lock ${quote(smoke)}` },
  { name: 'Bun', what: 'smoke', command: `npx --yes bun@1.4.4 ${quote(smoke)}` },
];

await writeSmoke();
const asked = process.argv.slice(2).map((name) => name.toLowerCase());
const chosen = runtimes.filter(({ name }) => asked.length === 0 || asked.includes(name.toLowerCase()));
const results = chosen.map(attempt);
console.log(`\n${'runtime'.padEnd(10)}${'what'.padEnd(12)}${'result'.padEnd(8)}seconds`);
for (const { name, what, ok, seconds } of results) {
  console.log(`${name.padEnd(10)}${what.padEnd(12)}${(ok ? 'ok' : 'FAILED').padEnd(8)}${seconds.toFixed(1)}`);
}
process.exitCode = results.length > 0 && results.every(({ ok }) => ok) ? 0 : 1;

function node(major, command) {
  return `npx --yes -p node@${major} -c ${quote(command)}`;
}

function quote(text) {
  return process.platform === 'win32' ? JSON.stringify(text) : `'${text.replaceAll("'", `'\\''`)}'`;
}

function attempt({ name, what, command }) {
  console.log(`\n${name}, ${what}`);
  const started = performance.now();
  const run = spawnSync(command, { cwd: root, shell: true, stdio: ['ignore', 'inherit', 'inherit'] });
  return { name, what, ok: run.status === 0, seconds: (performance.now() - started) / 1000 };
}

/** A script that opens every door of every published package, then runs the code of the README and compares. */
async function writeSmoke() {
  const [code, prints] = readme();
  const { transformWithOxc } = createRequire(path.join(checks, 'package.json'))('vite');
  const main = await transformWithOxc(code, 'main.ts');
  mkdirSync(dir, { recursive: true });
  writeFileSync(path.join(dir, 'main.mjs'), main.code);
  const script = `
const printed = [];
for (const name of ${JSON.stringify(doors())}) await import(name);
const log = console.log;
console.log = (...parts) => printed.push(parts.join(' ') + '\\n');
await import('./main.mjs');
console.log = log;
const wanted = ${JSON.stringify(prints)};
if (wanted !== null && printed.join('') !== wanted) throw new Error('printed ' + printed.join('') + 'instead of ' + wanted);
console.log(${JSON.stringify(`${doors().length} doors open, the code of the README runs`)});
`;
  writeFileSync(smoke, script);
}

function doors() {
  const packages = path.join(root, 'packages');
  const manifests = readdirSync(packages, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => JSON.parse(readFileSync(path.join(packages, name, 'package.json'), 'utf8')));
  return manifests
    .filter((manifest) => !manifest.private)
    .flatMap(({ name, exports }) => Object.keys(exports).map((door) => `${name}${door.slice(1)}`))
    .filter((name) => !name.endsWith('.json'));
}

function readme() {
  const [, below = ''] = readFileSync(path.join(root, 'README.md'), 'utf8').split('\n## Ten minutes\n');
  const section = below.split('\n## ')[0];
  const code = /\n```ts\n([\s\S]*?)```/.exec(section);
  if (!code) return ["import * as core from '@meritlog/core';\nconsole.log(typeof core);\n", 'object\n'];
  const prints = /\n```text\n([\s\S]*?)```/.exec(section.slice(code.index + code[0].length));
  return [code[1], prints ? prints[1] : null];
}
