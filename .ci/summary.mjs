// Counts what `npm test` left in node_modules/.cache and prints the closing line. A failed step counts as a failure, and
// so does a test that was left out, unless its title ends with the reason: a law about what a store does not claim.
import { readFileSync } from 'node:fs';
import process from 'node:process';

const steps = read('steps.json') ?? [];
const report = read('vitest.json');
const files = report?.testResults ?? [];
const tests = files.flatMap((file) => file.assertionResults);
const passed = tests.filter(({ status }) => status === 'passed').length;
const brokenFiles = files.filter((file) => file.status === 'failed' && file.assertionResults.every(isNotFailed));
const whole = files.filter((file) => !brokenFiles.includes(file)).flatMap((file) => file.assertionResults);
const leftOut = whole.filter(({ status }) => status !== 'passed' && status !== 'failed');
const failedSteps = steps.filter(({ name, ok }) => !ok && name !== 'tests');

const unexplained = leftOut.filter(({ title }) => !/\([^()]+\.\)$/.test(title));

for (const { fullName } of leftOut) console.log(`left out: ${fullName}`);
for (const { name } of brokenFiles) console.log(`did not run to its end: ${name}`);
for (const { name } of failedSteps) console.log(`failed step: ${name}`);

const found = tests.filter(({ status }) => status === 'failed').length + unexplained.length + brokenFiles.length;
const counted = found + failedSteps.length;
const silent = counted === 0 && (process.argv[2] !== '0' || passed === 0);
if (silent) console.log('npm test failed, or ran nothing, without saying where');
const failed = counted + (silent ? 1 : 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function isNotFailed({ status }) {
  return status !== 'failed';
}

function read(name) {
  try {
    return JSON.parse(readFileSync(new URL(`../node_modules/.cache/meritlog/${name}`, import.meta.url), 'utf8'));
  } catch {
    return undefined;
  }
}
