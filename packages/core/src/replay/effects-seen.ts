import type { ViewReader } from './reader.js';
import type { ReadingUse } from './reading-use.js';
import { refOf } from './ref.js';
import type { Trial } from './trial-log.js';

/** Whether something came of a rule that held: seen when all is over. Each trial is asked about once, in order. */
export function effectsSeen(reader: ViewReader, readings: readonly ReadingUse[]): (trial: Trial) => boolean {
  const { columns } = reader;
  const issued = new Set([...columns.derivedBy.keys()].flatMap((ord) => beginnings(refOf(columns.event(ord)))));
  const ended = new Set([...columns.endedAt.values()].map(({ rule, by }) => `${rule} ${refOf(columns.event(by))}`));
  const bound = new Set(
    readings.flatMap(({ reason }) =>
      reason.steps.flatMap((step) =>
        step.kind === 'limit' && step.before !== step.after
          ? [`${step.rule} ${step.event.source}#${step.event.id}`]
          : [],
      ),
    ),
  );
  return ({ rule, trigger, member, gaveNothing }) => {
    const name = rule.model.name;
    switch (rule.effect.kind) {
      case 'give':
      case 'consequence':
        return !gaveNothing;
      case 'issue':
        // A member of two tables is tried twice, and what it gets exists once.
        return issued.delete(nameOf(name, trigger, member));
      case 'end':
        return ended.has(`${name} ${trigger}`);
      case 'limit':
        return bound.has(`${name} ${trigger}`);
      case 'void':
        return true;
    }
  };
}

/** Derived events are called `rule@trigger`, with the member and the item behind it: each beginning of such a name. */
function beginnings(ref: string): readonly string[] {
  const cuts = [...ref].flatMap((sign, at) => (sign === '/' || sign === '#' ? [ref.slice(0, at)] : []));
  return [ref, ...cuts];
}

function nameOf(rule: string, trigger: string, member: string | undefined): string {
  const at = trigger.indexOf('#');
  const id = `${trigger.slice(0, at)}#${rule}@${trigger.slice(at + 1)}`;
  return member === undefined ? id : `${id}/${member}`;
}
