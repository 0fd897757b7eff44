// Runs the tests of one changed source at a time, told by its parent through messages. The text is replaced while it
// is loaded, so the working tree stays as it is; one process keeps all other sources transformed.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { createVitest } from 'vitest/node';

const root = path.resolve(import.meta.dirname, '..');
const source = (file) => path.join(root, `packages/$1/src/${file}.ts`);
let current;
let order = new Map();

/** In the order asked for, which is the quickest first. */
class Sequencer {
  async shard(files) {
    return files;
  }

  async sort(files) {
    return [...files].sort((a, b) => (order.get(a.moduleId) ?? 0) - (order.get(b.moduleId) ?? 0));
  }
}

const plugin = {
  name: 'one change',
  enforce: 'pre',
  load(id) {
    if (current === undefined || id.split('?')[0] !== path.join(root, current.file)) return undefined;
    return changed(readFileSync(path.join(root, current.file), 'utf8'), current);
  },
};

const vitest = await createVitest(
  'test',
  {
    config: false,
    root,
    watch: false,
    include: ['packages/*/test/**/*.test.ts'],
    exclude: ['**/*.e2e.test.ts', '**/node_modules/**'],
    pool: 'threads',
    isolate: false,
    maxWorkers: 1,
    bail: 1,
    update: false,
    testTimeout: 60_000,
    reporters: [{}],
    setupFiles: [path.join(import.meta.dirname, 'mutation-setup.mjs')],
    sequence: { sequencer: Sequencer },
    silent: true,
  },
  {
    plugins: [plugin],
    logLevel: 'silent',
    resolve: {
      alias: [
        { find: /^@meritlog\/([^/]+)$/, replacement: source('index') },
        { find: /^@meritlog\/([^/]+)\/([^/]+)$/, replacement: source('$2/index') },
      ],
    },
  },
  { stdout: process.stderr, stderr: process.stderr },
);
process.on('message', async (message) => {
  if (message.kind === 'import') process.send({ kind: 'imported', value: await vitest.import(message.file) });
  if (message.kind === 'run') process.send({ kind: 'ran', ...(await tried(message.job)) });
});
process.send({ kind: 'ready' });

/** What became of one change: caught by the first test that fails, or not. */
async function tried(job) {
  const started = performance.now();
  invalidate(current);
  current = job.file === undefined ? undefined : job;
  invalidate(current);
  const files = job.tests.map((file) => path.join(root, file));
  order = new Map(files.map((file, index) => [file, index]));
  const [project] = vitest.projects;
  vitest.state.filesMap.clear();
  vitest.state.idMap.clear();
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(
    files.map((file) => project.createSpecification(file)),
  );
  const [by] = testModules.filter((module) => module.state() === 'failed').map(failureOf);
  const ran = testModules.map((module) => {
    const { duration, collectDuration } = module.diagnostic();
    return { file: path.relative(root, module.moduleId), ms: duration + collectDuration };
  });
  const error = unhandledErrors.length === 0 ? undefined : { file: '', test: 'an error beside the tests', message: '' };
  return { id: job.id, by: by ?? error, ran, ms: performance.now() - started };
}

function failureOf(module) {
  const [test] = [...module.children.allTests('failed')];
  const [error] = test?.result().errors ?? module.errors();
  const file = path.relative(root, module.moduleId);
  return { file, test: test?.fullName ?? 'cannot be loaded', message: error?.message?.split('\n')[0] ?? '' };
}

function invalidate(job) {
  if (job?.file !== undefined) vitest.invalidateFile(path.join(root, job.file));
}

/** By a text that occurs once, or by its place. */
function changed(text, { find, start, end, replace }) {
  if (find === undefined) return `${text.slice(0, start)}${replace}${text.slice(end)}`;
  const pieces = text.split(find);
  if (pieces.length !== 2) throw new Error(`${JSON.stringify(find)} occurs ${pieces.length - 1} times`);
  return pieces.join(replace);
}
