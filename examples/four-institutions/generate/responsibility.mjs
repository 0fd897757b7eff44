// 责任分解: agreements with their objectives, the projects that carry them out, and the sponsors' visits.

import { addDays, workdayFrom } from './clock.mjs';
import { RESPONSIBILITY, UNITS } from './inputs.mjs';
import { stream } from './random.mjs';

const LEADER_ROLES = ['党工委书记', '办事处主任', '党工委副书记', '人大工委主任', '政法委员', '分管副主任'];
const SPONSOR_ROLES = ['区委副书记', '区委常委', '区人大副主任', '副区长', '区政协副主席', '党工委书记'];
const ASSISTANTS = ['住建局', '城管局', '民政局', '工信局', '教育体育局', '农业农村局'];
const two = (number) => String(number).padStart(2, '0');

export function responsibility(ledger) {
  for (const unit of UNITS) {
    const [[covered, objectives], [complete, projects], [visitCount]] = RESPONSIBILITY[unit];
    const ids = Array.from({ length: objectives }, (_, at) => `${unit}-objective-${two(at + 1)}`);
    const agreement = { period: 2026, version: '1.0.0', objectives: ids };
    ledger.note('agreement.signed', unit, `${unit}-agreement`, '2026-01-20', agreement);
    for (let at = 1; at <= projects; at += 1) {
      oneProject(ledger, unit, at, ids[(at - 1) % covered], at <= complete ? 0 : at - complete);
    }
    if (covered < objectives) tooLate(ledger, unit, projects + 1, ids[covered]);
    visits(ledger, unit, visitCount, projects);
  }
}

/** `gap`: 0 for a project that lacks nothing; else it lacks the leader role, the due date or the lead unit in turn. */
function oneProject(ledger, unit, number, objective, gap) {
  const id = `${unit}-project-${two(number)}`;
  const chance = stream(id);
  const whole = {
    objective,
    project: id,
    leadUnit: unit,
    leaderRole: chance.pick(LEADER_ROLES),
    due: workdayFrom(addDays('2026-06-01', chance.below(190))),
    ...(chance.below(4) === 0 ? { leadShare: 70, assistUnit: chance.pick(ASSISTANTS), assistShare: 30 } : {}),
  };
  const day = workdayFrom(addDays('2026-01-22', chance.below(20)));
  const lacking = lack(whole, gap);
  ledger.note('responsibility.assigned', unit, id, day, lacking, { lag: chance.below(3) });
  // What is filled in after 15 February no longer helps.
  if (gap === 1) ledger.note('responsibility.assigned', unit, `${id}-completed`, '2026-03-03', whole);
  // What is filled in before it does: the last assignment of a project by that day stands.
  if (gap === 0 && number === 7) {
    ledger.note('responsibility.assigned', unit, `${id}-draft`, '2026-01-21', lack(whole, 2));
  }
}

function lack({ leadUnit, leaderRole, due, ...rest }, gap) {
  if (gap === 0) return { ...rest, leadUnit, leaderRole, due };
  if (gap % 3 === 1) return { ...rest, leadUnit, due };
  return gap % 3 === 2 ? { ...rest, leadUnit, leaderRole } : { ...rest, leaderRole, due };
}

function tooLate(ledger, unit, number, objective) {
  const id = `${unit}-project-${two(number)}`;
  const data = { objective, project: id, leadUnit: unit, leaderRole: LEADER_ROLES[0], due: '2026-11-30' };
  ledger.note('responsibility.assigned', unit, id, '2026-03-05', data, { lag: 1 });
}

function visits(ledger, unit, count, projects) {
  const chance = stream(`${unit} visits`);
  const seen = new Set();
  while (seen.size < count) {
    const day = workdayFrom(addDays('2026-01-12', Math.floor((seen.size * 345) / count) + chance.below(5)));
    const visit = {
      sponsorRole: chance.pick(SPONSOR_ROLES),
      project: `${unit}-project-${two(1 + chance.below(projects))}`,
    };
    const key = [visit.sponsorRole, visit.project, day].join(' ');
    if (seen.has(key)) continue;
    seen.add(key);
    const id = `${unit}-visit-${two(seen.size)}`;
    ledger.note('visit.logged', unit, id, day, visit, { lag: chance.below(4) });
    // The same sponsor at the same project on the same day, logged by both sides, is one visit.
    if (seen.size % 20 === 0) ledger.note('visit.logged', unit, `${id}-again`, day, visit, { lag: 1 });
  }
}
