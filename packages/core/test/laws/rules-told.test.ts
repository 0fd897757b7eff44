import { expect } from 'vitest';
import { tryExplain } from '../../src/index.js';
import type { EventReason } from '../../src/model/event-fate.js';
import { TrialLog } from '../../src/replay/trial-log.js';
import { watchedReplay } from '../../src/replay.js';
import { arbitraryCase, type Case } from '../../src/testing/index.js';
import { law } from './law.js';
import { checked, read } from './read-case.js';

law(
  'every rule that ended or voided something, or would have, is told of the event that set it off: what became of it, or why of nothing',
  { cases: arbitraryCase(), runs: 60, schemeOf: (one: Case) => one },
  (one, tally) => {
    const { rubric, ledger } = read(one);
    const log = new TrialLog();
    const outcome = checked(watchedReplay(ledger, rubric, one.lens, log));
    for (const { rule, trigger, verdict } of log.trials) {
      const { kind } = rule.effect;
      if (verdict !== 'held' || (kind !== 'void' && kind !== 'end')) continue;
      const explained = tryExplain(outcome, { event: trigger });
      if (!explained.ok || explained.value.kind !== 'event') throw new Error(`no reason for ${trigger}`);
      const { event } = explained.value;
      if (event.fate.kind !== 'counts') continue;
      expect(rulesTold(event), `${rule.model.name} on ${trigger}`).toContain(rule.model.name);
      tally.count(`an effect to ${kind}`);
    }
  },
);

/** Rules that end or void something by an event; one that ends the event itself is told with its state. */
function rulesTold({ fate, effects }: EventReason): readonly string[] {
  const ended = fate.kind === 'counts' && fate.ended !== null ? [fate.ended.rule.name] : [];
  return [...ended, ...effects.flatMap((effect) => (effect.kind !== 'closed' && effect.rule?.name) || [])];
}
