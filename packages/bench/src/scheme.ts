import { TYPES } from './workload.js';

/** A condition of the workload's rules, in the json-rules-engine format that all engines but the hand-written one read. */
export type BenchCondition =
  | { readonly fact: string; readonly operator: string; readonly value: number | string | boolean | readonly string[] }
  | { readonly all: readonly BenchCondition[] }
  | { readonly any: readonly BenchCondition[] }
  | { readonly not: BenchCondition };

export interface BenchRule {
  readonly name: string;
  readonly on: string;
  readonly conditions: { readonly all: readonly BenchCondition[] };
  /** Which indicator, and how many tenths of a point; undefined counts a yellow card. */
  readonly give: { readonly to: number; readonly tenths: number } | undefined;
}

export const CAPS: readonly number[] = [120, 90, 150, 60, 200, 110];
export const BANDS = [
  { id: 'a', from: 180 },
  { id: 'b', from: 120 },
  { id: 'c', from: 60 },
  { id: 'd', from: 0 },
] as const;

const test = (
  fact: string,
  operator: string,
  value: number | string | boolean | readonly string[],
): BenchCondition => ({ fact, operator, value });

/** Two rules a type, with one to three conditions each. */
export const RULES: readonly BenchRule[] = TYPES.flatMap((on, index): readonly BenchRule[] => {
  const first: BenchRule = {
    name: `r${2 * index}`,
    on,
    conditions: { all: [test('verified', 'equal', true), test('value', 'greaterThanInclusive', 30 + 3 * index)] },
    give: { to: index % 6, tenths: 5 + index },
  };
  const patterns: readonly BenchRule['conditions'][] = [
    {
      all: [
        test('severity', 'greaterThanInclusive', 3),
        { any: [test('grade', 'in', ['C', 'D']), test('level', 'lessThan', 2)] },
      ],
    },
    { all: [{ not: test('zone', 'equal', 'north') }, test('count', 'greaterThan', 12)] },
    { all: [test('grade', 'equal', 'D')] },
    {
      all: [
        test('target', 'lessThan', 40),
        test('level', 'greaterThanInclusive', 5),
        test('zone', 'in', ['south', 'west']),
      ],
    },
  ];
  const card = index % 4 === 2;
  const second: BenchRule = {
    name: `r${2 * index + 1}`,
    on,
    conditions: patterns[index % 4] ?? { all: [] },
    give: card ? undefined : { to: (index + 3) % 6, tenths: -(3 + index) },
  };
  return [first, second];
});
