import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../src/commands/table.js';
import { home, meritlog, workFolder } from './meritlog.js';

test('the page of commands is made of the help, which is made of the command table', async () => {
  const parts = ['# Commands', ''];
  for (const name of ['', ...commands.map((command) => command.name)]) {
    const { out } = await meritlog([...(name === '' ? [] : [name]), '--help', '--lang', 'en']);
    parts.push(...(name === '' ? [] : [`## ${name}`, '']), '```text', out.trimEnd(), '```', '');
  }
  await expect(parts.join('\n')).toMatchFileSnapshot(path.join(home, 'COMMANDS.md'));
});

test('every option and argument is told in both languages, and every command has examples', () => {
  for (const { name, about, arguments: args, options, examples } of commands) {
    for (const words of [about, ...[...args, ...options, ...examples].map((one) => one.about)]) {
      expect(words.en, name).not.toMatch(/\p{Script=Han}/u);
      expect(words.zh, name).toMatch(/\p{Script=Han}/u);
    }
    expect(examples.length, name).toBeGreaterThan(1);
  }
});

test('what the README shows is what the commands print', async () => {
  const readme = readFileSync(path.join(home, 'README.md'), 'utf8');
  const cwd = workFolder();
  const sessions = [...readme.matchAll(/```console\n([\s\S]*?)```/g)].flatMap(([, text = '']) =>
    text.split(/^\$ meritlog /m).slice(1),
  );
  expect(sessions.length).toBeGreaterThan(2);
  for (const session of sessions) {
    const [line = '', ...printed] = session.trimEnd().split('\n');
    const { out, err } = await meritlog(line.split(' '), { cwd });
    expect({ line, printed: printed.join('\n') }).toEqual({ line, printed: `${out}${err}`.trimEnd() });
  }
});
