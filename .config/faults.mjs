// Plants the faults of packages/core/test/faults, one at a time, and runs the tests that are to catch each. Names in
// the arguments choose among them: npm run planted -- window
import path from 'node:path';
import process from 'node:process';
import { imported, tryAll } from './mutation-pool.mjs';

const root = path.resolve(import.meta.dirname, '..');
const wanted = process.argv.slice(2);
const { FAULTS } = await imported(path.join(root, 'packages/core/test/faults/faults.ts'));
const jobs = FAULTS.filter(({ name }) => wanted.every((word) => name.includes(word))).map((fault, id) => ({
  ...fault,
  id,
  file: `packages/core/src/${fault.file}`,
  tests: fault.caughtBy.map((file) => `packages/${file}`),
}));

const started = performance.now();
const results = await tryAll(jobs, { limit: 120_000, told });
const survived = jobs.filter(({ id }) => results.get(id)?.by === undefined);
const seconds = ((performance.now() - started) / 1000).toFixed(0);
console.log(`${jobs.length} faults planted, ${jobs.length - survived.length} caught, in ${seconds} s`);
for (const { name, file } of survived) console.log(`Nothing catches: ${name} (${file})`);
process.exitCode = survived.length === 0 ? 0 : 1;

function told({ name, file }, { by, ms }) {
  const test = by === undefined ? 'SURVIVED' : `${path.basename(by.file)}: ${by.test}`;
  console.log(
    `${(ms / 1000).toFixed(1).padStart(5)} s  ${name} (${file.slice('packages/core/src/'.length)})\n         ${test}`,
  );
}
