import type { BenchResult } from './result.js';
import { BANDS, CAPS } from './scheme.js';
import type { BenchData, BenchEvent } from './workload.js';

/** The fold a programmer would write for this scheme alone: a switch on the type, tenths in typed arrays. */
export function handWritten(events: readonly BenchEvent[]): BenchResult {
  const ids = new Map<string, number>();
  const names: string[] = [];
  const points = new Float64Array(6 * 4096);
  const cards = new Int32Array(4096);
  for (const { type, subject, data } of events) {
    let id = ids.get(subject);
    if (id === undefined) {
      id = names.length;
      ids.set(subject, id);
      names.push(subject);
    }
    apply(type, data, 6 * id, id, points, cards);
  }
  return standings(names, points, cards);
}

function apply(type: string, d: BenchData, at: number, id: number, points: Float64Array, cards: Int32Array): void {
  const give = (to: number, tenths: number): void => {
    points[at + to] = (points[at + to] ?? 0) + tenths;
  };
  switch (type) {
    case 'fact.t0':
      if (d.verified && d.value >= 30) give(0, 5);
      if (d.severity >= 3 && (d.grade === 'C' || d.grade === 'D' || d.level < 2)) give(3, -3);
      return;
    case 'fact.t1':
      if (d.verified && d.value >= 33) give(1, 6);
      if (d.zone !== 'north' && d.count > 12) give(4, -4);
      return;
    case 'fact.t2':
      if (d.verified && d.value >= 36) give(2, 7);
      if (d.grade === 'D') cards[id] = (cards[id] ?? 0) + 1;
      return;
    case 'fact.t3':
      if (d.verified && d.value >= 39) give(3, 8);
      if (d.target < 40 && d.level >= 5 && (d.zone === 'south' || d.zone === 'west')) give(0, -6);
      return;
    case 'fact.t4':
      if (d.verified && d.value >= 42) give(4, 9);
      if (d.severity >= 3 && (d.grade === 'C' || d.grade === 'D' || d.level < 2)) give(1, -7);
      return;
    case 'fact.t5':
      if (d.verified && d.value >= 45) give(5, 10);
      if (d.zone !== 'north' && d.count > 12) give(2, -8);
      return;
    case 'fact.t6':
      if (d.verified && d.value >= 48) give(0, 11);
      if (d.grade === 'D') cards[id] = (cards[id] ?? 0) + 1;
      return;
    case 'fact.t7':
      if (d.verified && d.value >= 51) give(1, 12);
      if (d.target < 40 && d.level >= 5 && (d.zone === 'south' || d.zone === 'west')) give(4, -10);
      return;
    case 'fact.t8':
      if (d.verified && d.value >= 54) give(2, 13);
      if (d.severity >= 3 && (d.grade === 'C' || d.grade === 'D' || d.level < 2)) give(5, -11);
      return;
    case 'fact.t9':
      if (d.verified && d.value >= 57) give(3, 14);
      if (d.zone !== 'north' && d.count > 12) give(0, -12);
      return;
    case 'fact.t10':
      if (d.verified && d.value >= 60) give(4, 15);
      if (d.grade === 'D') cards[id] = (cards[id] ?? 0) + 1;
      return;
    case 'fact.t11':
      if (d.verified && d.value >= 63) give(5, 16);
      if (d.target < 40 && d.level >= 5 && (d.zone === 'south' || d.zone === 'west')) give(2, -14);
      return;
  }
}

/** Caps, totals, bands, and ranks 1224 by total, then fewer cards. */
export function standings(names: readonly string[], points: Float64Array, cards: Int32Array): BenchResult {
  const rows = names.map((subject, id) => {
    let tenths = 0;
    for (let indicator = 0; indicator < 6; indicator += 1)
      tenths += Math.min(points[6 * id + indicator] ?? 0, 10 * (CAPS[indicator] ?? 0));
    return { subject, tenths, cards: cards[id] ?? 0, band: BANDS.find(({ from }) => tenths >= 10 * from)?.id ?? 'e' };
  });
  rows.sort((a, b) => b.tenths - a.tenths || a.cards - b.cards || (a.subject < b.subject ? -1 : 1));
  let rank = 0;
  return rows.map((row, index) => {
    const before = rows[index - 1];
    if (before === undefined || before.tenths !== row.tenths || before.cards !== row.cards) rank = index + 1;
    return { subject: row.subject, rank, tenths: row.tenths, band: row.band };
  });
}
