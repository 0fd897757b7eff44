import { expect, test } from 'vitest';
import { compileRubric } from '../src/compile/plan.js';
import { parseEvents } from '../src/index.js';
import { exprText } from '../src/model/expr-text.js';
import { replayEvents } from '../src/replay/replay.js';
import { TrialLog } from '../src/replay/trial-log.js';
import { event, rubric, scores } from './faults/small-rubric.js';

/** Which ways the nodes of a formula went for ann, who has 3 points. */
function waysOf(is: string): Readonly<Record<string, string>> {
  const by = rubric({
    tables: { worth: { by: ['name'], rows: { x: 1, y: 2 }, else: 0 } },
    indicators: {
      points3: { per: ['pupil'], of: { kind: 'events', type: 'scored', value: 'points' }, reduce: 'sum' },
      none: { per: ['pupil'], of: { kind: 'events', type: 'done', value: 'points' }, reduce: 'max' },
      figure: { per: ['pupil'], is },
    },
  });
  const ledger = parseEvents(by, [event('j', 'joined', 'ann', '01-01', { group: 'g' }), ...scores({ ann: 3 })]);
  if (!ledger.ok) throw new Error('the events are refused');
  const log = new TrialLog();
  const { reader } = replayEvents(compileRubric(by.model, log), ledger.value, {
    asOf: undefined,
    knownAt: undefined,
    edition: undefined,
    voided: [],
  });
  const plan = reader.indicatorPlan('figure', reader.asOf);
  const key = reader.plan.keyNames.indexOf('pupil');
  const ids = reader.plan.keyNames.map((_, index) => (index === key ? reader.columns.intern(key, 'ann') : -1));
  reader.readBound(plan, ids, reader.asOf, []);
  return Object.fromEntries(
    [...log.ways].map(([node, ways]) => [exprText(node), [...ways].map(([way, times]) => `${way} ${times}`).join()]),
  );
}

test.each<readonly [string, Readonly<Record<string, string>>]>([
  ['points3 > 2 ? 1 : 0', { 'points3 > 2 ? 1 : 0': 'then 1' }],
  ['points3 > 4 ? 1 : 0', { 'points3 > 4 ? 1 : 0': 'else 1' }],
  ['none > 4 ? 1 : 0', { 'none > 4 ? 1 : 0': 'unknown 1' }],
  ['min(points3, 3)', { 'min(points3, 3)': '0 1' }],
  ['max(points3, 5, 4)', { 'max(points3, 5, 4)': '1 1' }],
  ['min(points3, none)', { 'min(points3, none)': 'unknown 1' }],
  ['clamp(points3, 4, 9)', { 'clamp(points3, 4, 9)': '1 1' }],
  ['coalesce(none, points3)', { 'coalesce(none, points3)': '1 1' }],
  ['coalesce(none, none)', { 'coalesce(none, none)': 'unknown 1' }],
  ["worth('y')", { "worth('y')": '1 1' }],
  ["worth('z')", { "worth('z')": 'else 1' }],
  ['min(max(points3, 5), 4)', { 'min(max(points3, 5), 4)': '1 1', 'max(points3, 5)': '1 1' }],
])('A plan that is watched tells which way %s went, once for each evaluation', (is, ways) => {
  expect(waysOf(is)).toEqual(ways);
});
