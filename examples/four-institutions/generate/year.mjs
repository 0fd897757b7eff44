// District-wide steps, the veto, appeals, exemptions, corrections: what happens once.

import { workdayOfMonth } from './clock.mjs';
import { NAMES, UNITS } from './inputs.mjs';

const two = (number) => String(number).padStart(2, '0');

export function year(ledger) {
  opening(ledger);
  veto(ledger);
  appeals(ledger);
  corrections(ledger);
  late(ledger);
  closing(ledger);
}

function opening(ledger) {
  ledger.note('period.opened', null, 'period-2026-opened', '2026-01-04', { period: 2026, cutoff: '2026-12-31' });
  for (const unit of UNITS) {
    const data = { name: NAMES[unit], group: 'A', period: 2026 };
    ledger.note('unit.registered', unit, `${unit}-registered`, '2026-01-04', data);
  }
  const first = { version: '1.0.0', docNo: '澄办〔2026〕3号', effectiveOn: '2026-01-01' };
  ledger.note('rubric.published', null, 'rubric-1-0-0', '2026-01-20', first);
  const second = {
    version: '1.1.0',
    docNo: '澄办〔2026〕17号',
    effectiveOn: '2026-07-01',
    transition: '按事实发生日适用',
  };
  ledger.note('rubric.amended', null, 'rubric-1-1-0', '2026-06-26', second);
  for (let month = 1; month <= 11; month += 1) {
    const data = { month, docNo: `澄督通〔2026〕${month}号` };
    ledger.note(
      'bulletin.published',
      null,
      `bulletin-${two(month)}`,
      workdayOfMonth(`2026-${two(month + 1)}`, 10),
      data,
    );
  }
}

/** A08's V2 stands; A06's V4 was not approved; A10's was approved on no superior document and has no effect. */
function veto(ledger) {
  const propose = (unit, rule, matter, day) =>
    ledger.note('veto.proposed', unit, `${unit}-veto-${rule}-proposed`, day, { rule, matter });
  const a08 = { rule: 'V2', matter: 'A08-matter-incident-1' };
  const proposal = propose('A08', 'V2', a08.matter, '2026-08-31');
  const approved = {
    ...a08,
    proposal,
    proposedBy: 'safetyDept',
    approvingBody: '区考评委员会',
    docNo: '澄考评〔2026〕6号',
    superiorDoc: '安委〔2026〕11号',
    validFrom: '2026-01-01',
    validTo: '2026-12-31',
  };
  ledger.note('veto.approved', 'A08', 'A08-veto-V2', '2026-09-02', approved, { minute: 600 });
  const notice = { object: 'A08-veto-V2', receivedOn: '2026-09-04' };
  ledger.note('notice.served', 'A08', 'A08-veto-V2-notice', '2026-09-04', notice);

  const a06 = { rule: 'V4', matter: 'A06-matter-environment-01' };
  const refused = { ...a06, proposal: propose('A06', 'V4', a06.matter, '2026-11-09'), reason: '未造成重大污染' };
  ledger.note('veto.rejected', 'A06', 'A06-veto-V4-rejected', '2026-11-18', refused);

  const a10 = { rule: 'V4', matter: 'A10-matter-environment-01' };
  const baseless = {
    ...a10,
    proposal: propose('A10', 'V4', a10.matter, '2026-10-21'),
    proposedBy: 'safetyDept',
    approvingBody: '区考评委员会',
    docNo: '澄考评〔2026〕9号',
  };
  ledger.note('veto.approved', 'A10', 'A10-veto-V4', '2026-10-28', baseless);
}

function appeals(ledger) {
  const what = { period: 2026, level: 'reconsideration', object: 'A06-card-Y3-Q3' };
  const appeal = ledger.note('appeal.filed', 'A06', 'A06-appeal-1', '2026-10-23', { ...what, against: 'yellow' });
  const dismissed = { ...what, appeal, outcome: 'dismissed' };
  ledger.note('appeal.decided', 'A06', 'A06-appeal-1-decided', '2026-11-04', dismissed);
}

/** An exemption, and two entries made in error and voided: none of them leaves a trace in the scores. */
function corrections(ledger) {
  const flood = { matter: 'A02-matter-petition-09', kind: 'petition', due: '2026-05-14' };
  ledger.note('matter.overdue', 'A02', 'A02-petition-09-overdue', '2026-05-15', flood);
  const exempt = {
    matter: flood.matter,
    exemptionType: 'force-majeure',
    scope: '信访事项逾期',
    proposedBy: 'safetyDept',
  };
  ledger.note('exemption.approved', 'A02', 'A02-exemption-1', '2026-06-09', exempt);

  const wrongUnit = { matter: 'A04-matter-petition-09', kind: 'petition', due: '2026-07-16' };
  ledger.note('matter.overdue', 'A04', 'A04-petition-09-overdue', '2026-07-17', wrongUnit);
  voided(ledger, 'A04', 'A04-petition-09-overdue', '2026-07-24', '登记单位有误');

  const mistyped = { contest: 'b', quarter: 3, score: 29.4 };
  // Entered after the right one, so that it would stand if it were not voided.
  ledger.note('contest.scored', 'A05', 'A05-contest-b-Q3-mistyped', '2026-10-12', mistyped, { minute: 1030 });
  voided(ledger, 'A05', 'A05-contest-b-Q3-mistyped', '2026-10-14', '录入错误');
}

const voided = (ledger, unit, id, day, reason) =>
  ledger.note('meritlog.event.voided', unit, `${id}-voided`, day, { id, reason, proposedBy: 'inspectorate' });

/** Facts of December that the ledger learned of after 20 January go to 2027; so does what is due in 2027. */
function late(ledger) {
  const petition = { matter: 'A09-matter-petition-09', kind: 'petition', due: '2026-12-20' };
  const learned = { recorded: '2027-01-26' };
  ledger.note('matter.overdue', 'A09', 'A09-petition-09-overdue', '2026-12-21', petition, learned);
  const visit = { sponsorRole: '区委常委', project: 'A03-project-11' };
  ledger.note('visit.logged', 'A03', 'A03-visit-late', '2026-12-30', visit, { recorded: '2027-01-22' });
  const task = { taskNo: 'A02-task-201', due: '2027-01-12', listed: false, matter: 'A02-matter-task-201' };
  ledger.note('task.issued', 'A02', task.taskNo, '2026-12-22', task);
}

function closing(ledger) {
  const closed = { period: 2026, cutoff: '2026-12-31' };
  ledger.note('period.closed', null, 'period-2026-closed', '2026-12-31', closed, { minute: 1079 });
  for (const unit of UNITS) {
    const data = { object: `${unit}-result-2026`, receivedOn: '2027-02-26' };
    ledger.note('notice.served', unit, `${unit}-result-notice`, '2027-02-26', data);
  }
  const floating = {
    period: 2026,
    topic: 'floating-quota',
    choice: 'C',
    minutesNo: '澄考评纪〔2027〕2号',
    reason: '经济组两个单位业绩接近',
  };
  ledger.note('discretion.exercised', null, 'discretion-floating-2026', '2027-03-10', floating);
  const announced = { period: 2026, docNo: '澄考评公示〔2027〕1号' };
  ledger.note('result.announced', null, 'result-2026-announced', '2027-03-11', announced);
  const final = { period: 2026, docNo: '澄考评〔2027〕3号' };
  ledger.note('result.finalised', null, 'result-2026-finalised', '2027-03-19', final);
  for (const unit of ['A06', 'A07', 'A08']) {
    const data = { period: 2026, item: '约谈主要负责人', date: '2027-03-30' };
    ledger.note('consequence.decided', unit, `${unit}-interview-decided`, '2027-03-19', data);
    ledger.note('consequence.executed', unit, `${unit}-interview-held`, '2027-03-30', data);
  }
}
