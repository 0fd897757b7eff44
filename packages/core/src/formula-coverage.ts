import { type Expr, type Value, within } from './model/expr.js';
import { exprText } from './model/expr-text.js';
import { printNum } from './model/num.js';
import type { Bilingual } from './model/problem.js';
import type { EditionModel, TableModel } from './model/rubric.js';
import type { FormulaCoverage, TableCoverage } from './model/rubric-coverage.js';

type Ways = ReadonlyMap<Expr, ReadonlyMap<string, number>>;

const PARTS = ['events', 'cohorts', 'indicators', 'rules', 'standings'] as const;

/** A node of a formula, and where it stands. */
interface Placed {
  readonly node: Expr;
  readonly edition: EditionModel;
  readonly part: (typeof PARTS)[number];
  readonly name: string;
  readonly title: Bilingual | null;
}

/** Branches, deciding arguments and defaults of all formulas; what stands alike in several places or editions is told together. */
export function formulaCoverage(editions: readonly EditionModel[], ways: Ways): readonly FormulaCoverage[] {
  const found = new Map<string, { readonly placed: Placed; readonly counts: Map<string, number> }>();
  for (const placed of nodesIn(editions)) {
    const { node, part, name } = placed;
    if (namedWays(node).length === 0) continue;
    const key = JSON.stringify([part, name, exprText(node)]);
    const known = found.get(key) ?? { placed, counts: new Map<string, number>() };
    found.set(key, known);
    for (const [way, count] of ways.get(node) ?? []) known.counts.set(way, (known.counts.get(way) ?? 0) + count);
  }
  return [...found.values()].flatMap(({ placed: { node, part, name, title }, counts }) =>
    waysOf(node, counts).map((way) => ({ part, name, title, text: exprText(node), ...way })),
  );
}

function nodesIn(editions: readonly EditionModel[]): readonly Placed[] {
  return editions.flatMap((edition) =>
    PARTS.flatMap((part) =>
      [...edition[part]].flatMap(([name, thing]) => {
        const title = 'title' in thing ? (thing.title ?? null) : null;
        const nodes = new Set(formulasIn(thing).flatMap(within));
        return [...nodes].map((node): Placed => ({ node, edition, part, name, title }));
      }),
    ),
  );
}

/** Every formula anywhere in a thing of the model. */
function formulasIn(value: unknown): readonly Expr[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isFormula(value)) return [value.expr];
  return (value instanceof Map ? [...value.values()] : Object.values(value)).flatMap(formulasIn);
}

function isFormula(value: object): value is { readonly text: string; readonly expr: Expr } {
  return 'text' in value && 'expr' in value && typeof value.text === 'string';
}

function waysOf(
  node: Expr,
  counts: ReadonlyMap<string, number>,
): readonly Pick<FormulaCoverage, 'way' | 'times' | 'of'>[] {
  const named = namedWays(node);
  const of = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const unknown = counts.get('unknown') ?? 0;
  return [
    ...named.map(([way, text]) => ({ way: text, times: counts.get(way) ?? 0, of })),
    ...(unknown === 0 ? [] : [{ way: 'unknown', times: unknown, of }]),
  ];
}

function namedWays(node: Expr): readonly (readonly [string, string])[] {
  if (node.kind === 'if')
    return [
      ['then', exprText(node.then)],
      ['else', exprText(node.else)],
    ];
  const chooses = node.kind === 'call' && ['min', 'max', 'clamp', 'coalesce'].includes(node.name);
  return chooses ? node.args.map((arg, index) => [String(index), exprText(arg)]) : [];
}

/** Rows that lookups fitted, of all editions together, as the last one has them. */
export function tableCoverage(editions: readonly EditionModel[], ways: Ways): readonly TableCoverage[] {
  const last = editions[editions.length - 1];
  const owner = new Map(nodesIn(editions).map(({ node, edition }) => [node, edition]));
  return [...(last?.tables.values() ?? [])].map((table) => {
    const times = new Map<string, number>();
    for (const [node, counts] of ways) {
      if (node.kind !== 'table' || node.name !== table.name) continue;
      const own = (owner.get(node) ?? last)?.tables.get(node.name);
      for (const [way, count] of counts) {
        const row = way === 'else' ? '' : rowName(own?.rows[Number(way)]);
        times.set(row, (times.get(row) ?? 0) + count);
      }
    }
    return {
      table: table.name,
      rows: table.rows.map((row) => ({ row: rowName(row), times: times.get(rowName(row)) ?? 0 })),
      otherwise: times.get('') ?? 0,
      hasElse: table.otherwise !== undefined,
    };
  });
}

function rowName(row: TableModel['rows'][number] | undefined): string {
  return (row?.at ?? []).map(valueName).join(' ');
}

function valueName(value: Exclude<Value, undefined>): string {
  return typeof value === 'string' || typeof value === 'boolean' ? String(value) : printNum(value);
}
