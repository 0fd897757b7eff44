import type { Instant } from '../model/calendar.js';
import { type Laid, type Ledger, type LedgerEvent, layOut } from '../model/ledger.js';
import type { Finding } from '../model/outcome.js';
import type { Plan } from '../model/plan.js';
import { Findings } from './findings.js';
import { runForward } from './forward.js';
import { settleLate } from './late.js';
import type { LeftOut } from './left-out.js';
import { readOlderForms } from './older-forms.js';
import { ViewReader } from './reader.js';
import { View } from './view.js';
import { hearVoids } from './void.js';
import { buildWorld } from './world.js';

/** A lens with its texts read. */
export interface ReadLens {
  readonly asOf: Instant | undefined;
  readonly knownAt: Instant | undefined;
  /** Index of the edition used throughout. */
  readonly edition: number | undefined;
  readonly voided: readonly string[];
}

/** Everything that has been replayed: ask the reader, and the outcome is what it answers. */
export interface Session {
  readonly plan: Plan;
  readonly reader: ViewReader;
  /** What stood, for digests and reasons. */
  readonly events: readonly LedgerEvent[];
  readonly leftOut: LeftOut;
  findings(): readonly Finding[];
}

type Hear = typeof hearVoids;

/** The same session, had nothing been voided. */
export function replayUnheard({ plan, reader, leftOut }: Session): ViewReader {
  const { asOf, forced } = reader;
  const lens = { asOf, knownAt: leftOut.knownAt, edition: forced?.index, voided: [] };
  return replayEvents(plan, leftOut.ledger, lens, (_, known) => heardNothing(known)).reader;
}

function heardNothing(standing: Laid): ReturnType<Hear> {
  return { standing, refs: new Set(), by: new Map(), vain: [] };
}

/** Select, read older forms, hear voids, lay out, run forward (SPEC §7). Events come in order of (time, sequence, source, id). */
export function replayEvents(plan: Plan, ledger: Ledger, lens: ReadLens, hear: Hear = hearVoids): Session {
  const findings = new Findings();
  const { note } = findings;
  const forced = lens.edition === undefined ? undefined : plan.editions[lens.edition];
  const { knownAt } = lens;
  const selected = knownAt === undefined ? ledger : layOut(ledger.events.filter(({ recorded }) => recorded <= knownAt));
  const known = readOlderForms(plan, selected, forced);
  const { standing, refs, by, vain } = hear(plan, known, lens.voided, forced, note);
  const settled = settleLate(plan, standing, forced, lens.asOf, note);
  const { columns, recorded } = buildWorld(plan, settled.standing, forced, note, settled.carried);
  const asOf = lens.asOf ?? (columns.recorded.length === 0 ? 0 : columns.effectiveOf(columns.recorded.length - 1));
  const view = plan.forward ? View.empty(columns) : recorded.view;
  const reader = new ViewReader(plan, columns, view, asOf, forced, note);
  if (plan.forward) runForward(reader, columns.recorded.length, refs);
  reader.settle();
  const leftOut = { ledger, knownAt, supposed: new Set(lens.voided), voids: by, vain, late: settled.late };
  return { plan, reader, events: standing.events, leftOut, findings: () => findings.all() };
}
