import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { TEMPLATES } from '../src/commands/init.js';
import { meritlog, workFolder } from './meritlog.js';

test.each(TEMPLATES)('the template %s passes its check and runs at once', async (template) => {
  const cwd = workFolder();
  const made = await meritlog(['init', 'mine', '--template', template], { cwd });
  expect(made.exit).toBe(0);
  expect(made.out.trim().split('\n')).toEqual(
    ['rubric.json', 'events.jsonl', 'README.md'].map((name) => path.join('mine', name)),
  );
  expect(readdirSync(path.join(cwd, 'mine')).sort()).toEqual(['README.md', 'events.jsonl', 'rubric.json']);
  expect(await meritlog(['check', 'mine'], { cwd })).toEqual({
    exit: 0,
    out: '',
    err: '2 files checked, no problems.\n',
  });
  expect((await meritlog(['run', 'mine'], { cwd })).exit).toBe(0);
});

test.each(TEMPLATES)(
  'the README of %s is in the language asked for, and what it says to run ends well',
  async (template) => {
    const cwd = workFolder();
    await meritlog(['init', '--template', template, '--lang', 'zh'], { cwd });
    const folder = path.join(cwd, template);
    const readme = readFileSync(path.join(folder, 'README.md'), 'utf8');
    expect(readme).toMatch(/\p{Script=Han}/u);
    for (const [, line = ''] of readme.matchAll(/^meritlog (.*)$/gm)) {
      expect({ line, ...(await meritlog(line.split(' '), { cwd: folder })) }).toMatchObject({ line, exit: 0 });
    }
  },
);

test('a second init changes nothing', async () => {
  const cwd = workFolder();
  await meritlog(['init', 'mine', '--template', 'blank'], { cwd });
  const before = readFileSync(path.join(cwd, 'mine/README.md'), 'utf8');
  expect((await meritlog(['init', 'mine', '--lang', 'zh'], { cwd })).exit).toBe(64);
  expect(readFileSync(path.join(cwd, 'mine/README.md'), 'utf8')).toBe(before);
});

test('a folder that cannot be made is refused', async () => {
  const cwd = workFolder();
  writeFileSync(path.join(cwd, 'taken'), 'a file');
  for (const folder of ['taken', 'taken/inside']) {
    const { exit, err } = await meritlog(['init', folder], { cwd });
    expect([exit, err.includes(`"${folder}" cannot be written`)]).toEqual([66, true]);
  }
  expect((await meritlog(['init', 'a/b/c'], { cwd })).exit).toBe(0);
});

test.runIf(existsSync('/proc/self'))('a file system that takes no folders is refused, and soon', async () => {
  expect((await meritlog(['init', '/proc/meritlog'], { cwd: workFolder() })).exit).toBe(66);
});
