import { chainKeys } from '../model/chain-keys.js';
import type { Expr, Formula } from '../model/expr.js';
import { type Num, printNum } from '../model/num.js';
import { child } from '../model/problem.js';
import type { BandModel, IndicatorModel, RankKey, StandingModel } from '../model/rubric.js';
import type { BandDocument, StandingDocument, UnrankedDocument } from './document-standing.js';
import { keyScope, opened, type Scope } from './formula-scope.js';
import { awardsAt } from './resolve-awards.js';
import { type Threshold, thresholdsAt } from './resolve-bands.js';
import { chainAt, thenAt } from './resolve-chain.js';
import { isPlainName, StandingSlots } from './standing-slots.js';
import { type Pass, standingKeys, type World } from './world.js';

/** One standing: rows are ordered by a chain of keys, then bands and awards are filled. */
export function resolveStanding(
  name: string,
  document: StandingDocument,
  pass: Pass,
  indicators: ReadonlyMap<string, IndicatorModel>,
): StandingModel {
  const pointer = child('/standings', name);
  const { world, report } = pass;
  if (!world.cohorts.has(document.among) && !world.broken.has(document.among)) {
    const facts = { name: document.among, nearest: pass.report.near(document.among, world.cohorts.keys()) };
    report.add('cohort-unknown', child(pointer, 'among'), facts);
  }
  const member = world.keys.get(world.cohorts.get(document.among)?.of ?? '');
  const slots = new StandingSlots(pass, indicators, ...scopesOf(name, document.among, world), member);
  const by = chainAt(document.by, child(pointer, 'by'), slots);
  const total =
    document.total === undefined
      ? measured(chainKeys(by)[0])
      : slots.ask(document.total, child(pointer, 'total'), ['number']);
  return {
    name,
    title: document.title ?? { en: name, zh: name },
    among: document.among,
    unranked: unrankedAt(document.unranked, child(pointer, 'unranked'), slots),
    by,
    ties: document.ties ?? 'standard',
    total,
    bands: bandsAt(document.bands ?? [], child(pointer, 'bands'), total, slots, pass),
    awards: awardsAt(name, document.awards ?? [], child(pointer, 'awards'), slots),
    hidden: document.hidden ?? false,
    examples: document.examples ?? [],
  };
}

function unrankedAt(
  unranked: StandingDocument['unranked'],
  pointer: string,
  slots: StandingSlots,
): StandingModel['unranked'] {
  if (unranked === undefined) return [];
  const read = ({ where, label }: UnrankedDocument, at: string) => ({
    where: slots.filter(where, child(at, 'where')),
    label,
  });
  if (!isSeveral(unranked)) return [read(unranked, pointer)];
  return unranked.map((one, index) => read(one, child(pointer, index)));
}

function isSeveral(unranked: UnrankedDocument | readonly UnrankedDocument[]): unranked is readonly UnrankedDocument[] {
  return Array.isArray(unranked);
}

/** What a key is about: a value, or what the measure comes to. */
function measured(key: RankKey | undefined): Formula {
  if (key?.kind === 'items') return { text: key.items.name, expr: key.items };
  return key?.is ?? { text: 'unknown', expr: { kind: 'unknown', type: 'number' } };
}

/** The scope of a row, and that of its table. */
function scopesOf(name: string, among: string, world: World): readonly [Scope, Scope] {
  const cohort = world.cohorts.get(among);
  if (cohort === undefined) return [opened(keyScope([])), opened(keyScope([]))];
  return [keyScope(standingKeys(world, name)), keyScope(cohort.each)];
}

function bandsAt(
  bands: readonly BandDocument[],
  pointer: string,
  total: Formula,
  slots: StandingSlots,
  pass: Pass,
): readonly BandModel[] {
  const isPlain = bands.every((band) => band.where === undefined && band.quota === undefined);
  const thresholds = thresholdsAt(bands, pointer, isPlain, pass);
  if (total.expr.type !== 'number') {
    bands.forEach((band, index) => {
      const key = band.from === undefined ? 'below' : 'from';
      if (band[key] !== undefined)
        pass.report.add('band-total', child(child(pointer, index), key), { found: total.expr.type });
    });
  }
  return bands.map((band, index) => {
    const at = child(pointer, index);
    const where = band.where === undefined ? undefined : slots.filter(band.where, child(at, 'where'));
    return {
      id: band.id,
      title: band.title,
      basis: band.basis,
      where: between(total, thresholds[index], where),
      quota: slots.quota(band.quota, child(at, 'quota')),
      edge: band.edge ?? 'decide',
      edgeKeys: thenAt(band.then, band.edge, at, slots),
      plus: band.plus === undefined ? undefined : slots.filter(band.plus, child(at, 'plus')),
    };
  });
}

/** Thresholds are short for a condition on the total. */
function between(total: Formula, threshold: Threshold | undefined, where: Formula | undefined): Formula | undefined {
  const name = isPlainName(total.text) ? total.text : `(${total.text})`;
  const compare = (op: '>=' | '<', limit: Num): Formula => {
    const right: Expr = { kind: 'literal', type: 'number', value: limit };
    return {
      text: `${name} ${op} ${printNum(limit)}`,
      expr: { kind: 'binary', type: 'flag', op, left: total.expr, right },
    };
  };
  const tests = [
    ...(threshold?.from === undefined ? [] : [compare('>=', threshold.from)]),
    ...(threshold?.below === undefined ? [] : [compare('<', threshold.below)]),
    ...(where === undefined ? [] : [where]),
  ];
  const [first, ...rest] = tests;
  return first && rest.reduce(both, first);
}

function both(left: Formula, right: Formula): Formula {
  const text = `${left.text} && ${/\|\||\?/.test(right.text) ? `(${right.text})` : right.text}`;
  return { text, expr: { kind: 'binary', type: 'flag', op: '&&', left: left.expr, right: right.expr } };
}
