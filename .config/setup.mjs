// Makes `npm run <anything>` work on a fresh clone: installs with the pnpm that package.json pins, once per lockfile.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';

const root = new URL('../', import.meta.url);
const stamp = new URL('node_modules/.setup', root);
const want = createHash('sha256')
  .update(readFileSync(new URL('pnpm-lock.yaml', root)))
  .digest('hex');
const viaPnpm = /^pnpm\//.test(process.env.npm_config_user_agent ?? ''); // pnpm keeps node_modules fresh by itself

if (!viaPnpm && !(existsSync(stamp) && readFileSync(stamp, 'utf8') === want)) {
  const { packageManager } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
  const args = ['--yes', packageManager, 'install', '--frozen-lockfile', '--prefer-offline'];
  const run = spawnSync('npx', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (run.status !== 0) process.exit(run.status ?? 1);
  writeFileSync(stamp, want);
}
