import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseEvents } from '../../src/ledger.js';
import { chainKeys } from '../../src/model/chain-keys.js';
import type { Ledger } from '../../src/model/ledger.js';
import type { Lens } from '../../src/model/lens.js';
import type { Result } from '../../src/model/problem.js';
import { replay } from '../../src/replay.js';
import { parseRubric } from '../../src/rubric.js';
import { editKinds, kindOf, randomEdit } from './edits.js';
import { type FlagshipEvent, type FoldOptions, fold } from './fold.js';
import * as golden from './golden.js';
import { differences, foldReadings, type Readings, readingsOf } from './rubric-reading.js';

const example = path.resolve(import.meta.dirname, '../../../../examples/four-institutions');
const text = readFileSync(path.join(example, 'rubric.json'), 'utf8');
const lines = readFileSync(path.join(example, 'events.jsonl'), 'utf8').trimEnd().split('\n');
const events: readonly FlagshipEvent[] = lines.map((line) => JSON.parse(line));

const rubric = sound(parseRubric(text, { file: 'rubric.json' }));
const ledger = ledgerOf(events);
const baseline = replay(ledger, rubric);
const readings = readingsOf(baseline);
const asAmended: FoldOptions = { amendment: true, tieBreakers: true, revoke: [] };

function sound<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problems.map(({ pointer, message }) => `${pointer} ${message.en}`).join('\n'));
  return result.value;
}

function ledgerOf(all: readonly FlagshipEvent[]): Ledger {
  return sound(parseEvents(rubric, all));
}

const through = (lens: Lens): Readings => readingsOf(replay(ledger, rubric, lens));

const folded = (options: Partial<FoldOptions> = {}, all = events): Readings =>
  foldReadings(fold(all, { ...asAmended, ...options }));

/** The golden values of a unit, without what they leave out. */
const only = (unit: string, names: readonly string[]): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(names.map((name) => [name, readings[unit]?.[name]]));

const points = (value: string | number): string => Number(value).toFixed(2);

describe('the rubric', () => {
  test('is checked without a warning', () => {
    expect(rubric.warnings).toEqual([]);
  });

  test('names everything in both languages and every rule by its clause', () => {
    for (const { events: types, indicators, rules, standings } of rubric.model.editions) {
      const named = [...types.values(), ...indicators.values(), ...standings.values()];
      expect(named.filter(({ title }) => title === undefined || !/\p{Script=Han}/u.test(title.zh))).toEqual([]);
      expect([...rules.values()].filter(({ basis }) => basis === undefined)).toEqual([]);
      const shown = [...standings.values()].flatMap(({ bands, awards, by }) => [...bands, ...awards, ...chainKeys(by)]);
      const awardKeys = [...standings.values()].flatMap(({ awards }) => awards.flatMap(({ by }) => chainKeys(by)));
      expect(shown.filter((one) => one.title === undefined && !awardKeys.some((key) => key === one))).toEqual([]);
    }
  });

  test('keeps a rule, an indicator or a band on lines that can be read', () => {
    expect(text.split('\n').filter((line) => [...line].length > 200)).toEqual([]);
  });
});

describe('the year by the rubric', () => {
  test.each(Object.entries(golden.goldenLeaves))('gives %s every leaf of §5.22', (unit, leaves) => {
    expect(only(unit, Object.keys(leaves))).toEqual(leaves);
  });

  test.each(Object.entries(golden.goldenDimensions))('gives %s its four dimensions', (unit, dimensions) => {
    expect(Object.values(only(unit, ['1', '2', '3', '4']))).toEqual(dimensions);
  });

  test.each(golden.goldenResults)('gives $unit rank $rank and its row of the result table', ({ unit, ...row }) => {
    const { rank, cardPoints, safetyFactor, money, ...same } = row;
    const numbers = { cardPoints: points(cardPoints), safetyFactor: points(safetyFactor), money: points(money) };
    expect(only(unit, Object.keys(row))).toEqual({ ...same, rank: String(rank), ...numbers });
  });

  test('has the cards of §5.24.25 with their states and last days', () => {
    const cards = Object.entries(golden.goldenCards).map(([id, [, state, lastDay, endedOn]]) =>
      `${id} ${state} ≤${lastDay} ${endedOn ?? ''}`.trim(),
    );
    const found = Object.values(readings).flatMap(
      (unit) => unit.cards?.split(', ').filter((card) => card !== '') ?? [],
    );
    expect(found.sort()).toEqual(cards.sort());
  });

  test('breaks the tie of A09 and A02 by 1.1.2', () => {
    const rows = baseline.standings[0]?.rows ?? [];
    expect(rows.slice(0, 4).map((row) => `${row.rank} ${row.subject} ${row.decidedBy}`)).toEqual([
      '1 A01 total',
      '2 A09 petitions',
      '3 A02 petitions',
      '4 A05 total',
    ]);
  });

  test('pays what §5.22 pays, as a consequence and as an indicator', () => {
    const rows = baseline.standings[0]?.rows ?? [];
    const paid = rows.map(({ consequences }) => Number(consequences.find(({ what }) => what === 'money')?.amount));
    expect(paid).toEqual(golden.goldenResults.map(({ money }) => money));
    expect(paid.reduce((total, amount) => total + amount)).toBe(golden.goldenMoneyPaid);
  });

  test('finds the veto without basis, writes to A07 alone, and finds no card that is owed or unfounded', () => {
    const found = baseline.findings.filter(({ code }) => code !== 'simultaneous');
    expect(found.map(({ code, subject, facts }) => `${code} ${subject} ${facts.goal ?? facts.rule}`)).toEqual([
      'letter.due A07 1.2.1',
      'letter.due A07 1.2.2',
      'veto.without-basis A10 V4',
    ]);
  });

  test('says of every unit what the fold says', () => {
    expect(differences(readings, folded())).toEqual([]);
  });

  test('lists a trigger from its day on until somebody decides on the card', () => {
    const owed = (asOf: string) =>
      replay(ledger, rubric, { asOf })
        .findings.filter(({ code, subject }) => code === 'card.due' && subject === 'A07')
        .map(({ facts }) => `${facts.rule} ${facts.about}`);
    expect(owed('2026-05-15')).toEqual([]);
    expect(owed('2026-05-16')).toEqual(['Y1 A07-matter-M2']);
    expect(owed('2026-05-20')).toEqual([]);
  });

  test('asks for reconsideration within five working days, and seven of notices received from July on', () => {
    const days = (unit: string) =>
      baseline.subjects[unit]?.consequences
        .filter(({ what }) => what === 'reconsideration')
        .map(({ amount }) => amount);
    expect(days('A10')).toContain('5');
    expect(new Set(days('A05'))).toEqual(new Set(['7']));
  });
});

describe('the scenarios of §5.23 are lenses over one ledger', () => {
  test('W2: edition 1.0.0 throughout', () => {
    const found = through({ edition: '1.0.0' });
    const { petitions, total, rank, band, safetyFactor, money } = golden.goldenW2;
    expect(found.A03).toMatchObject({
      '1.1.2': petitions,
      total,
      rank: String(rank),
      band,
      safetyFactor: points(safetyFactor),
      money: points(money),
    });
    expect(differences(found, folded({ amendment: false }))).toEqual([]);
  });

  test('W4: the yellow card of A05 is revoked, and then its trigger waits for a decision', () => {
    const found = through({ suppose: { void: [golden.goldenW4.revoked] } });
    const { revoked, rank, ...rest } = golden.goldenW4;
    expect(found.A05).toMatchObject({ ...rest, rank: String(rank), undecided: 'Y1 A05-matter-M5 2026-11-11' });
    expect(differences(found, folded({ revoke: [revoked] })).filter((one) => !one.startsWith('A05 undecided'))).toEqual(
      [],
    );
  });

  test('W7: without tie-breakers the tie at the quota line waits for a decision', () => {
    const suppose = { rubric: { standings: { ranking: { by: [{ is: 'total' }] } } } };
    const outcome = replay(ledger, rubric, { suppose });
    expect(differences(readingsOf(outcome), folded({ tieBreakers: false }))).toEqual([]);
    const ties = outcome.findings.filter(({ code }) => code === 'unresolved-tie');
    expect(ties.map(({ facts }) => facts.members)).toEqual([golden.goldenW7.tied.join(', ')]);
  });

  test('W10: with the polarities of red and black swapped every number is the same, and the labels are not', () => {
    const titles = {
      red: { en: 'Red card (worst)', zh: '红牌（最差）' },
      black: { en: 'Black card (best)', zh: '黑牌（最佳）' },
    };
    const colours = {
      red: { polarity: 'censure', title: titles.red },
      black: { polarity: 'merit', title: titles.black },
    };
    const suppose = { rubric: { vocabulary: { events: { 'card.confirmed': { card: { colours } } } } } };
    const outcome = replay(ledger, rubric, { suppose });
    expect(readingsOf(outcome)).toEqual(readings);
    expect(outcome.subjects.A01?.cards.map(({ polarity }) => polarity)).toEqual(['censure', 'censure']);
  });
});

describe('whatever is done to the events, the rubric says what the fold says', () => {
  test.each(editKinds.map((kind, seed) => [kind, seed] as const))('%s', { timeout: 60_000 }, (kind, seed) => {
    expect(kindOf(seed)).toBe(kind);
    const edited = randomEdit(seed, events);
    expect(differences(readingsOf(replay(ledgerOf(edited), rubric)), folded({}, edited))).toEqual([]);
  });
});
