import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { outcomeDocument, parseEvents, parseRubric, type Rubric, tryReplay } from '@meritlog/core';
import { referenceOutcome } from '@meritlog/reference';
import { afterAll, describe, expect, test } from 'vitest';
import { galleryFolder, galleryText } from '../src/gallery.js';
import { root } from '../src/repository.js';

/** What is looked at of an outcome as it is written. */
interface Shown {
  readonly standings: readonly object[];
  readonly subjects: Readonly<Record<string, { readonly indicators: Readonly<Record<string, { value: unknown }>> }>>;
  readonly findings: readonly { readonly code: string; readonly subject: string | null; readonly facts: object }[];
}

const rubric = good(parseRubric(galleryText('district', 'rubric.json')));
const whole = outcomeOf(rubric, galleryText('district', 'events.jsonl'));
const folder = mkdtempSync(path.join(tmpdir(), 'district-'));
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ['compose.mjs', 'rubric.json'],
  ['generate.mjs', 'events.jsonl'],
])('%s writes the %s that lies beside it, byte for byte', (script, file) => {
  const written = path.join(folder, file);
  execFileSync(process.execPath, [path.join(galleryFolder, 'district', script), written]);
  expect(readFileSync(written, 'utf8')).toBe(galleryText('district', file));
});

describe('four groups of 36 units', () => {
  test('have the means and the factors that §5.15 of the scheme names', () => {
    const shown = ['A01', 'B01', 'C01', 'D01'].map((unit) => {
      const { groupMean, correction } = whole.subjects[unit]?.indicators ?? {};
      return [groupMean?.value, correction?.value];
    });
    expect(shown).toEqual([
      ['867.724', '1.0307'],
      ['902.4', '0.9911'],
      ['911.15', '0.9816'],
      ['894.6', '0.9998'],
    ]);
    expect(whole.subjects.A01?.indicators.adjusted?.value).toBe('1044.77');
  });

  test('leave the townships every number that their own scheme gives them', () => {
    const example = (file: string) => readFileSync(path.join(root, 'examples/four-institutions', file), 'utf8');
    const own = outcomeOf(good(parseRubric(example('rubric.json'))), example('events.jsonl'));
    for (const [unit, file] of Object.entries(own.subjects)) {
      expect({ unit, ...values(whole.subjects[unit], Object.keys(file.indicators)) }).toEqual({
        unit,
        ...values(file, Object.keys(file.indicators)),
      });
    }
  });
});

// The reference reads every event for every number, and the whole district would take it hours.
test('the reference judges a unit of each group as core does, tasks, visits and contests apart', async () => {
  const units = ['A04', 'B06', 'C12', 'D05'];
  const lines = galleryText('district', 'events.jsonl').split('\n').filter(Boolean);
  const part = lines.filter((line) => {
    const { type, subject, data } = JSON.parse(line);
    return units.includes(subject) && !/^(task|visit|contest)\./.test(type) && !(data.item > 3);
  });
  const { standings, subjects, findings } = outcomeOf(rubric, part.join('\n'));
  const theirs = written(await referenceOutcome(rubric.model, good(parseEvents(rubric, part.join('\n')))));
  expect({ ...theirs, findings: theirs.findings.map(withoutMessage) }).toEqual({
    standings,
    subjects,
    findings: findings.map(withoutMessage),
  });
}, 300_000);

function outcomeOf(of: Rubric, events: string): Shown {
  return written(outcomeDocument(good(tryReplay(good(parseEvents(of, events)), of))));
}

function values(
  file: Shown['subjects'][string] | undefined,
  names: readonly string[],
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(names.map((name) => [name, file?.indicators[name]?.value]));
}

function withoutMessage({ code, subject, facts }: Shown['findings'][number]): object {
  return { code, subject, facts };
}

function written(value: object): Shown {
  return JSON.parse(JSON.stringify(value));
}

function good<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly object[] },
): T {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.problems, null, 2));
}
