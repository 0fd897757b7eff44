// 督促检查: supervised tasks, monthly reports, inspections, progress figures.

import {
  addDays,
  addWorkdays,
  daysFrom,
  quarterDays,
  quarterOf,
  workdayFrom,
  workdayOfMonth,
  workdayUpTo,
} from './clock.mjs';
import { FIGURES, LATE_REPORTS, TASKS, UNITS } from './inputs.mjs';
import { stream } from './random.mjs';

const two = (number) => String(number).padStart(2, '0');

export function supervision(ledger) {
  for (const unit of UNITS) {
    tasks(ledger, unit);
    reports(ledger, unit);
    inspections(ledger, unit);
    progress(ledger, unit);
  }
}

function tasks(ledger, unit) {
  let number = 0;
  TASKS[unit].forEach(([count, late], at) => {
    const chance = stream(`${unit} tasks Q${at + 1}`);
    const isLate = chance.shuffled(Array.from({ length: count }, (_, task) => task < late));
    const [first, last] = quarterDays(at + 1);
    // In the first quarter nothing can be due before it could be issued.
    const from = at === 0 ? '2026-01-19' : first;
    for (let task = 0; task < count; task += 1) {
      const spread = Math.floor((task * daysFrom(from, last)) / Math.max(1, count - 1));
      number += 1;
      const wished = addDays(from, spread);
      const before = workdayUpTo(wished);
      // Stepping back over a holiday must not step into the quarter before.
      oneTask(ledger, unit, number, before < first ? workdayFrom(wished) : before, isLate[task]);
    }
  });
}

function oneTask(ledger, unit, number, due, late) {
  const taskNo = `${unit}-task-${String(number).padStart(3, '0')}`;
  const chance = stream(taskNo);
  const issued = workdayUpTo(addDays(due, -8 - chance.below(14)));
  const issuedOn = issued < '2026-01-05' ? '2026-01-05' : issued;
  const matter = `${unit}-matter-task-${String(number).padStart(3, '0')}`;
  const listed = !late && chance.below(12) === 0;
  ledger.note('task.issued', unit, taskNo, issuedOn, { taskNo, due, listed, matter });
  const close = (day, quality, id, lag) =>
    ledger.note('task.closed', unit, id, day, { taskNo, closedOn: day, quality }, { lag });
  const span = daysFrom(issuedOn, due);
  const rejectedFirst = chance.below(late ? 3 : 14) === 0;
  const early = workdayUpTo(addDays(due, -chance.below(Math.max(1, Math.floor(span / 2)))));
  const closedOn = late ? workdayFrom(addDays(due, 1 + chance.below(12))) : early > issuedOn ? early : due;
  const sentBackOn = addWorkdays(issuedOn, 1);
  // Handed in, even on time, and sent back is no closing.
  if (rejectedFirst && sentBackOn < closedOn) close(sentBackOn, 'rejected', `${taskNo}-rejected`, 0);
  close(closedOn, 'accepted', `${taskNo}-closed`, chance.below(2));
}

/** The report on month m is due on the 5th working day of m + 1, so the year has those on January to November. */
function reports(ledger, unit) {
  const chance = stream(`${unit} reports`);
  const left = [...(LATE_REPORTS[unit] ?? [0, 0, 0, 0])];
  for (let month = 1; month <= 11; month += 1) {
    const report = `${unit}-report-${two(month)}`;
    const due = workdayOfMonth(`2026-${two(month + 1)}`, 5);
    const quarter = quarterOf(due);
    const late = left[quarter - 1] > 0;
    if (late) left[quarter - 1] -= 1;
    const receivedOn = late ? addWorkdays(due, 1 + chance.below(4)) : workdayUpTo(addDays(due, -chance.below(4)));
    const data = { report, due, receivedOn, matter: `${unit}-matter-report-${two(month)}` };
    ledger.note('report.received', unit, report, receivedOn, data);
  }
}

function inspections(ledger, unit) {
  const chance = stream(`${unit} inspections`);
  for (let number = 1; number <= 36; number += 1) {
    const day = workdayFrom(addDays('2026-01-14', (number - 1) * 9 + chance.below(7)));
    const data = {
      method: chance.pick(['open', 'unannounced', 'crossed', 'phone', 'media']),
      places: 1 + chance.below(8),
      findings: chance.below(6),
    };
    ledger.note('inspection.held', unit, `${unit}-inspection-${two(number)}`, day, data, { lag: chance.below(4) });
  }
}

/** Reported figures creep towards the verified one; they are shown, never scored. */
function progress(ledger, unit) {
  FIGURES[unit].forEach(([, year], at) => {
    const indicator = `1.2.${at + 1}`;
    for (let month = 1; month <= 11; month += 1) {
      const value = Math.floor((year * 100 * month) / 12.3) / 100;
      const data = { indicator, value: at === 2 ? Math.floor(value) : value, period: 2026, month };
      const day = workdayUpTo(workdayOfMonth(`2026-${two(month + 1)}`, 4));
      ledger.note('progress.reported', unit, `${unit}-progress-12${at + 1}-${two(month)}`, day, data);
    }
  });
}
