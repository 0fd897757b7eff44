import type { CohortModel, EventTypeModel, IndicatorModel, StandingModel } from '../model/rubric.js';
import type { Report } from './report.js';
import { SILENT } from './report.js';
import { resolveCohort } from './resolve-cohort.js';
import { resolveIndicator } from './resolve-indicator.js';
import { type RuleRead, resolveRule } from './resolve-rule.js';
import { resolveStanding } from './resolve-standing.js';
import { resolveVocabulary } from './resolve-vocabulary.js';
import { indicatorsInOrder } from './type-order.js';
import type { Pass, World } from './world.js';

/** An edition whose parts are checked one by one, but not yet as a whole. */
export interface Draft {
  readonly world: World;
  readonly events: ReadonlyMap<string, EventTypeModel>;
  readonly cohorts: ReadonlyMap<string, CohortModel>;
  readonly indicators: ReadonlyMap<string, IndicatorModel>;
  readonly rules: ReadonlyMap<string, RuleRead>;
  readonly standings: ReadonlyMap<string, StandingModel>;
}

const MAX_ROUNDS = 4;

/** Reads all formulas silently until no new types are found, because readers and read may stand in any order, then for good. */
export function draftOf(world: World, report: Report): Draft {
  const order = indicatorsInOrder(world.document, world.defines);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const known = typesIn(world);
    readAll({ world, report: SILENT }, order);
    if (typesIn(world) === known) break;
  }
  return readAll({ world, report }, order);
}

function typesIn({ types }: World): string {
  return [...types.indicators, ...types.passed].flat().join(' ');
}

function readAll(pass: Pass, order: readonly string[]): Draft {
  const { document } = pass.world;
  const { cohorts = {}, indicators = {}, standings = {}, rules = [] } = document;
  const inOrder = order.flatMap((name) => {
    const indicator = indicators[name];
    return indicator === undefined ? [] : [[name, resolveIndicator(name, indicator, pass)] as const];
  });
  const models = new Map(inOrder);
  return {
    world: pass.world,
    events: resolveVocabulary(pass),
    cohorts: new Map(Object.entries(cohorts).map(([name, cohort]) => [name, resolveCohort(name, cohort, pass)])),
    indicators: models,
    rules: new Map(
      rules.map((rule, index) => [rule.name, resolveRule(rule, pass.world.rulesAt[index] ?? '/rules', pass)]),
    ),
    standings: new Map(
      Object.entries(standings).map(([name, standing]) => [name, resolveStanding(name, standing, pass, models)]),
    ),
  };
}
