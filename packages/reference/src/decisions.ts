import { CivilDate, dayOf } from './dates.js';
import { editionAt } from './editions.js';
import { identity, visible } from './events.js';
import type { RowConsequence } from './model.js';
import type { Value } from './values.js';
import type { Frame, Happening, ReferenceFinding } from './world.js';

/** What a decision may name: a consequence on a row by its id, one on an event like a derived event of its trigger. */
export interface Named {
  readonly id: string;
  /** That of the trigger; undefined for a consequence on a row. */
  readonly source: string | undefined;
}

type Standing = Pick<RowConsequence, 'status' | 'overdue'>;

/** What stands about a consequence: the last decision by `asOf`, whatever its period, else what the rule says. */
export async function standingOf(named: Named, recommended: boolean, due: Value, frame: Frame): Promise<Standing> {
  const last = (await decisions(frame)).findLast((decision) => isAbout(decision, named));
  const status = decided(last) ?? (recommended ? 'recommended' : 'due');
  const today = dayOf(editionAt(frame.world, frame.horizon).zone, frame.horizon);
  const isOpen = status !== 'executed' && status !== 'declined';
  return { status, overdue: isOpen && due instanceof CivilDate && due.days < today.days };
}

/** A finding for each decision on what no rule states. */
export async function astray(stated: readonly Named[], frame: Frame): Promise<ReferenceFinding[]> {
  return (await decisions(frame))
    .filter((decision) => !stated.some((named) => isAbout(decision, named)))
    .map((decision) => ({
      code: 'decision-without-consequence',
      subject: decision.subject || null,
      facts: { decision: decision.id, consequence: String(decision.data.consequence) },
    }));
}

async function decisions(frame: Frame): Promise<readonly Happening[]> {
  return visible({ ...frame, now: frame.horizon }, ['meritlog.consequence.decided']);
}

function isAbout(decision: Happening, { id, source }: Named): boolean {
  const text = decision.data.consequence;
  if (source === undefined) return text === id;
  return (text === id && decision.source === source) || text === identity({ id, source });
}

function decided(decision: Happening | undefined): Standing['status'] | undefined {
  const word = decision?.data.decision;
  return word === 'confirmed' || word === 'declined' || word === 'executed' ? word : undefined;
}
