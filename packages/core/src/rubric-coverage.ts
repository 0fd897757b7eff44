import { formulaCoverage, tableCoverage } from './formula-coverage.js';
import { indicatorCoverage } from './indicator-coverage.js';
import { formatInstant } from './model/calendar.js';
import type { Ledger } from './model/ledger.js';
import type { Lens } from './model/lens.js';
import { failure, type Result, success } from './model/problem.js';
import type { Reached, RubricCoverage, StandingCoverage, TypeCoverage } from './model/rubric-coverage.js';
import { ProblemError } from './problem-error.js';
import { tryJudged } from './replay/judged-trials.js';
import type { ViewReader } from './replay/reader.js';
import { readingUses } from './replay/reading-use.js';
import { allTables } from './replay/standings-outcome.js';
import { TrialLog } from './replay/trial-log.js';
import { watchedReplay } from './replay.js';
import type { Rubric } from './rubric.js';
import { ruleCoverage } from './rule-coverage.js';

/**
 * Which parts of a rubric a ledger uses, seen through a lens: rules that fire, and why others never do; bands and awards
 * that are reached; limits, caps, defaults, branches, table rows and choices, and how often each decides. Throws a
 * `ProblemError` for a lens that cannot be read.
 *
 * Cost: one replay of a plan that is looked on from within, and the reasons of every reading.
 */
export function rubricCoverage(rubric: Rubric, ledger: Ledger, lens: Lens = {}): RubricCoverage {
  const result = tryRubricCoverage(rubric, ledger, lens);
  if (!result.ok) throw new ProblemError(result.problems);
  return result.value;
}

/** The same, for a lens from outside: its problems are returned. */
export function tryRubricCoverage(rubric: Rubric, ledger: Ledger, lens: Lens = {}): Result<RubricCoverage> {
  const log = new TrialLog();
  const outcome = watchedReplay(ledger, rubric, lens, log);
  if (!outcome.ok) return failure(outcome.problems);
  const { reader } = outcome.value.session;
  // What an outcome shows is read before anything is counted.
  const subjects = new Set(Object.keys(outcome.value.subjects));
  const totals = { subjects: subjects.size, findings: outcome.value.findings.length };
  const { indicators } = reader.editionAt(reader.asOf).model;
  const uses = new Map([...indicators.keys()].map((name) => [name, readingUses(reader, name)]));
  tryJudged(reader, log, subjects);
  const editions = (reader.forced === undefined ? reader.plan.editions : [reader.forced]).map(({ model }) => model);
  return success({
    asOf: formatInstant(reader.asOf),
    events: ordsOf(reader).length,
    ...totals,
    rules: ruleCoverage(reader, log, [...uses.values()].flat()),
    standings: standingCoverage(reader),
    indicators: [...indicators.values()].map((model) => indicatorCoverage(model, uses.get(model.name) ?? [])),
    formulas: formulaCoverage(editions, log.ways),
    tables: tableCoverage(editions, log.ways),
    types: typeCoverage(reader),
  });
}

function ordsOf(reader: ViewReader): readonly number[] {
  return [...reader.view.types()]
    .flatMap((type) => reader.view.ofType(type))
    .filter((ord) => reader.columns.effectiveOf(ord) <= reader.asOf);
}

function standingCoverage(reader: ViewReader): readonly StandingCoverage[] {
  const tables = allTables(reader);
  return [...reader.editionAt(reader.asOf).standings.values()].map(({ model }) => {
    const own = tables.filter(({ plan }) => plan.model.name === model.name);
    const rows = own.flatMap((table) => table.rows);
    const reached = (
      {
        id,
        title,
        basis,
      }: { readonly id: string; readonly title: Reached['title'] | undefined; readonly basis: string | undefined },
      times: number,
    ): Reached => ({ id, title: title ?? null, basis: basis ?? null, times });
    return {
      standing: model.name,
      title: model.title,
      tables: own.length,
      rows: rows.length,
      unranked: rows.filter(({ unranked }) => unranked !== null).length,
      none: rows.filter(({ unranked, band }) => unranked === null && band === null).length,
      bands: model.bands.map((band) => reached(band, rows.filter((row) => row.band === band.id).length)),
      awards: model.awards.map((award) => reached(award, rows.filter((row) => row.awards.includes(award.id)).length)),
    };
  });
}

function typeCoverage(reader: ViewReader): readonly TypeCoverage[] {
  return [...reader.editionAt(reader.asOf).model.events.values()].map(({ type, title = null, fields }) => {
    const ords = reader.view.ofType(type).filter((ord) => reader.columns.effectiveOf(ord) <= reader.asOf);
    const all = [...fields.values()];
    return {
      type,
      title,
      seen: ords.length,
      choices: all.flatMap((field) =>
        field.choices.map((choice) => ({
          field: field.name,
          title: field.title ?? null,
          choice,
          seen: ords.filter((ord) => reader.field(ord, field.name) === choice).length,
        })),
      ),
      optional: all
        .filter(({ optional, is }) => optional && is === undefined)
        .map(({ name, title: called, kind }) => ({
          field: name,
          title: called ?? null,
          seen: ords.filter((ord) =>
            kind === 'list' ? reader.list(ord, name).length > 0 : reader.field(ord, name) !== undefined,
          ).length,
        })),
    };
  });
}
