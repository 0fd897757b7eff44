// Mutation tests: small changes of core's sources, one at a time, each with the tests that read the source, however
// many files lie between. A sample of 300 by default, the same for the same seed:
//   npm run mutation -- --sample 50 --seed 7 packages/core/src/replay
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { mutantsOf } from './mutation-mutants.mjs';
import { imported, tryAll } from './mutation-pool.mjs';

const root = path.resolve(import.meta.dirname, '..');
/** Milliseconds: a test that takes longer is not run for every mutant. */
const DEAREST = 10_000;
const limit = 180_000;
const number = (name) => ({ [name]: { type: 'string' } });
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { ...number('sample'), ...number('seed') },
});
// Laws are tried on a part of their cases, which are the same each time.
process.env.MERITLOG_RUNS ??= '0.2';
process.env.MERITLOG_SEED ??= '20260301';

const files = execFileSync('git', ['ls-files', 'packages/*.ts'], { cwd: root, encoding: 'utf8' }).trim().split('\n');
const readers = readersOf(files);
const inScope = (file) =>
  (positionals.length === 0 ? ['packages/core/src'] : positionals).some((part) => file.startsWith(part));
const sources = files.filter((file) => /^packages\/core\/src\/(?!testing\/)/.test(file) && inScope(file));
const all = sources.flatMap((file) => mutantsOf(text(file)).map((mutant) => ({ file, ...mutant })));
const sampled = sample(all, Number(values.sample ?? 300), Number(values.seed ?? 1));
const costs = await costsOf([...new Set(sampled.flatMap(({ file }) => testsOf(file)))]);
const jobs = sampled.map((mutant, id) => ({
  ...mutant,
  id,
  tests: testsOf(mutant.file).filter((test) => costs.has(test)),
}));
/** How often a test was the first to fail, by the source and by its folder; the planted faults know some already. */
const kills = new Map();
const { FAULTS } = await imported(path.join(root, 'packages/core/test/faults/faults.ts'));
for (const { file, caughtBy } of FAULTS) killed(`packages/core/src/${file}`, `packages/${caughtBy[0]}`);

console.log(`${sampled.length} of ${all.length} mutants in ${sources.length} files; each has ${limit / 1000} s`);
const started = performance.now();
const results = await tryAll(jobs, { limit, ordered, told });
summary();

/** Runs everything once unchanged. What fails then, as a count over few cases may, says nothing of a mutant. */
async function costsOf(tests) {
  const found = new Map();
  const told = (job, { by, ran, ms }) => {
    const cost = ran[0]?.ms ?? ms;
    if (by === undefined && cost <= DEAREST) found.set(job.tests[0], cost);
    else if (by === undefined) console.log(`Left out, as it takes ${(cost / 1000).toFixed(1)} s: ${job.tests[0]}`);
    else console.log(`Left out, as it fails without any change: ${job.tests[0]} (${by.test} ${by.message})`);
  };
  await tryAll(
    tests.map((test, id) => ({ id, tests: [test] })),
    { limit: 300_000, told },
  );
  return found;
}

/** Those that found much here for little come first. */
function ordered({ file, tests }) {
  const found = (place, test) => kills.get(`${place} ${test}`) ?? 0;
  const worth = (test) => (0.1 + 4 * found(file, test) + found(folderOf(file), test)) / costs.get(test);
  return [...tests].sort((a, b) => worth(b) - worth(a));
}

function killed(file, test) {
  for (const name of [`${file} ${test}`, `${folderOf(file)} ${test}`]) kills.set(name, (kills.get(name) ?? 0) + 1);
}

function folderOf(file) {
  return file.split('/')[3].replace(/\.ts$/, '');
}

function told({ id, file, line, text: was, replace }, { by, ms }) {
  const fate = by === undefined ? 'SURVIVED' : by.file === '' ? by.test : `${path.basename(by.file)}: ${by.test}`;
  if (by !== undefined) killed(file, by.file);
  console.log(`${id} ${(ms / 1000).toFixed(1)} s ${file.slice('packages/core/src/'.length)}:${line} ${fate}`);
  if (by === undefined) console.log(`    - ${short(was)}\n    + ${short(replace)}`);
}

function summary() {
  const fates = jobs.map(({ id, file }) => ({ file, by: results.get(id)?.by }));
  const count = (list) => {
    const survived = list.filter(({ by }) => by === undefined).length;
    const late = list.filter(({ by }) => by?.test === 'the time limit').length;
    const killed = list.length - survived;
    return `${list.length} mutants, ${killed} killed (${late} by the time limit), ${survived} survived: ${((100 * killed) / list.length).toFixed(1)} %`;
  };
  for (const folder of [...new Set(fates.map(({ file }) => folderOf(file)))].sort()) {
    console.log(`${folder}: ${count(fates.filter(({ file }) => folderOf(file) === folder))}`);
  }
  console.log(`all: ${count(fates)}, in ${((performance.now() - started) / 60_000).toFixed(1)} min`);
}

/** The tests that read a source, however many files lie between. */
function testsOf(file) {
  const seen = new Set([file]);
  for (const one of seen) for (const reader of readers.get(one) ?? []) seen.add(reader);
  return [...seen].filter((one) => /^packages\/(?:core|reference)\/test\/.*\.test\.ts$/.test(one));
}

function readersOf(list) {
  const found = new Map();
  for (const file of list) {
    for (const [, name = ''] of text(file).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)) {
      const target = targetOf(file, name);
      if (target !== undefined) found.set(target, [...(found.get(target) ?? []), file]);
    }
  }
  return found;
}

function targetOf(file, name) {
  if (name.startsWith('.')) return path.posix.join(path.posix.dirname(file), name).replace(/\.js$/, '.ts');
  const [, scope, folder] = /^@meritlog\/([^/]+)(?:\/(.+))?$/.exec(name) ?? [];
  return scope && `packages/${scope}/src/${folder === undefined ? '' : `${folder}/`}index.ts`;
}

/** The first of a shuffle; the generator is mulberry32. */
function sample(list, size, seed) {
  let state = seed;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const shuffled = list.map((one) => ({ one, at: random() })).sort((a, b) => a.at - b.at);
  return shuffled.slice(0, size).map(({ one }) => one);
}

function short(code) {
  const line = code.replace(/\s+/g, ' ');
  return line.length > 140 ? `${line.slice(0, 140)}…` : line;
}

function text(file) {
  return readFileSync(path.join(root, file), 'utf8');
}
