// The year of groups B, C and D, with few events: what is not recorded was in order, or nobody was asked for it.

import { addDays, workdayFrom } from '../../../four-institutions/generate/clock.mjs';
import { GROUPS, UNITS } from './inputs.mjs';

const TOWNSHIPS = ['A01', 'A02', 'A03', 'A04', 'A05', 'A06', 'A07', 'A08', 'A09', 'A10'];
const DUE = { M1: '2026-03-20', M2: '2026-04-28', M3: '2026-05-27', M4: '2026-09-15', M5: '2026-11-10' };
/** Managed by their superior authorities. */
const VERTICAL = ['D01', 'D02', 'D03', 'D06'];
const two = (number) => String(number).padStart(2, '0');
const upTo = (count) => Array.from({ length: count }, (_, at) => at + 1);

export function departments(ledger) {
  for (const [unit, row] of Object.entries(UNITS)) {
    const group = unit[0];
    const registered = { name: row.name, group, period: 2026, ...(VERTICAL.includes(unit) ? { vertical: true } : {}) };
    ledger.note('unit.registered', unit, `${unit}-registered`, '2026-01-05', registered);
    objectives(ledger, unit, row);
    matters(ledger, unit, row);
    milestones(ledger, unit, row);
    responsibility(ledger, unit, row);
    supervision(ledger, unit, row);
    appraisal(ledger, unit, row);
  }
  lateAndMerged(ledger);
}

/** A unit created after 30 June, and one merged in May: what is recorded about it, before and after, counts for C02. */
function lateAndMerged(ledger) {
  const registered = { group: 'C', period: 2026 };
  ledger.note('unit.registered', 'C13', 'C13-registered', '2026-08-03', { ...registered, name: '行政审批局' });
  ledger.note('unit.registered', 'C14', 'C14-registered', '2026-01-05', { ...registered, name: '金融服务中心' });
  overdue(ledger, 'C14', 'petition', '2026-03-10', 1);
  ledger.note('unit.merged', 'C14', 'C14-merged', '2026-05-06', { into: 'C02', docNo: '澄编〔2026〕5号' });
}

function objectives(ledger, unit, row) {
  upTo(GROUPS[unit[0]].items - row.items).forEach((item) => {
    const figure = { indicator: '1.1.1', item, value: 1, period: 2026, sourceDept: '组织部' };
    ledger.note('figure.verified', unit, `${unit}-item-${two(item)}`, '2027-01-26', figure);
  });
  row.goals.forEach((percent, at) => {
    const indicator = `${unit}-goal-${at + 1}`;
    const approved = { indicator, period: 2026, share: 50, difficulty: row.difficulty[at], field: row.field ?? '本职' };
    ledger.note('goal.approved', unit, `${indicator}-approved`, '2026-01-20', { ...approved, proposedBy: 'unit' });
    const target = { indicator, value: 100, unitOfMeasure: '件', period: 2026 };
    ledger.note('target.set', unit, `${indicator}-target`, '2026-01-20', target);
    const figure = { indicator, value: percent, period: 2026, sourceDept: '统计局' };
    ledger.note('figure.verified', unit, `${indicator}-figure`, '2027-02-02', figure);
  });
}

function matters(ledger, unit, row) {
  overdue(ledger, unit, 'petition', '2026-04-14', row.early);
  overdue(ledger, unit, 'petition', '2026-08-18', row.later);
  overdue(ledger, unit, 'environment', '2026-09-08', row.nature);
}

function overdue(ledger, unit, kind, due, count) {
  for (const number of upTo(count)) {
    const matter = `${unit}-${kind}-${due.slice(5)}-${number}`;
    ledger.note('matter.overdue', unit, `${matter}-overdue`, addDays(due, 1), { kind, matter, due });
    ledger.note('matter.closed', unit, `${matter}-closed`, addDays(due, 6), {
      kind,
      matter,
      closedOn: addDays(due, 6),
    });
  }
}

function milestones(ledger, unit, row) {
  for (const [milestone, due] of Object.entries(DUE)) {
    const what = { project: `${unit}-project-${milestone[1]}`, milestone, matter: `${unit}-matter-${milestone}` };
    const assigned = { ...what, due, leadUnit: unit, leaderRole: '主任' };
    const id = `${unit}-milestone-${milestone}`;
    ledger.note('responsibility.assigned', unit, id, '2026-01-29', assigned, { actorRole: 'office' });
    const reachedOn = addDays(due, row.late[milestone] ?? -4);
    const reached = { ...what, reachedOn, quality: 'accepted' };
    ledger.note('milestone.reached', unit, `${id}-reached`, reachedOn, reached);
  }
}

function responsibility(ledger, unit, row) {
  const objectiveIds = row.goals.map((_, at) => `${unit}-goal-${at + 1}`);
  const agreement = { period: 2026, version: '1.0.0', objectives: objectiveIds };
  ledger.note('agreement.signed', unit, `${unit}-agreement`, '2026-01-20', agreement);
  objectiveIds.forEach((objective, at) => {
    const project = `${unit}-project-${at + 1}`;
    const whole = { objective, project, leadUnit: unit, leaderRole: '主任', due: '2026-11-30' };
    ledger.note('responsibility.assigned', unit, project, '2026-01-30', whole);
  });
  for (const number of upTo(row.visits)) {
    const day = workdayFrom(addDays('2026-02-24', number * 6));
    const visit = { sponsorRole: row.sponsor ?? '副区长', project: `${unit}-project-${1 + (number % 5)}` };
    ledger.note('visit.logged', unit, `${unit}-visit-${two(number)}`, day, visit);
  }
}

/** Eight tasks, all due in the second quarter: with one of them late, more than 85 % were on time. */
function supervision(ledger, unit, row) {
  for (const number of upTo(8)) {
    const taskNo = `${unit}-task-${number}`;
    const due = addDays('2026-05-08', number);
    const late = number <= row.task ? 5 : -2;
    const issued = { taskNo, due, listed: false, matter: `${taskNo}-matter` };
    ledger.note('task.issued', unit, `${taskNo}-issued`, '2026-04-09', issued);
    const closed = { taskNo, closedOn: addDays(due, late), quality: 'accepted' };
    ledger.note('task.closed', unit, `${taskNo}-closed`, addDays(due, late), closed);
  }
  for (const number of upTo(row.reports)) {
    const report = {
      report: `${number + 3}月月报`,
      due: '2026-06-05',
      receivedOn: '2026-06-08',
      matter: `${unit}-report-${number}`,
    };
    ledger.note('report.received', unit, `${unit}-report-${number}`, '2026-06-08', report);
  }
}

function appraisal(ledger, unit, row) {
  // Without the highest and the lowest the mean is that of the row.
  [-3, -1, -1, 0, 0, 0, 0, 1, 1, 2].forEach((from, at) => {
    const rated = { period: 2026, rater: TOWNSHIPS[at], score: row.rated + from };
    ledger.note('unit.rated', unit, `${unit}-rated-${TOWNSHIPS[at]}`, '2027-01-28', rated);
  });
  const rosters = [
    ['leaders', 20, 20],
    ['peers', 40, 45],
    ['reps', 60, 60],
  ];
  rosters.forEach(([voters, valid, roster], at) => {
    const a = row.votes[at];
    const counted = { period: 2026, class: voters, a, b: valid - a, c: 0, d: 0, invalid: roster - valid, roster };
    ledger.note('ballots.counted', unit, `${unit}-ballots-${voters}`, '2027-01-29', counted);
  });
  [-1, 0, 1].forEach((from, at) => {
    const scored = { period: 2026, leader: `L${at + 1}`, score: Math.round((row.leaders + from) * 100) / 100 };
    ledger.note('leader.scored', unit, `${unit}-leader-${at + 1}`, '2027-02-01', scored);
  });
  const survey = { period: 2026, percent: row.survey, n: 400 };
  ledger.note('survey.filed', unit, `${unit}-survey`, '2027-02-03', survey);
}
