// §5.22 and §5.24.25–26 of the scheme, transcribed: what every implementation must reproduce exactly.

import type { Band } from './fold-ranking.js';

const LEAF_CODES =
  '1.1.1 1.1.2 1.1.3 1.1.4 1.2.1 1.2.2 1.2.3 1.2.4 1.3 2.1 2.2 2.3 3.1 3.2 3.3 4.1a 4.1b 4.1c 4.1d 4.1e 4.2 4.3 4.4';

const LEAF_ROWS = {
  A01: '60 78 30 30 60.00 50.00 50.00 40 150 30.00 40.00 30.00 78.37 40.00 30 20 20 18 19 20 37.51 28.35 30.00',
  A02: '60 77 30 27 60.00 50.00 50.00 40 144 30.00 40.00 30.00 80.00 40.00 30 19 19 20 17 17 37.13 27.90 29.00',
  A03: '55 49 25 27 57.00 46.00 48.50 36 120 28.80 39.20 27.50 72.17 30.00 26 14 15 16 12 16 35.12 26.46 23.50',
  A04: '60 71 30 30 60.00 50.00 49.50 40 144 29.40 40.00 28.75 77.33 40.00 28 16 16 15 15 14 36.29 27.12 26.20',
  A05: '60 75 25 27 60.00 50.00 50.00 40 135 30.00 40.00 30.00 76.77 34.29 30 18 18 19 16 19 37.23 28.08 28.30',
  A06: '50 58 20 24 51.00 40.63 45.00 32 99 27.00 36.80 25.00 65.05 25.45 22 13 13 13 13 12 33.51 25.23 19.47',
  A07: '45 43 10 18 0 0 40.00 28 60 25.50 35.20 19.38 70.74 18.46 18 11 11 12 11 11 30.75 23.49 10.53',
  A08: '60 80 0 30 60.00 50.00 50.00 40 150 30.00 40.00 30.00 77.42 40.00 28 15 17 17 20 15 36.69 27.54 27.40',
  A09: '60 78 30 30 60.00 50.00 50.00 40 150 30.00 40.00 30.00 79.06 40.00 30 17 14 14 19 18 37.12 27.81 30.00',
  A10: '50 65 25 24 51.00 43.75 47.50 36 129 27.60 38.00 26.25 70.89 33.33 24 12 12 11 14 13 34.30 25.65 21.80',
} as const;

export type GoldenUnit = keyof typeof LEAF_ROWS;

const twoDecimals = (text: string): string => (text.includes('.') ? text : `${text}.00`);

function leafRow(row: string): Readonly<Record<string, string>> {
  const values = row.split(' ');
  return Object.fromEntries(LEAF_CODES.split(' ').map((code, at) => [code, twoDecimals(values[at] ?? '')]));
}

/** Unit → leaf → points, all with two decimals. */
export const goldenLeaves: Readonly<Record<string, Readonly<Record<string, string>>>> = Object.fromEntries(
  Object.entries(LEAF_ROWS).map(([unit, row]) => [unit, leafRow(row)]),
);

export const goldenDimensions: Readonly<Record<GoldenUnit, readonly string[]>> = {
  A01: ['548.00', '100.00', '148.37', '192.86'],
  A02: ['538.00', '100.00', '150.00', '186.03'],
  A03: ['463.50', '95.50', '128.17', '158.08'],
  A04: ['534.50', '98.15', '145.33', '165.61'],
  A05: ['522.00', '100.00', '141.06', '183.61'],
  A06: ['419.63', '88.80', '112.50', '142.21'],
  A07: ['244.00', '80.08', '107.20', '120.77'],
  A08: ['520.00', '100.00', '145.42', '175.63'],
  A09: ['548.00', '100.00', '149.06', '176.93'],
  A10: ['471.25', '91.85', '128.22', '143.75'],
};

export interface GoldenResult {
  readonly unit: GoldenUnit;
  readonly rank: number;
  readonly base: string;
  readonly over: string;
  readonly honours: string;
  readonly reds: string;
  readonly bonus: string;
  readonly cardPoints: number;
  readonly total: string;
  readonly bandByScore: Band;
  readonly band: Band;
  readonly safetyFactor: string;
  readonly money: number;
}

/** rank, unit, base, over, honours, red, bonus, cards, total, by score, band, safety factor, money. */
const RESULT_ROWS = [
  [1, 'A01', '989.23', '4.40', '10.00', '10.00', '24.40', 0, '1013.63', '优秀', '优秀', '1.0', 120_000],
  [2, 'A09', '973.99', '0.73', '5.00', '5.00', '10.73', 0, '984.72', '优秀', '优秀', '1.0', 120_000],
  [3, 'A02', '974.03', '0.69', '5.00', '5.00', '10.69', 0, '984.72', '优秀', '良好', '1.0', 100_000],
  [4, 'A05', '946.67', '5.41', '5.00', '5.00', '15.41', -10, '952.08', '优秀', '良好', '1.0', 100_000],
  [5, 'A04', '943.59', '0.00', '0.00', '0.00', '0.00', 0, '943.59', '优秀', '良好', '1.0', 100_000],
  [6, 'A08', '941.05', '1.94', '5.00', '0.00', '6.94', -40, '907.99', '优秀', '一般', '0', 0],
  [7, 'A03', '845.25', '0.00', '0.00', '0.00', '0.00', -5, '840.25', '良好', '良好', '0.8', 80_000],
  [8, 'A10', '835.07', '0.00', '0.00', '0.00', '0.00', -10, '825.07', '良好', '良好', '1.0', 100_000],
  [9, 'A06', '763.14', '0.00', '0.00', '0.00', '0.00', -40, '723.14', '一般', '一般', '0.8', 48_000],
  [10, 'A07', '552.05', '0.00', '0.00', '0.00', '0.00', -50, '502.05', '较差', '较差', '0.5', 0],
] as const;

export const goldenResults: readonly GoldenResult[] = RESULT_ROWS.map(
  ([rank, unit, base, over, honours, reds, bonus, cardPoints, total, bandByScore, band, safetyFactor, money]) => ({
    rank,
    unit,
    base,
    over,
    honours,
    reds,
    bonus,
    cardPoints,
    total,
    bandByScore,
    band,
    safetyFactor,
    money,
  }),
);

export const goldenGroupMean = '867.724';
export const goldenMoneyPaid = 768_000;

/** Card → confirmed, state at the cut-off, last day of validity, day of the lift or conversion, points. */
export const goldenCards: Readonly<Record<string, readonly [string, string, string, string | null, number]>> = {
  'A01-card-R2-Q1': ['2026-04-15', 'active', '2026-12-31', null, 0],
  'A01-card-R1-honour-1': ['2026-10-20', 'active', '2026-12-31', null, 0],
  'A02-card-R2-Q2': ['2026-07-15', 'active', '2026-12-31', null, 0],
  'A03-card-Y1-M5': ['2026-08-20', 'lifted', '2026-11-20', '2026-09-18', -5],
  'A05-card-R2-Q3': ['2026-10-15', 'active', '2026-12-31', null, 0],
  'A05-card-Y1-M5': ['2026-11-12', 'active', '2027-02-12', null, -10],
  'A06-card-Y1-M2': ['2026-04-20', 'converted', '2026-10-20', '2026-10-15', 0],
  'A06-card-Y1-M3': ['2026-06-10', 'converted', '2026-12-10', '2026-10-15', 0],
  'A06-card-Y3-Q3': ['2026-10-15', 'converted', '2027-01-15', '2026-10-15', 0],
  'B1@A06-card-Y3-Q3': ['2026-10-15', 'active', '2027-10-15', null, -40],
  'A07-card-Y1-M2': ['2026-05-20', 'converted', '2026-11-20', '2026-09-10', 0],
  'A07-card-Y8-hazard-01': ['2026-06-18', 'converted', '2026-12-18', '2026-09-10', 0],
  'A07-card-Y1-M4': ['2026-09-10', 'converted', '2026-12-10', '2026-09-10', 0],
  'B1@A07-card-Y1-M4': ['2026-09-10', 'active', '2027-09-10', null, -40],
  'A07-card-Y3-Q3': ['2026-10-15', 'active', '2027-01-15', null, -10],
  'A08-card-B5-incident-1': ['2026-09-02', 'active', '2027-09-02', null, -40],
  'A09-card-R2-Q4': ['2026-12-31', 'active', '2026-12-31', null, 0],
  'A10-card-Y1-M3': ['2026-05-12', 'lapsed', '2026-11-12', null, -10],
};

/** Every trigger of the year, as «unit rule about», and the first day of each. */
export const goldenTriggers: Readonly<Record<string, string>> = {
  'A01 R2 Q1': '2026-03-31',
  'A01 R1 A01-matter-honour-1': '2026-10-16',
  'A02 R2 Q2': '2026-06-30',
  'A03 Y1 A03-matter-M5': '2026-07-16',
  'A05 R2 Q3': '2026-09-30',
  'A05 Y1 A05-matter-M5': '2026-11-11',
  'A06 Y1 A06-matter-M2': '2026-04-17',
  'A06 Y1 A06-matter-M3': '2026-06-05',
  'A06 Y3 Q3': '2026-09-30',
  'A07 Y1 A07-matter-M2': '2026-05-16',
  'A07 Y8 A07-matter-hazard-01': '2026-06-17',
  'A07 Y1 A07-matter-M4': '2026-08-26',
  'A07 Y3 Q3': '2026-09-30',
  'A08 B5 A08-matter-incident-1': '2026-09-02',
  'A09 R2 Q4': '2026-12-31',
  'A10 Y1 A10-matter-M3': '2026-05-10',
};

/** §5.23: edition 1.0.0 throughout for A03. */
export const goldenW2 = {
  petitions: '43.00',
  total: '834.25',
  rank: 7,
  band: '良好',
  safetyFactor: '0.5',
  money: 50_000,
};
/** The appeal of A05 succeeds. */
export const goldenW4 = { revoked: 'A05-card-Y1-M5', total: '962.08', rank: 4, band: '良好' };
/** No tie-breakers. */
export const goldenW7 = { tied: ['A02', 'A09'], rank: 2 };
