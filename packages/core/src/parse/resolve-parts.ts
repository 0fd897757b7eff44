import { add, eq, mul, type Num, printNum } from '../model/num.js';
import { child } from '../model/problem.js';
import type { SourceModel } from '../model/rubric.js';
import type { PartDocument } from './document.js';
import { voiceAt } from './formula.js';
import { checkFormula } from './formula-check.js';
import type { Scope } from './formula-scope.js';
import { numAt } from './numbers.js';
import { SILENT } from './report.js';
import { type ReduceName, sayWeight } from './resolve-reduce.js';
import type { Pass } from './world.js';

interface Part {
  readonly indicator: string;
  readonly weight: Num | undefined;
  readonly at: string;
  /** Where its name stands. */
  readonly nameAt: string;
}

/** Other indicators as parts of one, with full marks or weights that add up. */
export function partsAt(
  documents: readonly PartDocument[],
  reduce: ReduceName,
  pointer: string,
  scope: Scope,
  pass: Pass,
  owner: string,
): SourceModel {
  const parts = documents.map((part, index) => partAt(part, child(child(pointer, 'parts'), index), pass));
  for (const part of parts) sayPart(part, scope, pass);
  sayTwice(parts, pass);
  if (reduce === 'mean') sayWeights(parts, child(pointer, 'parts'), pass, owner);
  else if (reduce === 'sum') sayFull(parts, child(pointer, 'parts'), pass, owner);
  else {
    const weighted = documents.findIndex((part) => typeof part === 'object' && part.weight !== undefined);
    const part = documents[weighted];
    if (typeof part === 'object') sayWeight(part.weight, reduce, child(parts[weighted]?.at ?? pointer, 'weight'), pass);
  }
  return { kind: 'parts', parts: parts.map(({ indicator, weight }) => ({ indicator, weight })) };
}

function partAt(part: PartDocument, at: string, pass: Pass): Part {
  if (typeof part === 'string') return { indicator: part, weight: undefined, at, nameAt: at };
  const { indicator, weight } = part;
  return {
    indicator,
    at,
    nameAt: child(at, 'indicator'),
    weight: weight === undefined ? undefined : numAt(weight, child(at, 'weight'), pass.report),
  };
}

/** A part is read as a formula would read it, so its keys must be bound. */
function sayPart({ indicator, at, nameAt }: Part, scope: Scope, pass: Pass): void {
  const { world, report } = pass;
  if (!world.indicators.has(indicator)) {
    if (!world.broken.has(indicator))
      report.add('indicator-unknown', nameAt, {
        name: indicator,
        nearest: pass.report.near(indicator, world.indicators.keys()),
      });
    return;
  }
  const place = { piece: indicator, column: 1 };
  const read = checkFormula({ kind: 'name', name: indicator, ...place }, world, scope, voiceAt(at, pass));
  if (read.type !== undefined && read.type !== 'number')
    report.add('part-type', at, { name: indicator, found: read.type });
}

function sayTwice(parts: readonly Part[], pass: Pass): void {
  const seen = new Set<string>();
  for (const { indicator, at } of parts) {
    if (seen.has(indicator)) pass.report.add('duplicate-id', at, { id: indicator });
    seen.add(indicator);
  }
}

function sayWeights(parts: readonly Part[], pointer: string, pass: Pass, owner: string): void {
  const weights = parts.flatMap((part) => part.weight ?? []);
  const without = parts.find((part) => part.weight === undefined);
  if (weights.length === 0) return;
  const name = titleOf(owner, pass);
  if (without !== undefined)
    pass.report.add('parts-weight-missing', without.at, { name, part: titleOf(without.indicator, pass) });
  else {
    const found = weights.reduce(add, 0);
    if (!eq(found, 1) && !eq(found, 100)) pass.report.add('parts-weights', pointer, { name, found: printNum(found) });
  }
}

/** Parts without a full mark are extras and deductions: they have no share in the full mark. */
function sayFull(parts: readonly Part[], pointer: string, pass: Pass, owner: string): void {
  const fullOf = (indicator: string): Num | undefined => {
    const full = pass.world.indicators.get(indicator)?.document.full;
    return full === undefined ? undefined : numAt(full, '', SILENT);
  };
  const expected = fullOf(owner);
  const { indicators, broken } = pass.world;
  const isTold = ({ indicator }: Part): boolean =>
    broken.has(indicator) ||
    !indicators.has(indicator) ||
    (fullOf(indicator) === undefined && indicators.get(indicator)?.document.full !== undefined);
  if (expected === undefined || parts.some(isTold)) return;
  const found = parts.map(({ indicator, weight = 1 }) => mul(weight, fullOf(indicator) ?? 0)).reduce(add, 0);
  if (eq(found, expected)) return;
  const facts = { name: titleOf(owner, pass), found: printNum(found), expected: printNum(expected) };
  pass.report.add('parts-full', pointer, facts);
}

/** The code by which people know an indicator, else its name. */
function titleOf(indicator: string, pass: Pass): string {
  return pass.world.indicators.get(indicator)?.document.code ?? indicator;
}
