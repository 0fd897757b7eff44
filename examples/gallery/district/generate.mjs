// Writes events.jsonl: the year of group A without what is only kept and shown, and the year of the other groups; the same
// bytes on every run. `node generate.mjs [file]` writes elsewhere, so that a test can compare.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ledger, RECORDER } from '../../four-institutions/generate/ledger.mjs';
import { departments } from './generate/departments.mjs';
import { honours } from './generate/honours.mjs';
import { outcomes } from './generate/outcomes.mjs';

const beside = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Types of the district's own, by who records them. */
const OWN = {
  'goal.approved': ['office', '第24条'],
  'criticism.issued': ['office', '第13条'],
  'unit.rated': ['organisation', '第24条'],
  'unit.merged': ['office', '第2条'],
  'award.nominated': ['office', '第18条'],
  'award.checked': ['office', '第18条'],
  'award.noticed': ['office', '第18条'],
  'award.decided': ['committee', '第18条'],
  'award.conferred': ['committee', '第18条'],
  'award.withdrawn': ['committee', '第18条'],
  'result.recorded': ['office', '第19条'],
  'meritlog.consequence.decided': ['committee', '第19条'],
};

const ledger = new Ledger({ ...RECORDER, ...OWN });
for (const part of [departments, honours, outcomes]) part(ledger);

const townships = readFileSync(beside('../../four-institutions/events.jsonl'), 'utf8').split('\n').filter(Boolean);
const lines = [...townships.filter(scored), ...ledger.lines().split('\n').filter(Boolean)].sort(asRecorded);
writeFileSync(process.argv[2] ?? beside('events.jsonl'), `${lines.join('\n')}\n`);

/** Whether an event of group A can change anything: what is only kept and shown is left to the flagship's own ledger. */
function scored(line) {
  const { type, data } = JSON.parse(line);
  if (['inspection.held', 'progress.reported', 'plan.filed', 'bulletin.published'].includes(type)) return false;
  return type !== 'report.received' || data.receivedOn > data.due;
}

function asRecorded(one, other) {
  return keyOf(one) < keyOf(other) ? -1 : 1;
}

function keyOf(line) {
  const { recordedtime, time, id } = JSON.parse(line);
  return [recordedtime, time, id].join(' ');
}
