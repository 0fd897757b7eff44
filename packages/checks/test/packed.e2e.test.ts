import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noBrowser } from '../src/chromium.js';
import { run } from '../src/commands.js';
import { compileAndRun, installInto, packAll } from '../src/packed.js';
import { buildPage, visit } from '../src/page.js';
import { importableNames, shownBelow } from '../src/readme.js';
import { publicPackages } from '../src/repository.js';

const dir = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'meritlog-packed-')));
const shown = shownBelow('Ten minutes');
const code = shown?.code ?? "import * as core from '@meritlog/core';\nconsole.log(typeof core);\n";
const prints = shown === undefined ? 'object\n' : shown.prints;
let tarballs: Record<string, string> = {};

beforeAll(async () => {
  tarballs = await packAll(dir);
  await installInto(dir, tarballs);
}, 120_000);

afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe.each(publicPackages())('the packed %s', (name) => {
  const bytes = (): Buffer => readFileSync(tarballs[`@meritlog/${name}`] ?? '');

  test('is well formed', async () => {
    const { messages, pkg } = await publint({ pack: { tarball: new Uint8Array(bytes()).buffer }, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
  });

  test('has types that are right for ESM and CommonJS', async () => {
    const result = await checkPackage(createPackageFromTarballData(bytes()));
    expect(result).toMatchObject({ types: { kind: 'included' }, problems: [] });
  });
});

describe('in an empty project', () => {
  test('every door opens by import and by require', async () => {
    const names = JSON.stringify(importableNames());
    writeFileSync(path.join(dir, 'esm/doors.js'), `for (const name of ${names}) await import(name);`);
    writeFileSync(path.join(dir, 'cjs/doors.js'), `for (const name of ${names}) require(name);`);
    const open = ['esm', 'cjs'].map((kind) => run(process.execPath, ['doors.js'], path.join(dir, kind)));
    expect(await Promise.all(open)).toEqual(['', '']);
  });

  test('the command starts', async () => {
    await run(process.execPath, ['node_modules/@meritlog/cli/bin/meritlog.mjs', '--help'], path.join(dir, 'esm'));
  });

  test('json-rules-engine comes within the reference, without what it would install', () => {
    const installed = readdirSync(path.join(dir, 'node_modules/.pnpm')).join(' ');
    expect(installed).toContain('@meritlog+reference');
    expect(installed).not.toMatch(/json-rules-engine|jsonpath/);
  });

  test.each(['esm', 'cjs'])(
    'the code of the README compiles and runs as %s',
    async (kind) => {
      const printed = await compileAndRun(path.join(dir, kind), code);
      expect(printed).toBe(prints ?? printed);
      expect(printed).not.toBe('');
    },
    30_000,
  );

  test('the code of the README runs in a page under a strict content-security policy', async ({ skip }) => {
    const reason = noBrowser();
    skip(reason !== undefined, reason);
    const page = path.join(dir, 'page');
    writeFileSync(path.join(page, 'main.ts'), code);
    await buildPage(page);
    const [asShown, forbidden] = await visit(page, ['index', 'forbidden']);
    expect(asShown).toEqual({ shown: prints ?? asShown?.shown, violations: [], errors: [] });
    expect(asShown?.shown).not.toBe('');
    expect(forbidden).toEqual({ shown: 'refused', violations: [expect.any(String)], errors: [] });
  }, 90_000);
});
