import process from 'node:process';
import { describe, expect, test } from 'vitest';
import {
  canonical,
  type Lens,
  outcomeDocument,
  parseEvents,
  parseRubric,
  replay,
  SEMANTICS,
  SEMANTICS_SINCE,
  tryReplay,
} from '../../src/index.js';
import { ENGINES } from '../../src/semantics.js';
import { arbitraryCase, type Case } from '../../src/testing/index.js';
import { rubric } from '../faults/small-rubric.js';
import { digestsOf, goldensOf, listed, outcomeOf, writeGoldens } from '../semantics/goldens.js';
import { law } from './law.js';
import { read } from './read-case.js';

if (process.env.MERITLOG_SEMANTICS === 'write') writeGoldens();

const NUMBERS = Object.keys(SEMANTICS_SINCE).map(Number);

/** What to do is said in docs/decisions/0012-semantics-numbers.md. */
const HELD =
  'A golden of a semantics number never changes: outcomes of then must come out the same for ever. Raise the number in packages/core/src/model/semantics.ts and keep the old engine in packages/core/src/semantics.ts (docs/decisions/0012-semantics-numbers.md).';

describe('I16: every past number stays executable, and its frozen goldens never change', () => {
  test.each(NUMBERS)('number %i has goldens, of which no file was added, changed or lost', (number) => {
    const own = Object.entries(listed()).filter(([file]) => file.startsWith(`${number}/`));
    expect(digestsOf(number), HELD).toEqual(Object.fromEntries(own));
    expect(goldensOf(number).length).toBeGreaterThanOrEqual(12);
  });

  test.each(NUMBERS.flatMap((number) => goldensOf(number).map((golden) => [golden.name, golden] as const)))(
    '%s comes out as it did',
    (_name, golden) => {
      expect(outcomeOf(golden) === golden.outcome ? 'as it did' : outcomeOf(golden), HELD).toBe('as it did');
    },
  );

  test('every number has an engine, and the current one is the greatest', () => {
    expect(Object.keys(ENGINES).map(Number)).toEqual(NUMBERS);
    expect(Math.max(...NUMBERS)).toBe(SEMANTICS);
  });
});

law(
  'I16: every outcome names the semantics number it was computed under',
  { cases: arbitraryCase(), runs: 20, schemeOf: (one: Case) => one },
  (one, tally) => {
    const { rubric: by, ledger } = read(one);
    const { semantics: _, ...lens } = one.lens;
    const body = (judge: typeof by, through: Lens): string => {
      const { lens: asked, digests, ...document } = outcomeDocument(replay(ledger, judge, through));
      return canonical(JSON.parse(JSON.stringify(document)));
    };
    const plain = body(by, lens);
    expect(JSON.parse(plain).semantics).toBe(SEMANTICS);
    expect(body(by, { ...lens, semantics: SEMANTICS })).toBe(plain);
    const pinned = parseRubric(one.rubric.map((document) => ({ ...document, semantics: SEMANTICS })));
    if (pinned.ok) expect(body(pinned.value, lens)).toBe(plain);
    tally.count('pinned', pinned.ok);
  },
);

describe('A number that no version had is refused, with those that there are,', () => {
  const small = rubric({});

  test('in a lens', () => {
    const ledger = parseEvents(small, []);
    if (!ledger.ok) throw new Error('no events are right');
    const looked = tryReplay(ledger.value, small, { semantics: 7 });
    const [problem] = looked.ok ? [] : looked.problems;
    expect(problem).toMatchObject({ code: 'lens-semantics', pointer: '/semantics' });
    expect(problem?.message.en).toBe(
      'Semantics 7 is not known to this version of the package, which knows 1 (since 0.1.0).',
    );
  });

  test('in an edition', () => {
    const document = small.model.editions[0]?.document ?? {};
    const parsed = parseRubric({ ...document, semantics: 0 });
    expect(parsed.ok ? [] : parsed.problems.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'semantics-unknown /semantics',
    ]);
  });
});
