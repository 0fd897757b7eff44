// After the result: awards from nomination to conferral, decisions on consequences, and the results of earlier years.

/** award → nominated units; a number behind a unit is the place that the office gives it. */
const NOMINATED = {
  cityModel: ['A01', 'A02', 'C08:1', 'A04'],
  relocationModel: ['C12:1', 'C01:2'],
  communityModel: ['A01', 'A02', 'A04', 'A05', 'A09'],
  educationModel: ['C03:1'],
  officeModel: ['B01', 'B02', 'D01', 'D03', 'D06'],
  grassRootsModel: ['A01', 'A02', 'A04', 'A05', 'A09'],
};
/** The discipline check stopped the one; falsified figures cost the other its award after the conferral. */
const STOPPED = ['officeModel', 'B01'];
const FALSIFIED = ['communityModel', 'A04'];

/** id of the consequence, unit, decision, day, reason. */
const DECISIONS = [
  ['fair-talk@A/2026/A06', 'A06', 'executed', '2027-04-12', undefined],
  ['poor-plan@A/2026/A07', 'A07', 'executed', '2027-04-15', undefined],
  ['poor-post-fit@A/2026/A07', 'A07', 'confirmed', '2027-04-08', undefined],
  ['poor-thrice@A/2026/A07', 'A07', 'declined', '2027-04-08', '到任不满一年'],
];

export function outcomes(ledger) {
  for (const [award, units] of Object.entries(NOMINATED)) {
    for (const nominated of units) {
      const [unit, place] = nominated.split(':');
      steps(ledger, award, unit, place === undefined ? {} : { place: Number(place) });
    }
  }
  const withdrawn = { period: 2026, award: FALSIFIED[0], reason: 'falsification', docNo: '澄考评〔2027〕9号' };
  ledger.note('award.withdrawn', FALSIFIED[1], `${FALSIFIED.join('-')}-withdrawn`, '2027-04-20', withdrawn);
  for (const year of [2024, 2025]) {
    const recorded = { ofYear: year, band: 'poor', docNo: `澄考评〔${year + 1}〕3号` };
    ledger.note('result.recorded', 'A07', `A07-result-${year}`, '2026-01-06', recorded);
  }
  for (const [consequence, unit, decision, day, reason] of DECISIONS) {
    const data = { consequence, decision, authority: 'committee', ...(reason === undefined ? {} : { reason }) };
    const id = `${consequence.replace(/[@/]/g, '-')}-${decision}`;
    ledger.note('meritlog.consequence.decided', unit, id, day, data);
  }
}

function steps(ledger, award, unit, place) {
  const about = { period: 2026, award };
  const note = (step, day, data, options) =>
    ledger.note(`award.${step}`, unit, `${award}-${unit}-${step}${data.by ?? ''}`, day, { ...about, ...data }, options);
  const passed = award !== STOPPED[0] || unit !== STOPPED[1];
  note('nominated', '2027-03-22', place);
  note('checked', '2027-03-24', { by: 'office', passed: true });
  note('checked', '2027-03-26', { by: 'discipline', passed }, { actorRole: 'discipline' });
  if (!passed) return;
  note('noticed', '2027-03-29', { from: '2027-03-29', until: '2027-04-02' });
  note('decided', '2027-04-07', { minutesNo: '澄考评纪〔2027〕4号' });
  note('conferred', '2027-04-14', { docNo: '澄委〔2027〕11号' });
}
