import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../src/commands/table.js';
import { event, examples, meritlog, workFolder } from './meritlog.js';

const rubric = readFileSync(path.join(examples, 'class-conduct/rubric.json'), 'utf8');
const mapping = (more: object): string =>
  JSON.stringify(
    {
      kind: 'mapping',
      zone: '+08:00',
      source: '/school/class-7/register',
      type: 'rule.broken',
      subject: { column: '学号' },
      time: { column: '日期', clock: '09:00' },
      data: { what: { column: '事项', codes: { 迟到: 'late', 旷课: 'absent' } } },
      ...more,
    },
    null,
    2,
  );
const files = {
  'broken/rubric.json': rubric
    .replace('"loss + merits', '"los + merits')
    .replace('100 - loss', '100 - los')
    .replace('"unit": "points", "hidden": true', '"unit": "points", "hiden": true')
    .replace('"among": "classmates"', '"among": "clasmates"'),
  'broken/events.jsonl': event('x1', 'rule.broken', { what: 'late' }),
  'torn.json': '{ "kind": "rubric",\n  "id": "a"\n  "edition": 1 }\n',
  'bad.jsonl': `${event('x1', 'rule.broken', { what: 'lat' })}${event('x2', 'rule.borken', { what: 'late' })}${event('x3', 'merit.earned', { points: 'three' }, 'nobody')}`,
  'good.jsonl': event('x1', 'rule.broken', { what: 'late' }),
  'torn.jsonl': `${event('x1', 'rule.broken', { what: 'late' })}{"specversion": "1.0", "id": x2}\n`,
  'number.jsonl': '42\n',
  'clash.jsonl': `${event('x1', 'rule.broken', { what: 'late' })}${event('x1', 'rule.broken', { what: 'absent' })}`,
  'latin.jsonl': new Uint8Array([0x7b, 0xe9, 0x7d]),
  'not-a-ledger.db': 'just text that is long enough to be read as the header of a database, which it is not\n'.repeat(
    9,
  ),
  'waiver.json': '{ "void": ["b012"] }',
  'misspelt-waiver.json': '{\n  "void": ["b010", "b0012"] }',
  'bad-waiver.json': '{ "void": ["b012"],\n  "viod": [] }',
  'bad-event.json':
    '{ "add": [\n  { "specversion": "1.0", "id": "q", "source": "/x", "type": "rule.broken", "time": "2026-06-01" }] }',
  'versionless.jsonl': Array.from({ length: 5 }, (_, at) =>
    event(`v${at}`, 'rule.broken', { what: 'late' }).replace('"specversion":"1.0",', ''),
  ).join(''),
  'many.jsonl': '{"a":\n'.repeat(30),
  'none.jsonl': '',
  'both/rubric.json': rubric,
  'both/events.jsonl': '',
  'both/ledger.db': '',
  'empty/readme.txt': '',
  'alone/rubric.json': rubric,
  'lonely/events.jsonl': '',
  'mapping.json': mapping({}),
  'bad-mapping.json': mapping({ tiem: { column: '日期' }, zone: '8' }),
  'register.csv': '学号,日期,事项\nli-na,2026/4/29,迟到\n',
  'bad.csv': '学号,日期,事项\nli-na,2026/13/1,迟到\nnobody,2026/5/6,\n,6/5/2026,chidao\n',
  'other.csv': '学号,时间,事项\nli-na,2026/4/29,迟到\n',
  'gbk.csv': new Uint8Array([0xd1, 0xa7, 0xba, 0xc5, 0x0a]),
};

const cases: Readonly<Record<string, readonly string[]>> = {
  'no command': [],
  'unknown command': ['rnu', 'class'],
  'unknown option': ['run', 'class', '--as-off', '2026-06-30'],
  'option without value': ['run', 'class', '--as-of'],
  'option with a wrong value': ['run', 'class', '--format', 'xml'],
  'argument missing': ['run'],
  'too many arguments': ['run', 'class', 'class/events.jsonl', 'more'],
  'unknown language': ['run', 'class', '--lang', 'fr'],
  'run a folder': ['run', 'class'],
  'run two files to the top': ['run', 'class/rubric.json', 'class/events.jsonl', '--top', '2', '--standing', 'ranking'],
  'run as of March': ['run', 'class', '--as-of', '2026-03-31'],
  'run with a supposition': ['run', 'class', '--suppose', 'waiver.json'],
  'run the other example': ['run', 'bids'],
  'run what is missing': ['run', 'clas'],
  'run a folder without a rubric': ['run', 'empty'],
  'run a rubric without events': ['run', 'alone'],
  'run a folder with two ledgers': ['run', 'both'],
  'run an invalid rubric': ['run', 'broken'],
  'run with a bad time': ['run', 'class', '--as-of', '2026-02-30'],
  'run with an unknown edition': ['run', 'class', '--edition', '2025'],
  'run with an unknown standing': ['run', 'class', '--standing', 'rankin'],
  'run with a bad count': ['run', 'class', '--top', 'ten'],
  'run with a bad supposition': ['run', 'class', '--suppose', 'bad-waiver.json'],
  'run with bad events as JSON': ['run', 'class/rubric.json', 'number.jsonl', '--format', 'json'],
  'run into a missing folder': ['run', 'class', '-o', 'nowhere/outcome.json'],
  'run a ledger that is none': ['run', 'class/rubric.json', 'not-a-ledger.db'],
  'run a file that is not text': ['run', 'class/rubric.json', 'latin.jsonl'],
  'run a rubric as events': ['run', 'class', 'class/rubric.json'],
  'run events as a rubric': ['run', 'class/events.jsonl'],
  'run with a supposed bad event': ['run', 'class', '--suppose', 'bad-event.json'],
  'run many torn lines': ['run', 'class', 'many.jsonl'],
  'run no events': ['run', 'class/rubric.json', 'none.jsonl'],
  'check a folder': ['check', 'class'],
  'check what can be relied on': ['check', 'class/rubric.json', 'bids/rubric.json', '--laws'],
  'check an invalid rubric': ['check', 'broken'],
  'check torn JSON': ['check', 'torn.json'],
  'check bad events': ['check', 'class/rubric.json', 'bad.jsonl', 'torn.jsonl'],
  'check one fault of all events': ['check', 'class/rubric.json', 'versionless.jsonl'],
  'run with a language tag': ['run', 'class', '--lang', 'zh-Hans-CN', '--top', '1'],
  'check events alone': ['check', 'lonely/events.jsonl'],
  'check what is missing': ['check', 'class', 'nothing.json'],
  'append bad events with a rubric': ['append', 'new.db', 'bad.jsonl', '--rubric', 'class'],
  'append torn events': ['append', 'new.db', 'torn.jsonl'],
  'append a number': ['append', 'new.db', 'number.jsonl'],
  'append a clash': ['append', 'new.db', 'clash.jsonl'],
  'append what is missing': ['append', 'new.db', 'nothing.jsonl'],
  'append to what is no ledger': ['append', 'not-a-ledger.db', 'good.jsonl'],
  'import a table': ['import', 'register.csv', '--mapping', 'mapping.json', '--ledger', 'new.db', '--rubric', 'class'],
  'import without a mapping': ['import', 'register.csv', '--ledger', 'new.db'],
  'import without a ledger': ['import', 'register.csv', '--mapping', 'mapping.json'],
  'import a dry run': ['import', 'register.csv', '--mapping', 'mapping.json', '--dry-run'],
  'import bad rows': ['import', 'bad.csv', '--mapping', 'mapping.json', '--ledger', 'class/ledger.db'],
  'import with a bad mapping': ['import', 'bad.csv', '--mapping', 'bad-mapping.json', '--dry-run'],
  'import another table': ['import', 'other.csv', '--mapping', 'mapping.json', '--dry-run'],
  'import another encoding': ['import', 'gbk.csv', '--mapping', 'mapping.json', '--dry-run'],
  'import what is no table': ['import', 'latin.jsonl', '--mapping', 'mapping.json', '--dry-run'],
  'restore what has no recorded times': ['import', 'good.jsonl', '--restore', '--ledger', 'new.db'],
  'export what is no ledger': ['export', 'not-a-ledger.db'],
  'export with a bad time': ['export', 'not-a-ledger.db', '--known-at', '2026-02-30T00:00:00Z'],
  'explain a place': ['explain', 'class', 'chen-yu', '--depth', '1'],
  'explain a value': ['explain', 'bids', 'castor', '--indicator', 'composite', '--depth', '0'],
  'explain an unknown subject': ['explain', 'class', 'li-mei'],
  'explain an unknown indicator': ['explain', 'class', 'li-na', '--indicator', 'scor'],
  'explain an event': ['explain', 'class', '--event', 'b012'],
  'explain an event that a supposition voids': ['explain', 'class', '--event', 'b012', '--suppose', 'waiver.json'],
  'explain an unknown event': ['explain', 'class', '--event', 'b0012'],
  'explain nobody': ['explain', 'class'],
  'explain with a bad key': ['explain', 'class', 'li-na', '--key', 'term'],
  'explain with a bad depth': ['explain', 'class', 'li-na', '--depth', 'deep'],
  'diff two moments': ['diff', 'class', '--as-of', '2026-04-21', '--against-as-of', '2026-04-22'],
  'diff a supposition': ['diff', 'class', '--against-suppose', 'waiver.json'],
  'diff what was known': ['diff', 'class', '--known-at', '2026-04-21'],
  'diff two moments around a ruling': ['diff', 'class', '--as-of', '2026-05-17', '--against-as-of', '2026-05-18'],
  'diff a misspelt supposition': ['diff', 'class', '--against-suppose', 'misspelt-waiver.json'],
  'diff the same': ['diff', 'class', 'class'],
  'diff nothing': ['diff', 'class'],
  'diff three rubrics': ['diff', 'class', 'bids', 'alone'],
  'diff events alone': ['diff', 'good.jsonl', 'bad.jsonl'],
  'init an occupied folder': ['init', 'class'],
  'init an unknown template': ['init', 'new', '--template', 'clas-conduct'],
  'unknown schema': ['schema', 'outcom'],
};

describe.each(['en', 'zh'])('in %s, this is what is printed:', (lang) => {
  test.each(Object.entries(cases))('%s', async (name, args) => {
    const { exit, out, err } = await meritlog(args, {
      cwd: workFolder(files),
      env: { LANG: `${lang}_${lang === 'zh' ? 'CN' : 'GB'}.UTF-8` },
    });
    const said = [
      `$ meritlog ${args.join(' ')}`,
      `exit ${exit}`,
      '--- stdout',
      out.trimEnd(),
      '--- stderr',
      err.trimEnd(),
      '',
    ].join('\n');
    await expect(said).toMatchFileSnapshot(
      path.join(import.meta.dirname, 'golden', lang, `${name.toLowerCase().replaceAll(' ', '-')}.txt`),
    );
    expect(exit).not.toBe(70);
  });

  test.each(commands.map(({ name }) => name))('the help of %s, with examples', async (name) => {
    const { exit, out } = await meritlog([name, '--help', '--lang', lang]);
    expect(exit).toBe(0);
    await expect(out).toMatchFileSnapshot(path.join(import.meta.dirname, 'golden', lang, `help-${name}.txt`));
  });

  test('the help of the whole', async () => {
    const { exit, out } = await meritlog(['--help', '--lang', lang]);
    expect(exit).toBe(0);
    await expect(out).toMatchFileSnapshot(path.join(import.meta.dirname, 'golden', lang, 'help.txt'));
  });
});
