import { evaluate } from './evaluate-formula.js';
import { visible } from './events.js';
import { periodFrame } from './indicator.js';
import type { EffectModel, RowConsequence } from './model.js';
import { ruleHolds, ruleNames, type Trial, trialsOf } from './rules.js';
import { keyInScope } from './scope.js';
import { shown } from './values.js';
import type { Frame } from './world.js';

export interface Stated {
  readonly subject: string;
  readonly consequence: RowConsequence;
}

/** What rules state about events, by trigger in canonical order, then by rule name and member. */
export async function eventConsequences(frame: Frame): Promise<Stated[]> {
  const stated: Stated[] = [];
  for (const event of await visible(frame)) {
    const at = { ...(await periodFrame(event, frame)), event };
    for (const { trial, consequence } of await consequencesOf(at)) {
      const subject = shown(await keyInScope(frame.edition.subject, trial.frame));
      stated.push({ subject: String(subject ?? event.subject), consequence });
    }
  }
  return stated;
}

/** What rules state about the trigger in scope, by rule name. */
export async function consequencesOf(frame: Frame): Promise<{ trial: Trial; consequence: RowConsequence }[]> {
  const stated: { trial: Trial; consequence: RowConsequence }[] = [];
  for (const name of ruleNames(frame.world)) {
    for (const trial of await trialsOf(name, frame)) {
      const { effect } = trial.rule;
      if (effect.kind !== 'consequence' || !(await ruleHolds(name, trial))) continue;
      stated.push({ trial, consequence: await consequenceOf(name, effect, trial.frame) });
    }
  }
  return stated;
}

async function consequenceOf(
  rule: string,
  effect: Extract<EffectModel, { kind: 'consequence' }>,
  frame: Frame,
): Promise<RowConsequence> {
  const amount = shown(effect.amount && (await evaluate(effect.amount, frame)));
  const due = shown(effect.due && (await evaluate(effect.due, frame)));
  const { what, to, recommendation } = effect;
  return {
    rule,
    what,
    to,
    authority: effect.authority ?? null,
    amount: amount === null ? null : String(amount),
    due: due === null ? null : String(due),
    recommendation,
  };
}
