import { conditionHolds } from './conditions.js';
import { visible } from './events.js';
import { judgement } from './judgement.js';
import type { Ledger, Lens, RubricModel } from './model.js';
import { ruleNames, trialsOf } from './rules.js';
import { allTables } from './standing.js';
import { shown } from './values.js';
import type { Frame } from './world.js';

/** Whether the condition of a rule holds for a trigger, its exceptions left aside. */
export interface Hit {
  readonly rule: string;
  /** `source#id` of the trigger, or the subject of the row. */
  readonly trigger: string;
  /** Of the cohort that the rule is tried for. */
  readonly member: string | null;
  readonly edition: string;
  readonly holds: boolean;
}

/** Law I9: every rule's condition, judged at the reading instant for every event of its trigger types, by trigger, rule and member. */
export async function referenceHits(rubric: RubricModel, ledger: Ledger, lens: Lens): Promise<readonly Hit[]> {
  const { frame } = await judgement(rubric, ledger, lens);
  const hits: Hit[] = [];
  for (const event of await visible(frame)) {
    hits.push(...(await hitsOf(`${event.source}#${event.id}`, { ...frame, event })));
  }
  for (const name of frame.edition.standings.keys()) {
    for (const { rows } of await allTables(name, frame)) {
      for (const row of rows) hits.push(...(await hitsOf(String(shown(row.member)), { ...row.frame, standing: name })));
    }
  }
  return hits;
}

async function hitsOf(trigger: string, frame: Frame): Promise<Hit[]> {
  const hits: Hit[] = [];
  for (const name of ruleNames(frame.world)) {
    for (const { rule, frame: at, member } of await trialsOf(name, frame)) {
      hits.push({
        rule: name,
        trigger,
        member: member === undefined ? null : String(shown(member)),
        edition: at.edition.edition,
        holds: await conditionHolds(rule.when, at),
      });
    }
  }
  return hits;
}
