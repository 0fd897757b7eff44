import type { LedgerEvent } from '../model/ledger.js';
import type { ConsequenceStatus, Finding } from '../model/outcome.js';
import { findingOf } from './findings.js';
import type { ViewReader } from './reader.js';

/** A consequence as a decision names it: by its id, or for one on an event like a derived event of its trigger. */
export interface ConsequenceName {
  readonly id: string;
  /** Of the trigger; undefined for a consequence on a row. */
  readonly source: string | undefined;
}

/** What people last decided about a consequence by `asOf`, whatever its period. */
export function decisionOn(reader: ViewReader, { id, source }: ConsequenceName): ConsequenceStatus | undefined {
  const { byText, byReference } = decisionsOf(reader);
  return source === undefined ? byText.get(id) : byReference.get(`${source}#${id}`);
}

/** A finding for each decision on what no rule states. `all` is asked only where something was decided. */
export function strayDecisions(reader: ViewReader, all: () => readonly ConsequenceName[]): readonly Finding[] {
  const { made } = decisionsOf(reader);
  if (made.length === 0) return [];
  const names = all();
  const texts = new Set(names.flatMap(({ id, source }) => (source === undefined ? [id] : [])));
  const references = new Set(names.flatMap(({ id, source }) => (source === undefined ? [] : [`${source}#${id}`])));
  return made
    .filter((decision) => {
      const text = textOf(decision);
      return !texts.has(text) && !references.has(text) && !references.has(`${decision.event.source}#${text}`);
    })
    .map((decision) => {
      const facts = { decision: decision.event.id, consequence: textOf(decision) };
      return findingOf('decision-without-consequence', decision.event.subject ?? null, facts);
    });
}

const DECIDED = 'meritlog.consequence.decided';

interface Decisions {
  readonly made: readonly LedgerEvent[];
  readonly byText: ReadonlyMap<string, ConsequenceStatus>;
  readonly byReference: ReadonlyMap<string, ConsequenceStatus>;
}

/** Each row asks, and nothing is recorded any more once rows are asked about. */
const KNOWN = new WeakMap<ViewReader, Decisions>();

function decisionsOf(reader: ViewReader): Decisions {
  const known = KNOWN.get(reader);
  if (known !== undefined) return known;
  const byText = new Map<string, ConsequenceStatus>();
  const byReference = new Map<string, ConsequenceStatus>();
  const made = reader.view
    .ofType(DECIDED)
    .filter((ord) => reader.columns.effectiveOf(ord) <= reader.asOf)
    .map((ord) => reader.event(ord));
  for (const decision of made) {
    const text = textOf(decision);
    const status = decision.data.decision;
    if (status !== 'confirmed' && status !== 'declined' && status !== 'executed') continue;
    byText.set(text, status);
    byReference.set(text, status);
    byReference.set(`${decision.event.source}#${text}`, status);
  }
  const decisions: Decisions = { made, byText, byReference };
  KNOWN.set(reader, decisions);
  return decisions;
}

function textOf({ data }: LedgerEvent): string {
  return String(data.consequence);
}
