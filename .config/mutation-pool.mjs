// Tries changes of sources on several processes at once. A process that does not answer in time is ended, with what it
// runs, and another one goes on with the rest.
import { fork } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';

/** Each is a process group of its own, which nobody else would end where this process is told to stop. */
const children = new Set();
process.on('exit', () => {
  for (const child of children) kill(child);
});
for (const [signal, exit] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
])
  process.once(signal, () => process.exit(exit));

const worker = path.join(import.meta.dirname, 'mutation-worker.mjs');

/** Tries every job, with its tests in the order of `ordered`; `told` hears of each as it ends. `limit` is in milliseconds, for one job. */
export async function tryAll(jobs, { processes = 2, limit = 60_000, ordered = ({ tests }) => tests, told = () => {} }) {
  const queue = [...jobs];
  const results = new Map();
  const lane = async () => {
    let child;
    for (let job = queue.shift(); job !== undefined; job = queue.shift()) {
      child ??= await started();
      const result = await answered(child, { kind: 'run', job: { ...job, tests: ordered(job) } }, limit);
      if (result === undefined) {
        await ended(child);
        child = undefined;
      }
      const known = result ?? { id: job.id, by: { file: '', test: 'the time limit', message: '' }, ran: [], ms: limit };
      results.set(job.id, known);
      told(job, known);
    }
    if (child !== undefined) await ended(child);
  };
  await Promise.all(Array.from({ length: Math.min(processes, jobs.length) }, lane));
  return results;
}

/** What a TypeScript module of the tests exports, as far as it is data. */
export async function imported(file) {
  const child = await started();
  const answer = await answered(child, { kind: 'import', file }, 60_000);
  await ended(child);
  return answer.value;
}

function started() {
  const env = { ...process.env, CI: '1', NODE_ENV: 'test', NO_COLOR: '1' };
  const child = fork(worker, { env, detached: true, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  children.add(child);
  child.once('exit', () => children.delete(child));
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve(child));
    child.once('exit', (code) => reject(new Error(`a process that runs tests ended with ${code}`)));
  });
}

function answered(child, message, limit) {
  return new Promise((resolve) => {
    const done = (answer) => {
      clearTimeout(timer);
      child.off('message', done);
      child.off('exit', lost);
      resolve(answer);
    };
    const lost = () => done(undefined);
    const timer = setTimeout(lost, limit);
    child.on('message', done);
    child.on('exit', lost);
    child.send(message);
  });
}

/** Ends the whole process group, as a test that never ends holds its thread. */
function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', resolve);
    kill(child);
  });
}

function kill(child) {
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}
