// Overdue matters, incidents, honours.

import { addDays, addWorkdays, workdayFrom } from './clock.mjs';
import { HAZARDS, MATTERS, UNITS } from './inputs.mjs';
import { stream } from './random.mjs';

/** Due dates at the edge of the half-years: the day after 06-29 is in the first, the day after 06-30 in the second. */
const EDGES = { 'A03-petition-05': '2026-06-30', 'A10-petition-01': '2026-06-29' };

export function matters(ledger) {
  for (const unit of UNITS) {
    const [, [first, second, backlog], [environment]] = MATTERS[unit];
    for (let at = 1; at <= first + second; at += 1) {
      overdue(ledger, unit, 'petition', at, at <= first ? ['2026-02-10', 130] : ['2026-07-02', 150]);
    }
    for (let at = 1; at <= backlog; at += 1) overdue(ledger, unit, 'backlog', at, ['2026-03-02', 270]);
    for (let at = 1; at <= environment; at += 1) overdue(ledger, unit, 'environment', at, ['2026-02-20', 290]);
    (HAZARDS[unit] ?? []).forEach(([due, removed], at) => {
      matter(ledger, unit, 'hazard', at + 1, due, removed);
    });
  }
  incidents(ledger);
  honours(ledger);
}

function overdue(ledger, unit, kind, number, [from, span]) {
  const key = `${unit}-${kind}-0${number}`;
  const chance = stream(key);
  const due = EDGES[key] ?? addDays(from, chance.below(span));
  // One in three stays open for good: closing it later would not give the points back.
  const closedOn = chance.below(3) === 0 ? undefined : workdayFrom(addDays(due, 4 + chance.below(30)));
  matter(ledger, unit, kind, number, due, closedOn);
}

function matter(ledger, unit, kind, number, due, closedOn) {
  const id = `${unit}-${kind}-0${number}`;
  const what = { matter: `${unit}-matter-${kind}-0${number}`, kind };
  ledger.note('matter.overdue', unit, `${id}-overdue`, addDays(due, 1), { ...what, due }, { lag: 1 });
  if (closedOn === undefined || closedOn > '2026-12-31') return;
  ledger.note('matter.closed', unit, `${id}-closed`, closedOn, { ...what, closedOn }, { lag: 1 });
}

function incidents(ledger) {
  const note = (unit, number, day, severity, responsibility, options) =>
    ledger.note(
      'incident.established',
      unit,
      `${unit}-incident-${number}`,
      day,
      {
        matter: `${unit}-matter-incident-1`,
        field: 'safety',
        severity,
        responsibility,
        decidingBody: severity === 'larger' ? '安陵市人民政府' : '澄川区人民政府',
      },
      options,
    );
  note('A07', 1, '2026-08-06', 'ordinary', 'secondary', { lag: 1 });
  note('A08', 1, '2026-08-28', 'larger', 'main', { lag: 1 });
  // First laid at A02's door, then found to be nobody's fault there: the last finding on a matter stands.
  note('A02', 1, '2026-05-12', 'ordinary', 'secondary', { lag: 1 });
  note('A02', 2, '2026-06-03', 'ordinary', 'none', { lag: 1 });
}

function honours(ledger) {
  const note = (unit, number, day, level, rest, recorded = addWorkdays(day, 2)) => {
    const matterId = `${unit}-matter-honour-${rest.of ?? number}`;
    const { of: _, ...data } = rest;
    const honour = { matter: matterId, level, scope: 'single', ...data };
    ledger.note('honour.granted', unit, `${unit}-honour-${number}`, day, honour, { recorded });
  };
  note('A01', 1, '2026-10-16', 'provincial', { docNo: '省文明办〔2026〕41号' });
  note('A01', 2, '2026-11-02', 'municipal', { docNo: '安文明办〔2026〕19号', of: 1 });
  note('A02', 1, '2026-07-21', 'municipal', { docNo: '安城管〔2026〕33号' });
  note('A05', 1, '2026-09-10', 'municipal', { docNo: '安招商〔2026〕12号' });
  note('A08', 1, '2026-06-12', 'municipal', { docNo: '安信联〔2026〕8号' });
  note('A09', 1, '2026-11-20', 'municipal', { docNo: '安民政〔2026〕57号' });
  note('A04', 1, '2026-05-15', 'district', { docNo: '澄办〔2026〕14号' });
  // Announced without a document: neither points nor card.
  note('A10', 1, '2026-08-13', 'municipal', {});
  // Learned of after 20 January: counts for 2027.
  note('A04', 2, '2026-12-29', 'municipal', { docNo: '安教〔2026〕90号' }, '2027-02-02');
  note('A06', 1, '2027-01-08', 'municipal', { docNo: '安民政〔2027〕2号' });
}
