import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Json, parseEvents, parseRubric, type Rubric, runExamples } from '@meritlog/core';
import { referenceOutcome } from '@meritlog/reference';
import { describe, expect, test } from 'vitest';
import { galleryCommand, galleryFolder, galleryNames, galleryText } from '../src/gallery.js';
import { resultCells } from '../src/result-tables.js';

/** Too long for the reference, which judges a part of it in `gallery-district.test.ts`. */
const judgedInPart: readonly string[] = ['district'];

/** What `check` warns of and shall, by folder and code, each with its reason. */
const meantWarnings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'fencing-cards': {
    'decided-by-id':
      'The order of calls in a bout matters, so two at one instant need a `sequence`; the README says so.',
  },
};

test.each(['README.md', 'README.zh.md'])('the index of the gallery in %s names every folder', (file) => {
  const index = readFileSync(path.join(galleryFolder, file), 'utf8');
  expect(index.match(/^\| \[([a-z0-9-]+)\]\(\1\) \|/gm)).toEqual(galleryNames.map((name) => `| [${name}](${name}) |`));
});

describe.each(galleryNames)('%s', (name) => {
  const rubric = parsed(parseRubric(galleryText(name, 'rubric.json')));
  const edition = rubric.model.editions[0];

  test('has no problems but the warnings that are meant', async () => {
    const { exit, out, err } = await galleryCommand(name, ['check', '.']);
    const warnings = [...new Set([...out.matchAll(/ warning \[([a-z-]+)\]$/gm)].map(([, code]) => code))];
    expect({ exit, warnings }).toEqual({
      exit: 0,
      warnings: Object.keys(meantWarnings[name] ?? {}),
    });
    expect(err).toMatch(/^2 files checked(, no problems|: 0 errors)/m);
  });

  test('carries examples beside every rule, standing and shown indicator, and all of them pass', () => {
    expect(rubric.model.editions.flatMap(withoutExamples)).toEqual([]);
    expect(runExamples(rubric).filter(({ ok }) => !ok)).toEqual([]);
  });

  test('gives the outcome that lies beside it', async () => {
    await expect(await printedOutcome(name)).toMatchFileSnapshot(path.join(galleryFolder, name, 'expected.json'));
  });

  test('has a README with a title, a source, and results that were worked out by hand and came out', async () => {
    const readme = galleryText(name, 'README.md');
    expect(readme).toMatch(/^# \S/);
    expect(readme).toMatch(/^Source: \S/m);
    const cells = resultCells(
      readme,
      { subject: edition?.subject ?? '', all: [...(edition?.keys.keys() ?? [])] },
      JSON.parse(await printedOutcome(name)),
    );
    expect(cells.map(({ place, shown }) => `${place}: ${shown}`)).toEqual(
      cells.map(({ place, found }) => `${place}: ${found}`),
    );
    expect(cells.length).toBeGreaterThan(4);
  });
});

test.each(galleryNames.filter((name) => !judgedInPart.includes(name)))(
  '%s is judged alike by the reference',
  async (name) => {
    const rubric = parsed(parseRubric(galleryText(name, 'rubric.json')));
    const { standings, subjects, findings } = JSON.parse(await printedOutcome(name));
    const ledger = parsed(parseEvents(rubric, galleryText(name, 'events.jsonl')));
    const theirs = await referenceOutcome(rubric.model, ledger);
    expect(plain({ ...theirs, findings: theirs.findings.map(withoutMessage) })).toEqual({
      standings,
      subjects,
      findings: findings.map(withoutMessage),
    });
  },
);

async function printedOutcome(name: string): Promise<string> {
  const { exit, out, err } = await galleryCommand(name, ['run', '.', '--format', 'json']);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  return out;
}

function withoutExamples({ rules, indicators, standings }: Rubric['model']['editions'][number]): string[] {
  const shown = [...indicators.values()].filter(({ hidden }) => !hidden);
  return [...rules.values(), ...shown, ...standings.values()].flatMap(({ name, examples }) =>
    examples.length === 0 ? [name] : [],
  );
}

function withoutMessage({ code, subject, facts }: { code: string; subject: string | null; facts: object }): object {
  return { code, subject, facts };
}

function plain(value: object): Json {
  return JSON.parse(JSON.stringify(value));
}

function parsed<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly object[] },
): T {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.problems, null, 2));
}
