import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from '../../src/model/digest.js';
import { arbitraryCase } from '../../src/testing/index.js';
import { bytes, read } from './read-case.js';

const TITLE = 'I1: the same ledger, edition and lens give the same bytes, in every time zone and locale';
const CASES = 25;
const WRITE = 'MERITLOG_LAW_DIGESTS';

/** What these cases come to here, wherever that is. */
function digests(): readonly string[] {
  return fc
    .sample(arbitraryCase(), { numRuns: CASES, seed: 20_260_301 })
    .map((one) => sha256(bytes(read(one), one.lens)));
}

test(TITLE, { timeout: 120_000 }, () => {
  const here = digests();
  const file = process.env[WRITE];
  if (file !== undefined) {
    const { timeZone, locale } = Intl.DateTimeFormat().resolvedOptions();
    writeFileSync(file, JSON.stringify({ digests: here, timeZone, locale }));
    return;
  }
  expect(digests()).toEqual(here);
  const there = elsewhere({ TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' });
  console.log(`I1 (${CASES} cases, again and in a process in ${there.timeZone} with ${there.locale})`);
  expect(there).toEqual({ digests: here, timeZone: 'America/St_Johns', locale: 'tr-TR' });
});

interface There {
  readonly digests: readonly string[];
  readonly timeZone: string;
  readonly locale: string;
}

/** This very test in a process of its own. */
function elsewhere(place: Readonly<Record<string, string>>): There {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'meritlog-elsewhere-')), 'digests.json');
  const vitest = path.join(path.dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
  const outer = Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST') && name !== 'LC_ALL');
  const env = { ...Object.fromEntries(outer), ...place, [WRITE]: file };
  const root = path.resolve(import.meta.dirname, '../../../..');
  const own = path.relative(root, import.meta.filename);
  const run = spawnSync(process.execPath, [vitest, 'run', '--project', 'unit', own], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(run.stdout + run.stderr);
  const there: There = JSON.parse(readFileSync(file, 'utf8'));
  return there;
}
