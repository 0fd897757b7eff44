import { castDraft, Immer } from 'immer';
import type { CaseEntry, CaseFile, Irregularity } from '../model/case-file.js';
import type { LedgerEvent } from '../model/ledger.js';
import type { Plan } from '../model/plan.js';
import { DECIDE_SENTENCES } from './decide-problem.js';
import { type JudgedRecord, judgeRecorded } from './judge-recorded.js';
import { compareEvents, refOf } from './order.js';
import { isRuling, targetOf, voidedIn } from './voids.js';

// An instance of our own: the settings of the shared one belong to the application.
const immer = new Immer({ autoFreeze: true });

/** The file of a case of which nothing is recorded. */
export function emptyFile(procedure: string, id: string): CaseFile {
  const nothing = { entries: [], irregularities: [], events: [] };
  return Object.freeze({ kind: 'case', procedure, id, edition: '', state: undefined, ...nothing });
}

/** The file with one more event. The order in which events arrive makes no difference, and one that is there already changes nothing. */
export function withEvent(plan: Plan, file: CaseFile, event: LedgerEvent): CaseFile {
  const last = file.events[file.events.length - 1];
  const isPlain = !isRuling(event) && !file.events.some(isRuling);
  if (isPlain && (last === undefined || compareEvents(last, event) < 0)) return taken(plan, file, event);
  if (file.events.some((one) => refOf(one) === refOf(event))) return file;
  const refused = file.irregularities.filter(({ problem }) => !Object.hasOwn(DECIDE_SENTENCES, problem.code));
  const { procedure, id, events } = file;
  return refused.reduce(withIrregularity, fileOf(plan, procedure, id, [...events, event]));
}

/** The file with something that did not even pass the door. */
export function withIrregularity(file: CaseFile, irregularity: Irregularity): CaseFile {
  return immer.produce(file, (draft) => {
    draft.irregularities.push(castDraft(irregularity));
  });
}

/** The file of these events, in whatever order they come. */
export function fileOf(plan: Plan, procedure: string, id: string, events: readonly LedgerEvent[]): CaseFile {
  const ordered = events.toSorted(compareEvents);
  const voided = voidedIn(ordered);
  const refs = new Set(ordered.map(refOf));
  // Copying the file for every event would take a time that grows with its square.
  const so: Building = { procedure, id, edition: '', state: undefined, entries: [], irregularities: [], events: [] };
  for (const event of ordered) {
    // What is taken back, or takes something back: nothing follows from it any more.
    const isSettled = voided.has(refOf(event)) || (isRuling(event) && refs.has(targetOf(event)));
    if (!isSettled) build(so, event, judgeRecorded(plan, so, event));
    so.events.push(event);
  }
  return immer.produce(emptyFile(procedure, id), (draft) => {
    Object.assign(draft, so);
  });
}

/** A file while it is made. */
interface Building {
  readonly procedure: string;
  readonly id: string;
  edition: string;
  state: string | undefined;
  readonly entries: CaseEntry[];
  readonly irregularities: Irregularity[];
  readonly events: LedgerEvent[];
}

function build(so: Building, event: LedgerEvent, { entry, problems, edition }: JudgedRecord): void {
  for (const problem of problems) so.irregularities.push({ event: refOf(event), problem });
  if (entry === undefined) return;
  so.entries.push(entry);
  so.state = entry.state;
  so.edition = edition;
}

/** The next event in order. */
function taken(plan: Plan, file: CaseFile, event: LedgerEvent): CaseFile {
  const { entry, problems, edition } = judgeRecorded(plan, file, event);
  return immer.produce(file, (draft) => {
    draft.events.push(castDraft(event));
    for (const problem of problems) draft.irregularities.push(castDraft({ event: refOf(event), problem }));
    if (entry === undefined) return;
    draft.entries.push(castDraft(entry));
    draft.state = entry.state;
    draft.edition = edition;
  });
}
