import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { examples, home, meritlog } from './meritlog.js';

const schemes = ['class-conduct', 'contractor-scorecard'];
const read = (...parts: string[]): string => readFileSync(path.join(...parts), 'utf8');

describe.each(schemes)('the example %s', (name) => {
  test('gives the outcome that lies beside it', async () => {
    const { exit, out, err } = await meritlog(['run', path.join(examples, name), '--format', 'json']);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    await expect(out).toMatchFileSnapshot(path.join(examples, name, 'expected.json'));
  });

  test.each(['README.md', 'README.zh.md'])('gives the places that its %s shows', async (file) => {
    const { out } = await meritlog(['run', path.join(examples, name), '--format', 'json']);
    const rows: { subject: string; rank: number | null; total: string | null }[] = JSON.parse(out).standings[0].rows;
    const shown = rows.map(({ subject, rank, total }) => [subject, rank === null ? '–' : String(rank), total]);
    expect(placesIn(read(examples, name, file))).toEqual(shown);
  });

  test('is the template of the same name, file by file', () => {
    for (const file of ['rubric.json', 'events.jsonl', 'README.md', 'README.zh.md']) {
      expect(read(home, 'templates', name, file)).toBe(read(examples, name, file));
    }
  });

  test('has no problems and no warnings', async () => {
    const { exit, out } = await meritlog(['check', path.join(examples, name)]);
    expect({ exit, out }).toEqual({ exit: 0, out: '' });
  });
});

/** Subject, rank and points of each row of the table of a README. */
function placesIn(readme: string): (string | null)[][] {
  const rows = readme.split('\n').filter((line) => /^\| [\d–]/.test(line));
  return rows.flatMap((row) => {
    const [rank = '', who = '', points = ''] = row
      .split('|')
      .slice(1)
      .map((cell) => cell.trim());
    const names = who.match(/[a-z]+(?:-[a-z]+)?(?=$|,|、|（| \()/g) ?? [];
    return names.map((name) => [name, rank, /^[\d.]+$/.test(points) ? points : null]);
  });
}
