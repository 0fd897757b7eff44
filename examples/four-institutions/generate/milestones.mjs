// Five milestones a unit. The named days are those of §5.24.25; every other milestone is reached some days before it is due.

import { addDays, workdayUpTo } from './clock.mjs';
import { UNITS } from './inputs.mjs';
import { stream } from './random.mjs';

/** Due and reached. */
const NAMED = {
  'A01-M3': ['2026-06-20', '2026-09-18'],
  'A02-M4': ['2026-09-10', '2026-09-16'],
  'A03-M2': ['2026-03-31', '2026-04-12'],
  'A03-M5': ['2026-06-30', '2026-07-25'],
  'A04-M3': ['2026-06-15', '2026-06-19'],
  'A05-M5': ['2026-10-26', '2026-11-13'],
  'A06-M2': ['2026-04-01', '2026-04-21'],
  'A06-M3': ['2026-05-20', '2026-06-24'],
  'A06-M5': ['2026-10-31', '2026-11-08'],
  'A07-M1': ['2026-03-10', '2026-03-24'],
  'A07-M2': ['2026-04-30', '2026-06-14'],
  'A07-M4': ['2026-07-31', '2026-10-09'],
  'A07-M5': ['2026-11-10', '2026-11-22'],
  'A09-M4': ['2026-08-20', '2026-08-30'],
  'A10-M2': ['2026-03-20', '2026-03-29'],
  'A10-M3': ['2026-04-24', '2026-05-10'],
};

/** Approved on, and the new day. The second comes after the due date and moves nothing. */
const EXTENDED = { 'A01-M3': ['2026-06-10', '2026-09-20'], 'A04-M3': ['2026-06-17', '2026-06-30'] };

const EARLIEST = { M1: '2026-03-05', M2: '2026-04-15', M3: '2026-05-25', M4: '2026-09-03', M5: '2026-11-02' };

export function milestones(ledger) {
  for (const unit of UNITS) for (const milestone of Object.keys(EARLIEST)) oneMilestone(ledger, unit, milestone);
}

function oneMilestone(ledger, unit, milestone) {
  const chance = stream(`${unit} ${milestone}`);
  const due = NAMED[`${unit}-${milestone}`]?.[0] ?? addDays(EARLIEST[milestone], chance.below(25));
  const reachedOn = NAMED[`${unit}-${milestone}`]?.[1] ?? workdayUpTo(addDays(due, -chance.below(12)));
  const what = { project: `${unit}-project-0${milestone.slice(1)}`, milestone, matter: `${unit}-matter-${milestone}` };
  const assigned = { ...what, due, leadUnit: unit, leaderRole: '党工委书记' };
  ledger.note('responsibility.assigned', unit, `${unit}-milestone-${milestone}`, '2026-01-29', assigned, {
    lag: 1,
    actorRole: 'office',
  });
  const extension = EXTENDED[`${unit}-${milestone}`];
  if (extension !== undefined) {
    const moved = { ...what, newDue: extension[1], proposedBy: 'inspectorate' };
    ledger.note('milestone.extended', unit, `${unit}-milestone-${milestone}-extended`, extension[0], moved);
  }
  const named = NAMED[`${unit}-${milestone}`] !== undefined;
  // A first acceptance that failed shows that only an accepted one counts.
  if (!named && chance.below(8) === 0) {
    const failedOn = workdayUpTo(addDays(reachedOn, -6));
    const rejected = { ...what, reachedOn: failedOn, quality: 'rejected' };
    ledger.note('milestone.reached', unit, `${unit}-milestone-${milestone}-rejected`, failedOn, rejected, { lag: 1 });
  }
  const reached = { ...what, reachedOn, quality: 'accepted' };
  ledger.note('milestone.reached', unit, `${unit}-milestone-${milestone}-reached`, reachedOn, reached, { lag: 1 });
}
