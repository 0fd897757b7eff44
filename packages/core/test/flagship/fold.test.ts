import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { editKinds, kindOf, randomEdit } from './edits.js';
import { type Card, type FlagshipEvent, fold, type UnitOutcome } from './fold.js';
import { decimal, plus, whole } from './fold-fraction.js';
import * as golden from './golden.js';

const example = path.resolve(import.meta.dirname, '../../../../examples/four-institutions');
const bytes = readFileSync(path.join(example, 'events.jsonl'), 'utf8');
const events: readonly FlagshipEvent[] = bytes
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));

const asAmended = { amendment: true, tieBreakers: true, revoke: [] };
const baseline = fold(events, asAmended);
const units = Object.values(baseline.units);

function unit(outcome: typeof baseline, id: string): UnitOutcome {
  const found = outcome.units[id];
  if (found === undefined) throw new Error(`no unit ${id}`);
  return found;
}

const byId = (cards: readonly Card[]) => Object.fromEntries(cards.map((card) => [card.id, card]));

describe('the events of the year', () => {
  test('are what generate.mjs writes, byte for byte', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'meritlog-flagship-'));
    const file = path.join(folder, 'events.jsonl');
    execFileSync(process.execPath, [path.join(example, 'generate.mjs'), file]);
    expect(readFileSync(file, 'utf8') === bytes).toBe(true);
    rmSync(folder, { recursive: true });
  });

  test('are thousands of single events with readable, unique ids, recorded no earlier than they happened', () => {
    expect(events.length).toBeGreaterThan(4000);
    expect(events.length).toBeLessThan(8000);
    expect(new Set(events.map((event) => event.id)).size).toBe(events.length);
    const odd = events.filter(
      ({ id, time, recordedtime }) =>
        !/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/.test(id) ||
        !/^202[67]-\d\d-\d\dT(09|1[0-7]):\d\d:00\+08:00$/.test(time) ||
        recordedtime < time,
    );
    expect(odd).toEqual([]);
  });

  test('stand in order of recordedtime, time and id', () => {
    const keys = events.map((event) => `${event.recordedtime} ${event.time} ${event.id}`);
    expect(keys).toEqual([...keys].sort());
  });

  test('refer only to events that are there', () => {
    const ids = new Set(events.map((event) => event.id));
    const references = ['proposal', 'card', 'order', 'honour', 'appeal', 'taskNo', 'id', 'project'];
    const dangling = events.flatMap(({ id, data }) =>
      references
        .filter((field) => typeof data[field] === 'string' && !ids.has(data[field]))
        .map((field) => `${id} ${field}`),
    );
    expect(dangling).toEqual([]);
  });

  test('have fields that EVENTS.md names, and types that it lists', () => {
    const page = readFileSync(path.join(example, 'EVENTS.md'), 'utf8');
    for (const type of new Set(events.map((event) => event.type))) {
      const rows = page.split('\n').filter((line) => line.startsWith('|') && line.includes(`\`${type}\``));
      expect(rows, type).not.toHaveLength(0);
      const fields = new Set(events.filter((event) => event.type === type).flatMap((event) => Object.keys(event.data)));
      for (const field of fields) {
        if (['actorRole', 'actorRef', 'basis'].includes(field)) continue;
        const where = rows.join('\n').includes('as proposed') ? page : rows.join('\n');
        expect(where, `${type} ${field}`).toContain(`\`${field}\``);
      }
    }
  });
});

describe('the fold of the year', () => {
  test.each(Object.entries(golden.goldenLeaves))('gives %s every leaf of §5.22', (id, leaves) => {
    expect(unit(baseline, id).leaves).toEqual(leaves);
  });

  test.each(Object.entries(golden.goldenDimensions))('gives %s its four dimensions', (id, dimensions) => {
    expect(unit(baseline, id).dimensions).toEqual(dimensions);
  });

  test.each(golden.goldenResults)('gives $unit rank $rank and its row of the result table', (row) => {
    const { bonus, ...rest } = unit(baseline, row.unit);
    const shown = { ...rest, over: bonus.over, honours: bonus.honours, reds: bonus.reds, bonus: bonus.total };
    expect(shown).toMatchObject(row);
  });

  test('has the group mean and the money of §5.22', () => {
    const sum = units.map(({ total }) => decimal(Number(total))).reduce(plus, whole(0));
    expect(sum.n * 100n).toBe(BigInt(golden.goldenGroupMean.replace('.', '')) * sum.d);
    expect(units.reduce((paid, { money }) => paid + (money ?? 0), 0)).toBe(golden.goldenMoneyPaid);
    expect(baseline.unresolvedTies).toEqual([]);
  });

  test('has the cards of §5.24.25 with their states and last days', () => {
    const cards = units.flatMap((one) => one.cards);
    const shown = cards.map(({ id, day, state, lastDay, endedOn, points }) => [
      id,
      [day, state, lastDay, endedOn, points],
    ]);
    expect(Object.fromEntries(shown)).toEqual(golden.goldenCards);
  });

  test('fires no trigger that §5.22 does not show, and every card has one', () => {
    const fired = units.flatMap((one) =>
      one.triggers.map(({ rule, about, day }) => [`${one.unit} ${rule} ${about}`, day]),
    );
    expect(Object.fromEntries(fired)).toEqual(golden.goldenTriggers);
    expect(units.flatMap((one) => [...one.undecided, ...one.untriggered])).toEqual([]);
  });

  test('writes reminder letters to A07 alone, for the third quarter', () => {
    const letters = Object.fromEntries(
      units.map((one) => [one.unit, one.letters]).filter(([, all]) => all?.length !== 0),
    );
    const indicators = ['1.2.1', '1.2.2'];
    expect(letters).toEqual({ A07: indicators.map((indicator) => ({ indicator, quarter: 3 })) });
  });

  test('does not depend on the order in which events arrive', () => {
    expect(fold([...events].reverse(), asAmended)).toEqual(baseline);
  });
});

describe('the scenarios of §5.23', () => {
  test('W2: edition 1.0.0 throughout, for A03', () => {
    const a03 = unit(fold(events, { ...asAmended, originalFor: ['A03'] }), 'A03');
    const { petitions, ...rest } = golden.goldenW2;
    expect(a03).toMatchObject(rest);
    expect(a03.leaves['1.1.2']).toBe(petitions);
  });

  test('W4: the appeal of A05 succeeds', () => {
    const { revoked, ...rest } = golden.goldenW4;
    expect(unit(fold(events, { ...asAmended, revoke: [revoked] }), 'A05')).toMatchObject(rest);
  });

  test('W7: without tie-breakers the tie at the quota line waits for a decision', () => {
    const outcome = fold(events, { ...asAmended, tieBreakers: false });
    expect(outcome.unresolvedTies).toEqual([golden.goldenW7.tied]);
    for (const id of golden.goldenW7.tied) {
      expect(unit(outcome, id)).toMatchObject({ rank: golden.goldenW7.rank, band: null, money: null });
    }
    expect(unit(outcome, 'A05').rank).toBe(4);
  });
});

describe('the rules of cards at their boundaries', () => {
  const confirmedOn = (id: string, day: string) =>
    events.map((event) =>
      event.id === id
        ? { ...event, time: day + event.time.slice(10), recordedtime: day + event.recordedtime.slice(10) }
        : event,
    );

  test('a third yellow of A06 on 10-21 finds the first one lapsed, so there is no black', () => {
    const a06 = unit(fold(confirmedOn('A06-card-Y3-Q3', '2026-10-21'), asAmended), 'A06');
    expect(a06.cards.map((card) => [card.rule, card.state])).toEqual([
      ['Y1', 'lapsed'],
      ['Y1', 'lapsed'],
      ['Y3', 'active'],
    ]);
    const onTheLastDay = unit(fold(confirmedOn('A06-card-Y3-Q3', '2026-10-20'), asAmended), 'A06');
    expect(onTheLastDay.cardPoints).toBe(-40);
  });

  test('if one of the three is revoked, the black falls and the others are yellows again', () => {
    const a06 = unit(fold(events, { ...asAmended, revoke: ['A06-card-Y1-M2'] }), 'A06');
    expect(byId(a06.cards)['B1@A06-card-Y3-Q3']).toBeUndefined();
    expect(a06.cardPoints).toBe(-20);
  });

  test('a lift needs a claim within the time of the notice', () => {
    const claimedOn = confirmedOn('A03-order-Y1-M5-claim', '2026-09-24');
    expect(unit(fold(claimedOn, asAmended), 'A03').cardPoints).toBe(-10);
  });

  test('a yellow does not lapse while its order is open', () => {
    const open = events.filter((event) => event.id !== 'A10-order-Y1-M3-check');
    expect(byId(unit(fold(open, asAmended), 'A10').cards)['A10-card-Y1-M3']?.state).toBe('active');
  });
});

describe('edits', () => {
  const seeds = editKinds.map((_, seed) => seed);

  test('are of at least twelve kinds', () => {
    expect(editKinds.length).toBeGreaterThanOrEqual(12);
    expect(new Set(seeds.map(kindOf)).size).toBe(editKinds.length);
  });

  test('are repeatable and leave the events given untouched', () => {
    for (const seed of seeds) expect(randomEdit(seed, events)).toEqual(randomEdit(seed, events));
    expect(bytes).toBe(events.map((event) => `${JSON.stringify(event)}\n`).join(''));
  });

  test('keep ids unique, nothing recorded before it happened, and every total known', { timeout: 60_000 }, () => {
    for (const seed of seeds) {
      const edited = randomEdit(seed, events);
      expect(new Set(edited.map((event) => event.id)).size, kindOf(seed)).toBe(edited.length);
      expect(
        edited.filter((event) => event.recordedtime < event.time),
        kindOf(seed),
      ).toEqual([]);
      const outcome = Object.values(fold(edited, asAmended).units);
      expect(
        outcome.filter((one) => one.total === null),
        kindOf(seed),
      ).toEqual([]);
    }
  });

  test('change the outcome for some seed of each kind', { timeout: 60_000 }, () => {
    const before = JSON.stringify(baseline);
    const idle = seeds.filter((first) => {
      const tries = Array.from({ length: 12 }, (_, round) => first + round * editKinds.length);
      return tries.every((seed) => JSON.stringify(fold(randomEdit(seed, events), asAmended)) === before);
    });
    expect(idle.map(kindOf)).toEqual([]);
  });
});
