import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseRubric } from '@meritlog/core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { examples, meritlog } from './meritlog.js';

const refusals = path.join(examples, 'refusals');
const mistakes = readdirSync(refusals, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const isRubric = (name: string): boolean => existsSync(path.join(refusals, name, 'rubric.json'));
/** Valid, so that only the analyser finds anything. */
const isValid = (name: string): boolean =>
  isRubric(name) && parseRubric(readFileSync(path.join(refusals, name, 'rubric.json'), 'utf8')).ok;

test('the rubric and the events that all mistakes are made in have none', async () => {
  expect(await meritlog(['check', refusals])).toEqual({ exit: 0, out: '', err: '2 files checked, no problems.\n' });
});

test.each(['README.md', 'README.zh.md'])('%s tells of every folder', (file) => {
  const told = [...readFileSync(path.join(refusals, file), 'utf8').matchAll(/^\| \[([a-z-]+)\]/gm)];
  expect(told.map(([, name]) => name).sort()).toEqual(mistakes.toSorted());
});

describe.each(['en', 'zh'])('in %s, these are the exact messages for', (lang) => {
  const env = { LANG: `${lang}_${lang === 'zh' ? 'CN' : 'GB'}.UTF-8` };

  test.each(mistakes.filter((name) => isRubric(name) && !isValid(name)))(
    'the rubric of %s, by which nothing is judged or stored',
    async (name) => {
      const cwd = path.join(copied(), name);
      const { exit, out, err } = await meritlog(['check', 'rubric.json'], { cwd, env });
      await expect(said('check rubric.json', out + err, exit)).toMatchFileSnapshot(goldenOf(name, lang));
      expect(exit).toBe(65);
      const [first] = out.split('\n\n', 1);
      for (const other of [
        'run rubric.json ../events.jsonl',
        'append ledger.db ../events.jsonl --rubric rubric.json',
      ]) {
        const refused = await meritlog(other.split(' '), { cwd, env });
        expect({ ...refused, err: refused.err.startsWith(first ?? '?') }).toEqual({ exit: 65, out: '', err: true });
      }
      expect(existsSync(path.join(cwd, 'ledger.db'))).toBe(false);
    },
  );

  test.each(mistakes.filter(isValid))('the rubric of %s, which is valid and yet can hardly be meant', async (name) => {
    const cwd = path.join(copied(), name);
    const { exit, out, err } = await meritlog(['check', 'rubric.json'], { cwd, env });
    await expect(said('check rubric.json', out + err, exit)).toMatchFileSnapshot(goldenOf(name, lang));
    const refused = out.includes(lang === 'zh' ? ' 错误 [' : ' error [');
    expect(exit).toBe(refused ? 65 : 0);
    expect((await meritlog(['check', 'rubric.json', '--strict'], { cwd, env })).exit).toBe(refused ? 65 : 1);
  });

  test.each(mistakes.filter((name) => !isRubric(name)))('the events of %s, of which none is stored', async (name) => {
    const cwd = path.join(copied(), name);
    const before = existsSync(path.join(cwd, 'before.jsonl'));
    if (before) expect((await meritlog(['append', 'ledger.db', 'before.jsonl'], { cwd })).exit).toBe(0);
    const held = before ? readFileSync(path.join(cwd, 'ledger.db')) : undefined;
    const line = 'append ledger.db events.jsonl --rubric ../rubric.json';
    const { exit, out, err } = await meritlog(line.split(' '), { cwd, env });
    await expect(said(line, out + err, exit)).toMatchFileSnapshot(goldenOf(name, lang));
    expect(exit).toBe(65);
    expect(existsSync(path.join(cwd, 'ledger.db'))).toBe(before);
    if (held !== undefined) expect(readFileSync(path.join(cwd, 'ledger.db')).equals(held)).toBe(true);
  });
});

/** The whole folder of refusals, where a ledger may be written. */
function copied(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'meritlog-refusals-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(refusals, folder, { recursive: true });
  return folder;
}

function said(line: string, text: string, exit: number): string {
  return `$ meritlog ${line}\n${text}exit ${exit}\n`;
}

function goldenOf(name: string, lang: string): string {
  return path.join(refusals, name, `messages.${lang}.txt`);
}
