// Honours, cards and appeals of the departments.

/** unit | rule | what its matter is | proposed | confirmed, in 2026. */
const CARDS = [
  'B04|R1|honour|06-11|06-12',
  'B04|R4|experience|09-08|09-09',
  'B05|R4|first|05-13|05-14',
  'B05|R4|second|10-20|10-21',
  'C08|R3|M5|10-12|10-13',
  'C08|R4|experience|07-21|07-22',
  'C09|R4|first|06-02|06-03',
  'C09|R4|second|11-11|11-12',
  'D03|R5|rescue|08-26|08-27',
  'D03|R4|experience|11-18|11-19',
  'D04|R4|first|05-20|05-21',
  'D04|R4|second|09-16|09-17',
  'C07|Y1|M3|06-15|06-16',
  'C12|Y1|M4|10-12|10-13',
  'D02|B7|inspection|09-09|09-10',
  'D02|Y5|exposure|10-22|10-23',
];
const COLOURS = { R: 'red', Y: 'yellow', B: 'black' };

/** unit, card, filed, decided, outcome, and what is left of the card. */
const APPEALS = [
  ['C07', 'C07-card-Y1-M3', '2026-06-22', '2026-07-02', 'revoked', 'none'],
  ['C12', 'C12-card-Y1-M4', '2026-10-19', '2026-10-29', 'dismissed', 'yellow'],
  ['D02', 'D02-card-B7-inspection', '2026-09-16', '2026-10-21', 'varied', 'yellow'],
];

export function honours(ledger) {
  const honour = { matter: 'B04-matter-honour', level: 'provincial', scope: 'single', docNo: '省宣〔2026〕8号' };
  ledger.note('honour.granted', 'B04', 'B04-honour', '2026-06-09', honour);
  const exposed = { matter: 'D02-matter-exposure', level: 'municipal', kind: 'media', docNo: '安督〔2026〕31号' };
  ledger.note('criticism.issued', 'D02', 'D02-criticism', '2026-09-04', exposed);
  for (const line of CARDS) card(ledger, line.split('|'));
  for (const [unit, object, filed, decided, outcome, leaves] of APPEALS) {
    const about = { period: 2026, level: 'reconsideration', object };
    const appeal = `${object}-appeal`;
    const against = object.includes('-B7-') ? 'black' : 'yellow';
    ledger.note('appeal.filed', unit, appeal, filed, { ...about, against });
    const decision = { ...about, appeal, outcome, leaves };
    const actorRole = against === 'black' ? 'committee' : 'office';
    ledger.note('appeal.decided', unit, `${appeal}-decided`, decided, decision, { actorRole });
  }
}

function card(ledger, [unit, rule, about, proposedOn, confirmedOn]) {
  const what = { rule, colour: COLOURS[rule[0]], matter: `${unit}-matter-${about}` };
  const proposal = `${unit}-proposal-${rule}-${about}`;
  const evidence = [`核查记录 ${what.matter}`];
  ledger.note('card.proposed', unit, proposal, `2026-${proposedOn}`, { ...what, evidence });
  const actorRole = rule[0] === 'B' || rule === 'R5' ? 'committee' : 'office';
  const confirmed = { ...what, proposal, proposedBy: 'inspectorate' };
  ledger.note('card.confirmed', unit, `${unit}-card-${rule}-${about}`, `2026-${confirmedOn}`, confirmed, { actorRole });
}
