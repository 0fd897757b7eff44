// Cards, their notices and orders (the table of §5.24.25), and the orders that follow no card.

import { addDays, addWorkdays, workdayFrom, workdayUpTo } from './clock.mjs';
import { ORDERS, UNITS } from './inputs.mjs';
import { stream } from './random.mjs';

/** unit | rule | subject of the matter | confirmed | notice | due | extended to | claimed | verified, all in 2026. */
const CENSURED = [
  'A03|Y1|M5|08-20|08-24|09-23||09-10|09-16',
  'A05|Y1|M5|11-12|11-16|12-16|12-31|12-25|12-30',
  'A06|Y1|M2|04-20|04-22|05-22|06-06|06-03|06-08',
  'A06|Y1|M3|06-10|06-12|07-12|07-27|07-24|07-29',
  'A06|Y3|Q3|10-15|10-19|12-18||12-10|12-18',
  'A07|Y1|M2|05-20|05-22|06-21|07-06|07-03|07-08',
  'A07|Y8|hazard-01|06-18|06-23|07-23|08-07|08-03|08-07',
  'A07|Y1|M4|09-10|09-14|11-13||11-09|11-19',
  'A07|Y3|Q3|10-15|10-19|11-18|12-03|11-27|12-03',
  'A08|B5|incident-1|09-02|09-04|11-03||10-20|10-30',
  'A10|Y1|M3|05-12|05-14|06-13|06-28|06-25|06-30',
];
const PRAISED = ['A01|R2|Q1|04-15', 'A02|R2|Q2|07-15', 'A05|R2|Q3|10-15', 'A01|R1|honour-1|10-20', 'A09|R2|Q4|12-31'];
const COLOURS = { R: 'red', Y: 'yellow', B: 'black' };
const day = (text) => (text === '' ? undefined : `2026-${text}`);

export function cards(ledger) {
  for (const row of PRAISED) card(ledger, row.split('|'));
  for (const row of CENSURED) {
    const parts = row.split('|');
    const { id, matter } = card(ledger, parts);
    const [unit, rule, about, , ...dates] = parts;
    const [notice, due, extended, claimed, verified] = dates.map(day);
    ledger.note('notice.served', unit, `${id}-notice`, notice, { object: id, receivedOn: notice }, { minute: 640 });
    const order = `${unit}-order-${rule}-${about}`;
    ledger.note('rectification.ordered', unit, order, notice, { due, matter, card: id }, { minute: 600 });
    follow(ledger, unit, order, { notice, due, extended, claims: [claimed], checks: [[verified, true]] });
  }
  lifted(ledger);
  rejected(ledger);
  for (const unit of UNITS) plainOrders(ledger, unit);
}

function card(ledger, [unit, rule, about, confirmed]) {
  const id = `${unit}-card-${rule}-${about}`;
  const ofQuarter = about.startsWith('Q');
  const matter = `${unit}-matter-${ofQuarter ? `${rule}-` : ''}${about}`;
  const what = { rule, colour: COLOURS[rule[0]], matter, ...(ofQuarter ? { quarter: Number(about[1]) } : {}) };
  const proposedBy = ['Y8', 'B5'].includes(rule) ? 'safetyDept' : 'inspectorate';
  // A card of the fourth quarter bears the year's last day, and rests on that day's scores, so its proposal does too.
  const yearEnd = confirmed === '12-31';
  const proposedOn = yearEnd ? day(confirmed) : workdayUpTo(addDays(day(confirmed), -1));
  const proposal = ledger.note('card.proposed', unit, `${unit}-proposal-${rule}-${about}`, proposedOn, shown(what), {
    actorRole: proposedBy,
    recorded: yearEnd ? '2027-01-13' : undefined,
    minute: 870,
  });
  const options = {
    actorRole: rule[0] === 'B' ? 'committee' : 'office',
    recorded: yearEnd ? '2027-01-15' : undefined,
    minute: 930,
  };
  ledger.note('card.confirmed', unit, id, day(confirmed), { ...what, proposal, proposedBy }, options);
  return { id, matter };
}

/** A proposal comes with what shows its facts. */
const shown = (what) => ({ ...what, evidence: [`核查记录 ${what.matter}`] });

/** What comes after an order: plan, extension, claims, checks. */
function follow(ledger, unit, order, { notice, due, extended, claims, checks }) {
  const tail = (at) => (at === 0 ? '' : `-${at + 1}`);
  ledger.note('plan.filed', unit, `${order}-plan`, addWorkdays(notice, 4), { order });
  if (extended !== undefined) {
    const data = { order, newDue: extended, proposedBy: 'inspectorate' };
    ledger.note('rectification.extended', unit, `${order}-extended`, workdayUpTo(addDays(due, -3)), data);
  }
  claims.forEach((claimed, at) => {
    ledger.note('completion.claimed', unit, `${order}-claim${tail(at)}`, claimed, { order });
  });
  checks.forEach(([checked, passed], at) => {
    const data = { order, verifier: 'inspectorate', findings: passed ? '整改到位' : '整改不到位，需继续整改' };
    const type = passed ? 'rectification.verified' : 'rectification.failed';
    ledger.note(type, unit, `${order}-check${tail(at)}`, checked, data, { minute: 700 });
  });
}

function lifted(ledger) {
  const data = { card: 'A03-card-Y1-M5', appliedOn: '2026-09-17' };
  ledger.note('card.lifted', 'A03', 'A03-card-Y1-M5-lifted', '2026-09-18', data);
}

/** Proposals that came to nothing: ten days late before the grace, two late reports and not three, 29 days early. */
function rejected(ledger) {
  const rows = [
    ['A09', 'Y1', 'M4', '2026-08-31', 'A09-matter-M4', '汛期顺延后按期完成'],
    ['A07', 'Y7', 'Q1', '2026-04-14', 'A07-matter-Y7-Q1', '本季度迟报两次，未达三次'],
    ['A04', 'R3', 'M1', '2026-03-25', 'A04-matter-M1', '提前天数不足三十日'],
  ];
  for (const [unit, rule, about, proposedOn, matter, reason] of rows) {
    const quarter = about.startsWith('Q') ? { quarter: Number(about[1]) } : {};
    const what = { rule, colour: COLOURS[rule[0]], matter, ...quarter };
    const proposal = ledger.note('card.proposed', unit, `${unit}-proposal-${rule}-${about}`, proposedOn, shown(what));
    const data = { ...what, proposal, reason };
    ledger.note('card.rejected', unit, `${unit}-rejected-${rule}-${about}`, addWorkdays(proposedOn, 2), data);
  }
}

/** Orders that follow no card. A failed one was sent back, or was claimed too late; it is claimed again, not ordered again. */
function plainOrders(ledger, unit) {
  const [count, failures] = ORDERS[unit];
  const chance = stream(`${unit} orders`);
  const fails = chance.shuffled(Array.from({ length: count }, (_, at) => at < failures));
  fails.forEach((fail, at) => {
    const order = `${unit}-order-0${at + 1}`;
    const notice = workdayFrom(addDays('2026-02-02', Math.floor((at * 260) / count) + chance.below(16)));
    const due = addDays(notice, 30);
    const matter = `${unit}-matter-finding-0${at + 1}`;
    ledger.note('rectification.ordered', unit, order, notice, { due, matter }, { lag: 1 });
    follow(ledger, unit, order, fail ? failed(chance, notice, due) : passed(chance, notice, due));
  });
}

function passed(chance, notice, due) {
  // Claimed after the first due date, inside the extension: in time.
  const extended = chance.below(5) === 0 ? addDays(due, 10) : undefined;
  const claimed =
    extended === undefined ? workdayUpTo(addDays(due, -1 - chance.below(9))) : workdayUpTo(addDays(due, 7));
  return { notice, due, extended, claims: [claimed], checks: [[addWorkdays(claimed, 1 + chance.below(5)), true]] };
}

function failed(chance, notice, due) {
  if (chance.below(3) === 0) {
    const late = workdayFrom(addDays(due, 2 + chance.below(6)));
    return { notice, due, claims: [late], checks: [[addWorkdays(late, 3), true]] };
  }
  const first = workdayUpTo(addDays(due, -chance.below(6)));
  const sentBack = addWorkdays(first, 4);
  const again = addWorkdays(sentBack, 8);
  const checks = [
    [sentBack, false],
    [addWorkdays(again, 3), true],
  ];
  return { notice, due, claims: [first, again], checks };
}
