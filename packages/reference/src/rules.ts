import { agreeingTables } from './cohort.js';
import { conditionHolds } from './conditions.js';
import { CivilDate, Moment } from './dates.js';
import { allEditions, editionAt, editionOn } from './editions.js';
import { evaluate } from './evaluate-formula.js';
import type { EditionModel, RuleModel } from './model.js';
import { carries } from './scope.js';
import { byCodePoint, type Keys, type Scalar, type Value } from './values.js';
import type { Frame, World } from './world.js';

/** A rule as one edition has it. Undefined where that edition lacks it. */
export interface Version {
  readonly rule: RuleModel | undefined;
  readonly edition: EditionModel;
}

export interface Trial {
  readonly rule: RuleModel;
  readonly frame: Frame;
  /** Of the cohort that the rule is tried for. */
  readonly member: Scalar | undefined;
}

/** The names of all rules of all editions, by code point. */
export function ruleNames(world: World): string[] {
  return [...new Set(allEditions(world).flatMap((edition) => [...edition.rules.keys()]))].sort(byCodePoint);
}

/** The editions by which a rule judges the trigger in scope: one, or with `lenient` that of the day of its `time` and all after it to the reading. */
export async function versionsOf(name: string, frame: Frame): Promise<readonly Version[]> {
  const { world, event } = frame;
  const editions = allEditions(world);
  const since = event === undefined ? frame.now : event.time;
  const own = editionAt(world, since);
  const appliesBy = editions.map((edition) => edition.rules.get(name)?.appliesBy).find((by) => by !== undefined);
  if (appliesBy === 'lenient') {
    const first = editions.indexOf(own);
    return editions
      .slice(first, Math.max(first, editions.indexOf(editionAt(world, frame.now))) + 1)
      .map((edition) => ({ rule: edition.rules.get(name), edition }));
  }
  const by = appliesBy === undefined ? undefined : await evaluate(appliesBy, { ...frame, edition: own });
  const edition = by instanceof CivilDate ? editionOn(world, by) : by instanceof Moment ? editionAt(world, by.ms) : own;
  return [{ rule: edition.rules.get(name), edition }];
}

/** The trials of a rule for the trigger in scope: one, or one for each member of its cohort. */
export async function trialsOf(name: string, frame: Frame): Promise<readonly Trial[]> {
  const version = (await versionsOf(name, frame)).at(-1);
  if (version?.rule === undefined || !isTriggered(version.rule, frame)) return [];
  const { rule, edition } = version;
  if (rule.for === undefined) return [{ rule, frame: { ...frame, edition }, member: undefined }];
  const cohort = edition.cohorts.get(rule.for);
  if (cohort === undefined) return [];
  const at: Frame = { ...frame, edition };
  const tables = await agreeingTables(rule.for, await triggerKeys(cohort.each, at), at);
  return tables.flatMap((table) =>
    table.members.map((member) => ({
      rule,
      frame: { ...at, keys: new Map<string, Value>([...table.keys, [cohort.of, member]]) },
      member,
    })),
  );
}

/** Whether a rule holds for a trigger (and member): its condition does, and no exception and no overriding rule. */
export async function ruleHolds(name: string, trial: Trial): Promise<boolean> {
  const versions = await versionsOf(name, trial.frame);
  for (const version of versions) {
    if (version.rule === undefined || !(await versionHolds(version.rule, version.edition, trial))) return false;
  }
  return versions.length > 0;
}

export async function versionHolds(rule: RuleModel, edition: EditionModel, trial: Trial): Promise<boolean> {
  const frame = { ...trial.frame, edition };
  if (!isTriggered(rule, frame) || !(await conditionHolds(rule.when, frame))) return false;
  const own = { ...trial, rule };
  for (const exception of rule.unless) if (await holdsToo(exception, own)) return false;
  for (const [other, model] of edition.rules) {
    if (model.overrides.includes(rule.name) && (await holdsToo(other, own))) return false;
  }
  return true;
}

export function isTriggered(rule: RuleModel, frame: Frame): boolean {
  if (rule.on.kind === 'standing') return frame.standing === rule.on.standing;
  return frame.standing === undefined && frame.event !== undefined && rule.on.types.includes(frame.event.type);
}

/** Whether another rule holds for the same trigger: for the same member, or for any where its cohort is another. */
async function holdsToo(name: string, trial: Trial): Promise<boolean> {
  const { frame } = trial;
  const bare: Frame = frame.standing === undefined ? { ...frame, keys: new Map() } : frame;
  for (const other of await trialsOf(name, bare)) {
    const sameCohort = other.rule.for !== undefined && other.rule.for === trial.rule.for;
    const tried = sameCohort ? { ...trial, rule: other.rule } : other;
    if (await ruleHolds(name, tried)) return true;
  }
  return false;
}

async function triggerKeys(names: readonly string[], frame: Frame): Promise<Keys> {
  const keys = new Map<string, Value>();
  for (const name of names) {
    if (frame.event === undefined || !(await carries(frame.event, name, frame))) continue;
    keys.set(name, await frame.world.calls.field(frame.event, name, frame));
  }
  return keys;
}
