import type { SourceRow } from './row.js';

const flagship = 'examples/four-institutions';
const rubric = `${flagship}/rubric.json`;
const events = `${flagship}/EVENTS.md`;
const spec = (heading: string): string => `docs/SPEC.md#${heading}`;
const shown = (heading: string): string => `docs/primitives.md#${heading}`;
const lenses = 'docs/developers.md#lenses-the-same-call-another-question';
const reasons = 'docs/developers.md#reasons-and-differences';

/** The report that inspired the flagship, sentence by sentence. */
export const sourceSentences: readonly SourceRow[] = [
  { key: 'S1', says: 'One year is settled while the next one runs', where: [spec('3-a-rubric'), rubric] },
  {
    key: 'S2',
    says: "Last year's result is where this year begins",
    where: [spec('7-evaluation-order'), 'packages/core/test/replay-period.test.ts'],
  },
  { key: 'S3', says: 'Daily records are the assessment, readable on any date', where: [lenses] },
  { key: 'S4', says: 'Targets rise, and who changes one says why', where: [events, rubric] },
  {
    key: 'S5',
    says: 'Each unit sees where it is strong and weak',
    where: [reasons],
    later: { reports: "a scorecard with lost points, the group's median and the trend" },
  },
  { key: 'S6', says: 'Who decides, who evaluates, who is assessed', where: [spec('10-procedures'), rubric] },
  {
    key: 'S7',
    says: 'Results and the files of cards are announced together',
    where: [spec('8-the-outcome')],
    later: { reports: 'the bulletin' },
  },
  {
    key: 'S8',
    says: 'A commendation of leadership teams by formal decision',
    where: [shown('awards')],
    later: { reports: 'the written decision' },
  },
  {
    key: 'S9',
    says: 'A second commendation on another basis',
    where: [shown('awards-with-keys-of-their-own'), rubric],
  },
  { key: 'S10', says: 'Honours are conferred in public, and can be withdrawn', where: [events, shown('consequences')] },
  {
    key: 'S11',
    says: 'Rules rest on higher ones, with local changes',
    where: [spec('3-a-rubric'), 'packages/core/src/amend'],
  },
  {
    key: 'S12',
    says: 'A method that claims to work can be checked',
    where: ['docs/developers.md#examples-beside-the-rules', lenses, 'docs/analyser.md#what-it-declares'],
    later: { reports: 'how sensitive a result is' },
  },
  {
    key: 'S13',
    says: 'Rules are understood by those they judge',
    where: ['packages/core/src/explain/rubric-changes.ts', reasons],
    later: { reports: 'the whole rubric as prose' },
  },
  { key: 'S14', says: 'Themes across the scheme', where: [shown('parts'), shown('keys')] },
  {
    key: 'S15',
    says: 'The method is improved while it runs',
    where: [
      'docs/tutorial/README.md#8-try-a-new-rule',
      'docs/tutorial/README.md#9-put-it-into-force',
      'packages/cli/COMMANDS.md#diff',
    ],
  },
  { key: 'S16', says: 'From goal to project to responsibility to assessment', where: [events, rubric] },
  {
    key: 'S17',
    says: 'The scheme steers conduct, so its own health matters',
    where: ['docs/developers.md#what-of-a-rubric-is-used', 'docs/analyser.md'],
    later: { reports: 'how well items tell units apart' },
  },
  {
    key: 'S18',
    says: 'People do not know the scheme well enough',
    where: ['docs/tutorial/README.md#4-why', 'docs/GLOSSARY.md', reasons],
  },
  { key: 'S19', says: 'The method has gaps and contradictions', where: ['docs/analyser.md#what-it-finds'] },
  {
    key: 'S20',
    says: 'Cards are forgotten, unfounded or never lifted',
    where: [spec('10-procedures'), 'docs/developers.md#what-will-happen-by-itself', rubric],
  },
  { key: 'S21', says: 'System and method can be replaced', where: [spec('4-indicators')] },
  {
    key: 'S22',
    says: 'Results are used',
    where: [shown('consequences')],
    later: { reports: 'which results were not used' },
  },
  { key: 'S23', says: 'All units in one comparable scheme', where: ['examples/gallery/district'] },
  { key: 'S24', says: 'Goals of units serve the common goal', where: [events, rubric] },
  { key: 'S25', says: 'Tasks of the city come first', where: [events, rubric] },
  {
    key: 'S26',
    says: 'Two lists of key programmes',
    where: [events, 'docs/assumptions.md#assumptions-of-the-flagship'],
  },
  { key: 'S27', says: 'Five fields of work', where: [rubric] },
  {
    key: 'S28',
    says: 'Each unit has its own tasks beside the common ones',
    where: [rubric, 'packages/reference/test/primitives-measures.test.ts'],
  },
  { key: 'S29', says: 'Conduct is assessed', where: [rubric, 'examples/class-conduct'] },
  {
    key: 'S30',
    says: 'Leaders answer for what they sponsor, level by level',
    where: ['packages/reference/test/primitives-measures.test.ts', rubric],
  },
  { key: 'S31', says: 'Time presses', where: [shown('working-days'), shown('for-and-at')] },
  { key: 'S32', says: 'Five contests', where: [events, rubric] },
  {
    key: 'S33',
    says: 'Six kinds of role models are chosen, of which the flagship has three',
    where: [rubric, shown('awards-with-keys-of-their-own'), spec('10-procedures')],
  },
  { key: 'S34', says: 'Inspections have a method; what they look at first is left to people', where: [events] },
  {
    key: 'S35',
    says: 'What was promised is carried out',
    where: [shown('consequences'), 'docs/developers.md#what-will-happen-by-itself'],
    later: { reports: 'the list of what is overdue' },
  },
  { key: 'S36', says: 'Assessment by three colours', where: [shown('registers-findings-cards'), rubric] },
  { key: 'S37', says: 'More encouragement', where: [rubric], later: { reports: 'the balance of merit and censure' } },
  { key: 'S38', says: 'Merit, projects and safety decide what follows', where: [rubric] },
  {
    key: 'S39',
    says: 'Incentives point the right way',
    where: ['packages/core/src/analyse/suspect-last-place.ts', 'docs/analyser.md#what-it-finds'],
  },
  { key: 'S40', says: 'The four institutions', where: [`${flagship}/README.md`, rubric] },
  {
    key: 'S41',
    says: 'The file encourages and spurs',
    where: [shown('registers-findings-cards'), 'docs/assumptions.md#assumptions-of-the-flagship'],
  },
  { key: 'S42', says: 'Goals become projects, projects duties, inspection routine, rewards concrete', where: [rubric] },
  { key: 'S43', says: 'Regular review, and what it finds is put right', where: [events, spec('10-procedures')] },
  { key: 'S44', says: 'Compared with those outside', where: ['packages/reference/test/capabilities/evidence.test.ts'] },
  {
    key: 'S45',
    says: 'Reward and penalty are clear, and strong enough',
    where: [shown('tables'), 'packages/reference/test/capabilities/aggregation.test.ts'],
  },
  {
    key: 'S46',
    says: 'People rise, yield or step down: as a recommendation',
    where: [shown('consequences'), 'docs/assumptions.md#guardrails'],
  },
  { key: 'S47', says: 'All this is to give people drive', where: ['docs/assumptions.md#guardrails'] },
  {
    key: 'S48',
    says: 'Who reports, and on what',
    where: [spec('8-the-outcome')],
    later: { reports: 'the foot of each report', sealing: 'a digest that others have kept' },
  },
];
