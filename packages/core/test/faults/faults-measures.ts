import { faultsOf } from './fault.js';

export const TAKE = faultsOf(
  ['core/test/measure-take.test.ts'],
  {
    name: 'A window leaves its first instant out',
    file: 'replay/window.ts',
    find: '(from === undefined || cmp(from as Num, by as Num) <= 0)',
    replace: '(from === undefined || cmp(from as Num, by as Num) < 0)',
  },
  {
    name: 'A window holds its end',
    file: 'replay/window.ts',
    find: '(until === undefined || cmp(by as Num, until as Num) < 0)',
    replace: '(until === undefined || cmp(by as Num, until as Num) <= 0)',
  },
  {
    name: 'A window without a known bound holds everything',
    file: 'replay/window.ts',
    find: 'if (by === undefined || !bounded) return undefined;',
    replace: 'if (by === undefined) return undefined;',
  },
  {
    name: 'Of equals the later is kept',
    file: 'replay/take.ts',
    find: 'return [...members].sort((a, b) => sign * cmp(a.value as Num, b.value as Num));',
    replace: 'return [...members].reverse().sort((a, b) => sign * cmp(a.value as Num, b.value as Num));',
  },
  {
    name: 'Of equals the earlier is dropped',
    file: 'replay/take.ts',
    find: 'const reversed = [...free].reverse();',
    replace: 'const reversed = [...free];',
  },
  {
    name: 'An unknown value counts as nothing where it should block',
    file: 'replay/take.ts',
    find: "blocked ||= missing === 'unknown';",
    replace: '',
  },
  {
    name: 'What may be no member counts as nothing',
    file: 'replay/take.ts',
    find: "missing === 'zero' && !member.doubtful",
    replace: "missing === 'zero'",
  },
  {
    name: 'need is met by one more than it says',
    file: 'replay/take.ts',
    find: 'cmp(used, need as Num) >= 0',
    replace: 'cmp(used, need as Num) > 0',
  },
  {
    name: 'A mean is not divided by its weights',
    file: 'replay/reduce.ts',
    find: 'add(sum, weight ?? 1), 0)',
    replace: 'add(sum, 1), 0)',
  },
  {
    name: 'The median of an even number of values is the upper one',
    file: 'replay/reduce.ts',
    find: 'div(add(lower, upper), 2)',
    replace: 'upper',
  },
);

export const MEMBERS = faultsOf(
  ['core/test/measure-domain.test.ts'],
  {
    name: 'A list that names an item twice makes two members',
    file: 'replay/domain.ts',
    find: 'found.add(reader.columns.intern(key, item))',
    replace: 'found.add(reader.columns.intern(key, item) + (found.has(reader.columns.intern(key, item)) ? 1 : 0))',
  },
  {
    name: 'The condition of a domain is not asked',
    file: 'replay/domain.ts',
    find: 'domain.where(eventFrame(reader, frame.at, ord, frame)) !== true) continue;',
    replace: 'domain.where(eventFrame(reader, frame.at, ord, frame)) === null) continue;',
  },
  {
    name: 'Values of a key come in the order in which they occur',
    file: 'replay/cohort.ts',
    find: 'return [...ids].sort((a, b) => byValue(reader.keyValue(key, a), reader.keyValue(key, b)));',
    replace: 'return [...ids];',
    caughtBy: ['core/test/cohort-tables.test.ts'],
  },
  {
    name: 'Listed values are every value of the key',
    file: 'replay/domain.ts',
    find: 'new Set(domain.values.map((value) => reader.columns.intern(key, value)))',
    replace: 'domain.values.map((_, id) => id)',
  },
  {
    name: 'A cohort as a domain is all of its tables',
    file: 'replay/domain.ts',
    find: 'const tables = tablesFor(reader, cohort, frame).filter',
    replace: 'const tables = tablesFor(reader, cohort, { ...frame, outer: undefined, bound: [] }).filter',
  },
  {
    name: 'Parts forget their weights',
    file: 'compile/measure.ts',
    find: '({ name: indicator, weight, read: readOf(indicator) })',
    replace: '({ name: indicator, weight: undefined, read: readOf(indicator) })',
  },
  {
    name: 'Events of several types come type by type',
    file: 'replay/join.ts',
    find: 'return merged.sort((a, b) => reader.view.place(a) - reader.view.place(b));',
    replace: 'return merged;',
  },
);

export const COHORTS = faultsOf(
  ['core/test/cohort-tables.test.ts'],
  {
    name: 'Who joins later is a member already',
    file: 'replay/cohort.ts',
    find: '    if (columns.effectiveOf(ord) > at) break;\n',
    replace: '',
  },
  {
    name: 'Whose condition is unknown is a member',
    file: 'replay/cohort.ts',
    find: 'cohort.where(eventFrame(reader, at, ord)) !== true) continue;',
    replace: 'cohort.where(eventFrame(reader, at, ord)) === false) continue;',
  },
  {
    name: 'Of two tables that hold a member the first one is taken',
    file: 'replay/cohort.ts',
    find: 'return found.length === 1 ? found[0] : undefined;',
    replace: 'return found[0];',
  },
  {
    name: 'Cohorts are remembered without their name',
    file: 'replay/memory.ts',
    find: `const key = \`\${name}@\${at}\`;`,
    replace: `const key = \`\${at}\`;`,
  },
);

export const POINTS = faultsOf(
  ['core/test/replay-points.test.ts'],
  {
    name: 'The walk over all events makes a sum of hits, not of points',
    file: 'replay/batch.ts',
    find: 'this.scaled[id] = (this.scaled[id] ?? 0) + points;',
    replace: 'this.scaled[id] = (this.scaled[id] ?? 0) + 1;',
  },
  {
    name: 'Sums that were made in one walk are given for any instant',
    file: 'replay/batch.ts',
    find: 'if ((this.latest[id] ?? 0) > at) return undefined;',
    replace: '',
  },
  {
    name: 'What was summed is lost where the table of sums grows',
    file: 'replay/batch.ts',
    find: '    scaled.set(this.scaled);\n',
    replace: '',
  },
  {
    name: 'The walk gives points of rules that another one excepts',
    file: 'replay/batch.ts',
    find: 'rule.timeless && exceptions === 0 && bySubject',
    replace: 'rule.timeless && bySubject',
  },
  {
    name: 'Points of the hot path lose their seventh decimal',
    file: 'compile/measure.ts',
    find: 'scaled % d !== 0n || ',
    replace: '',
  },
  {
    name: 'An exception is asked of the rule itself',
    file: 'replay/rule.ts',
    find: 'return !rule.unless.some(heldBy) && !rule.overriddenBy.some(heldBy);',
    replace: 'return !rule.overriddenBy.some(heldBy);',
  },
  {
    name: 'Of two limits the loosest holds',
    file: 'replay/indicator.ts',
    find: 'cmp(result, max as Num) > 0) result = max as Num;',
    replace: 'cmp(result, max as Num) > 0) return max;',
  },
  {
    name: 'Where limits cross, the lower one wins',
    file: 'replay/indicator.ts',
    find: `  for (const { min } of limits) if (min !== undefined && cmp(result, min as Num) < 0) result = min as Num;
  for (const { max } of limits) if (max !== undefined && cmp(result, max as Num) > 0) result = max as Num;`,
    replace: `  for (const { max } of limits) if (max !== undefined && cmp(result, max as Num) > 0) result = max as Num;
  for (const { min } of limits) if (min !== undefined && cmp(result, min as Num) < 0) result = min as Num;`,
  },
);

export const PERIODS = faultsOf(
  ['core/test/replay-period.test.ts'],
  {
    name: 'A period is read at asOf, though it has ended',
    file: 'replay/reader.ts',
    find: 'return Math.min(this.reached, end);',
    replace: 'return this.reached;',
  },
  {
    name: 'A period that has not ended is read at its end',
    file: 'replay/reader.ts',
    find: 'return Math.min(this.reached, end);',
    replace: 'return end;',
  },
  {
    name: 'An indicator is remembered without its instant',
    file: 'replay/memory.ts',
    find: 'within(within(this.readings, name), at)',
    replace: 'within(within(this.readings, name), 0)',
  },
  {
    name: 'What is passed is no part of what is remembered',
    file: 'replay/reader.ts',
    find: 'passes.length === 0 ? compositeOf(plan.per, (k) => ids[k] ?? UNBOUND) : undefined',
    replace: 'compositeOf(plan.per, (k) => ids[k] ?? UNBOUND)',
  },
  {
    name: 'The first period is shown, not the last',
    file: 'replay/subjects-outcome.ts',
    find: 'const main = members[at < 0 ? members.length - 1 : at];',
    replace: 'const main = members[at < 0 ? 0 : at];',
  },
);

export const MAPS = faultsOf(
  ['core/test/map-steps.test.ts'],
  {
    name: 'A step begins behind its limit',
    file: 'replay/map.ts',
    find: 'if (cmp(step.from, value) <= 0) found = step.value;',
    replace: 'if (cmp(step.from, value) < 0) found = step.value;',
  },
  {
    name: 'A line goes on beyond its last point as it began',
    file: 'replay/map.ts',
    find: 'return before?.y;',
    replace: 'return value;',
  },
  {
    name: 'A rank within a map counts equals as better',
    file: 'replay/map.ts',
    find: 'sign * cmp(other, value) > 0',
    replace: 'sign * cmp(other, value) >= 0',
  },
  {
    name: 'A rank within a map compares what others have at the end',
    file: 'replay/map.ts',
    find: 'reader.readBound(plan, ids, frame.at, passes, step).value',
    replace: 'reader.readBound(plan, ids, frame.at, passes, 0).value',
  },
  {
    name: 'otherwise stands in for a known value too',
    file: 'replay/indicator.ts',
    find: 'if (value === undefined && plan.otherwise !== undefined)',
    replace: 'if (plan.otherwise !== undefined)',
  },
);
