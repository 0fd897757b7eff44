import { type Named, standingOf } from './decisions.js';
import { evaluate } from './evaluate-formula.js';
import { visible } from './events.js';
import { periodFrame } from './indicator.js';
import type { EffectModel, RowConsequence } from './model.js';
import { ruleHolds, ruleNames, type Trial, trialsOf } from './rules.js';
import { keyInScope, nameAround } from './scope.js';
import { shown } from './values.js';
import type { Frame } from './world.js';

export interface Stated {
  readonly subject: string;
  readonly named: Named;
  readonly consequence: RowConsequence;
}

/** What rules state about events: by rule name, then by trigger in canonical order, then by member. */
export async function eventConsequences(frame: Frame): Promise<Stated[]> {
  const stated: Stated[] = [];
  for (const name of ruleNames(frame.world)) {
    for (const event of await visible(frame)) {
      const at = { ...(await periodFrame(event, frame)), event };
      const named = ({ member }: Trial): Named => ({
        id: `${name}@${event.id}${member === undefined ? '' : `/${shown(member)}`}`,
        source: event.source,
      });
      for (const { trial, consequence } of await statedBy(name, named, at)) {
        const subject = (await subjectOf(trial)) ?? event.subject;
        stated.push({ subject, named: named(trial), consequence });
      }
    }
  }
  return stated;
}

/** What rules state about the row in scope, in the order of the rubric. `place`: the keys of its table and its member. */
export async function rowConsequences(place: string, frame: Frame): Promise<RowConsequence[]> {
  const stated: RowConsequence[] = [];
  for (const name of frame.edition.rules.keys()) {
    const named = (): Named => ({ id: `${name}@${place}`, source: undefined });
    for (const { consequence } of await statedBy(name, named, frame)) stated.push(consequence);
  }
  return stated;
}

async function statedBy(
  name: string,
  named: (trial: Trial) => Named,
  frame: Frame,
): Promise<{ trial: Trial; consequence: RowConsequence }[]> {
  const stated: { trial: Trial; consequence: RowConsequence }[] = [];
  for (const trial of await trialsOf(name, frame)) {
    const { effect } = trial.rule;
    if (effect.kind !== 'consequence' || !(await ruleHolds(name, trial))) continue;
    stated.push({ trial, consequence: await consequenceOf(name, named(trial), effect, trial.frame) });
  }
  return stated;
}

/** The member that the rule was tried for, else the trigger's own key. */
async function subjectOf({ frame }: Trial): Promise<string | undefined> {
  const name = frame.edition.subject;
  const subject = nameAround(name, frame) ?? (await keyInScope(name, frame));
  return subject === undefined ? undefined : String(shown(subject));
}

async function consequenceOf(
  rule: string,
  named: Named,
  effect: Extract<EffectModel, { kind: 'consequence' }>,
  frame: Frame,
): Promise<RowConsequence> {
  const amount = shown(effect.amount && (await evaluate(effect.amount, frame)));
  const due = effect.due && (await evaluate(effect.due, frame));
  const { what, to, recommendation } = effect;
  return {
    id: named.id,
    rule,
    what,
    to,
    authority: effect.authority ?? null,
    amount: amount === null ? null : String(amount),
    due: due === undefined ? null : String(shown(due)),
    recommendation,
    ...(await standingOf(named, recommendation, due, frame)),
  };
}
