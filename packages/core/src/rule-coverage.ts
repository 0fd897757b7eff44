import { ConditionWords } from './explain/condition-words.js';
import { RubricNames } from './explain/rubric-names.js';
import type { Condition } from './model/expr.js';
import type { RulePlan } from './model/plan.js';
import type { Bilingual } from './model/problem.js';
import type { EditionModel } from './model/rubric.js';
import type { RuleCoverage, TestCoverage } from './model/rubric-coverage.js';
import { effectsSeen } from './replay/effects-seen.js';
import { byName, isJudged, triggersOf, versionOn } from './replay/judged-trials.js';
import type { ViewReader } from './replay/reader.js';
import type { ReadingUse } from './replay/reading-use.js';
import { refOf } from './replay/ref.js';
import { allTables } from './replay/standings-outcome.js';
import { type Trial, type TrialLog, testsOf } from './replay/trial-log.js';

/** What became of each rule: how often it was tried, failed, was kept back, did nothing or had its effect. */
export function ruleCoverage(
  reader: ViewReader,
  log: TrialLog,
  readings: readonly ReadingUse[],
): readonly RuleCoverage[] {
  const seen = effectsSeen(reader, readings);
  const trials = new Map<string, Trial[]>();
  for (const trial of log.trials) {
    const { name } = trial.rule.model;
    trials.set(name, [...(trials.get(name) ?? []), trial]);
  }
  return byName(reader).map(({ name, rules }) => {
    const own = trials.get(name) ?? [];
    const held = own.filter(({ verdict }) => verdict === 'held');
    const fired = held.filter((trial) => seen(trial)).length;
    const counts = {
      ...triggerCounts(reader, rules, own),
      tried: own.length,
      failed: own.filter(({ verdict }) => verdict === 'failed').length,
      excepted: own.filter(({ verdict }) => verdict === 'excepted').length,
      idle: held.length - fired,
      fired,
    };
    const last = rules[rules.length - 1]?.model;
    if (last === undefined) throw new Error('a rule has a version');
    return {
      rule: name,
      title: last.title ?? null,
      basis: last.basis ?? null,
      effect: last.effect.kind,
      ...counts,
      never: whyNever(counts),
      tests: testCoverage(reader, rules, log),
      exceptions: exceptionsIn(own, rules, reader),
    };
  });
}

type Counts = Pick<RuleCoverage, 'triggers' | 'untried' | 'tried' | 'failed' | 'excepted' | 'idle' | 'fired'>;

/** The reason that stands furthest along the way to an effect. */
function whyNever({ triggers, tried, excepted, idle, fired }: Counts): RuleCoverage['never'] {
  if (fired > 0) return null;
  if (idle > 0) return 'idle';
  if (excepted > 0) return 'excepted';
  if (tried > 0) return 'failed';
  return triggers > 0 ? 'untried' : 'no-trigger';
}

function triggerCounts(
  reader: ViewReader,
  rules: readonly RulePlan[],
  trials: readonly Trial[],
): Pick<Counts, 'triggers' | 'untried'> {
  const [any] = rules;
  const on = any?.model.on;
  if (on?.kind === 'standing') {
    const rows = allTables(reader)
      .filter(({ plan }) => plan.model.name === on.standing)
      .flatMap((table) => table.rows);
    return { triggers: rows.length, untried: rows.length - trials.length };
  }
  // Rulings that were voided themselves are no events any more, but were heard.
  const tried = new Set(trials.map(({ trigger }) => trigger));
  const isVoid = any?.effect.kind === 'void';
  const triggers = triggersOf(reader, rules)
    .filter((ord) => (any !== undefined && !isJudged(any)) || versionOn(reader, rules, ord) !== undefined)
    .map((ord) => refOf(reader.event(ord)));
  const all = new Set(isVoid ? [...triggers, ...tried] : triggers);
  return { triggers: all.size, untried: [...all].filter((ref) => !tried.has(ref)).length };
}

/** Tests that say the same, in several versions or places, are told together. */
function testCoverage(reader: ViewReader, rules: readonly RulePlan[], log: TrialLog): readonly TestCoverage[] {
  const found = new Map<string, { text: Bilingual; made: number; held: number }>();
  for (const rule of rules) {
    const edition = reader.plan.editions[rule.edition]?.model;
    if (edition === undefined) continue;
    for (const test of testsOf(rule.model.when)) {
      const text = textOf(test, rule, edition);
      const known = found.get(text.en) ?? { text, made: 0, held: 0 };
      const count = log.tests.get(test) ?? { made: 0, held: 0 };
      found.set(text.en, { text, made: known.made + count.made, held: known.held + count.held });
    }
  }
  return [...found.values()];
}

function textOf(
  test: Condition & { readonly kind: 'test' },
  { model }: RulePlan,
  { document }: EditionModel,
): Bilingual {
  const types = model.on.kind === 'events' ? model.on.types : [];
  const say = (language: 'en' | 'zh'): string =>
    new ConditionWords(new RubricNames(language, [document]), types).typed(test);
  return { en: say('en'), zh: say('zh') };
}

function exceptionsIn(
  trials: readonly Trial[],
  rules: readonly RulePlan[],
  reader: ViewReader,
): RuleCoverage['exceptions'] {
  const times = new Map<string, number>();
  for (const { exceptions } of trials) for (const name of exceptions) times.set(name, (times.get(name) ?? 0) + 1);
  const edition = reader.plan.editions[rules[rules.length - 1]?.edition ?? 0]?.model;
  return [...times].map(([rule, count]) => ({ rule, title: edition?.rules.get(rule)?.title ?? null, times: count }));
}
