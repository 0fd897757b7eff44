import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {
  canonical,
  type Lens,
  outcomeDocument,
  parseEvents,
  parseRubric,
  SEMANTICS,
  tryReplay,
} from '../../src/index.js';
import { sha256 } from '../../src/model/digest.js';
import type { JsonObject } from '../../src/model/json.js';
import { arbitraryCase, type Case, schemeFiles } from '../../src/testing/index.js';

/** What was judged once, and what came out: both never change. */
export interface Golden {
  /** Number, and name of its folder. */
  readonly name: string;
  readonly rubric: string;
  readonly events: string;
  readonly lens: Lens;
  /** The outcome document, printed canonically. */
  readonly outcome: string;
}

const folder = import.meta.dirname;
const examples = path.resolve(folder, '../../../../examples');
const FILES = ['rubric.json', 'events.jsonl', 'lens.json', 'outcome.json'] as const;

export function goldensOf(semantics: number): readonly Golden[] {
  const root = path.join(folder, String(semantics));
  return (existsSync(root) ? readdirSync(root).sort() : []).map((name) => {
    const [rubric = '', events = '', lens = '', outcome = ''] = FILES.map((file) =>
      readFileSync(path.join(root, name, file), 'utf8'),
    );
    return { name: `${semantics}/${name}`, rubric, events, lens: JSON.parse(lens), outcome: outcome.trimEnd() };
  });
}

/** The digests of all files, by their path. */
export function digestsOf(semantics: number): { readonly [file: string]: string } {
  const root = path.join(folder, String(semantics));
  const files = readdirSync(root)
    .sort()
    .flatMap((name) => FILES.map((file) => `${name}/${file}`));
  return Object.fromEntries(
    files.map((file) => [`${semantics}/${file}`, sha256(readFileSync(path.join(root, file), 'utf8'))]),
  );
}

export function listed(): { readonly [file: string]: string } {
  return JSON.parse(readFileSync(path.join(folder, 'digests.json'), 'utf8'));
}

/** What the outcome of a golden is today. */
export function outcomeOf({ rubric: text, events, lens }: Omit<Golden, 'outcome'>): string {
  const rubric = gone(parseRubric(text));
  const outcome = gone(tryReplay(gone(parseEvents(rubric, events)), rubric, lens));
  return canonical(JSON.parse(JSON.stringify(outcomeDocument(outcome))));
}

const EXAMPLES = [
  'class-conduct',
  'contractor-scorecard',
  'gallery/canvas-outcomes',
  'gallery/cup-group',
  'gallery/fencing-cards',
  'gallery/grand-prix-season',
  'gallery/licence-points',
  'gallery/moodle-aggregation',
];
const GENERATED = 8;
/** Of the cases that are generated, those of which most comes out are kept. */
const TRIED = 60;

/** Writes the goldens of the current number anew, from the examples of today: only for a number that no release has. */
export function writeGoldens(): void {
  const generated = fc.sample(arbitraryCase({ events: 25 }), { numRuns: TRIED, seed: 20_261_124 }).map(written);
  const fullest = generated.toSorted((a, b) => fullness(b) - fullness(a)).slice(0, GENERATED);
  const cases = [...EXAMPLES.map(ofExample), ...fullest.map((one, at) => ({ ...one, name: `generated-${at + 1}` }))];
  for (const one of cases) {
    const at = path.join(folder, String(SEMANTICS), one.name);
    mkdirSync(at, { recursive: true });
    const texts = [one.rubric, one.events, `${JSON.stringify(one.lens)}\n`, `${outcomeOf(one)}\n`];
    for (const [index, file] of FILES.entries()) writeFileSync(path.join(at, file), texts[index] ?? '');
  }
  const others = Object.entries(existsSync(path.join(folder, 'digests.json')) ? listed() : {}).filter(
    ([file]) => !file.startsWith(`${SEMANTICS}/`),
  );
  const digests = { ...Object.fromEntries(others), ...digestsOf(SEMANTICS) };
  writeFileSync(path.join(folder, 'digests.json'), `${JSON.stringify(digests, null, 2)}\n`);
}

function ofExample(example: string): Omit<Golden, 'outcome'> {
  const [rubric = '', events = ''] = ['rubric.json', 'events.jsonl'].map((file) =>
    readFileSync(path.join(examples, example, file), 'utf8'),
  );
  return { name: path.basename(example), rubric, events, lens: { semantics: SEMANTICS } };
}

function written({ rubric, events, lens }: Case): Omit<Golden, 'outcome'> {
  const files = schemeFiles({ rubric, events });
  const [text = '', lines = ''] = [files['rubric.json'], files['events.jsonl']];
  return { name: '', rubric: text, events: lines, lens: { ...lens, semantics: SEMANTICS } };
}

/** How much of the language a case is about: the length of what comes out, and what it has of most kinds. */
function fullness(one: Omit<Golden, 'outcome'>): number {
  const { standings, subjects, findings } = JSON.parse(outcomeOf(one)) as JsonObject;
  return new Set(JSON.stringify([standings, subjects, findings]).match(/"[a-z][A-Za-z0-9.@/-]*"/g)).size;
}

function gone<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly object[] },
): T {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.problems, null, 1));
}
