import { faultsOf } from './fault.js';

export const LISTS = faultsOf(
  ['core/test/rank-lists.test.ts'],
  {
    name: 'A list is compared at its first place alone',
    file: 'replay/key-value.ts',
    find: 'place < Math.max(left.length, right.length)',
    replace: 'place < 1',
  },
  {
    name: 'The shorter list ends the comparison',
    file: 'replay/key-value.ts',
    find: 'Math.max(left.length, right.length)',
    replace: 'Math.min(left.length, right.length)',
  },
  {
    name: 'Who has no value at a place comes first in ascending order',
    file: 'replay/key-value.ts',
    find: 'return left === undefined ? 1 : -1;',
    replace: 'return left === undefined ? -sign : sign;',
  },
  {
    name: 'A list is shown without what is padded',
    file: 'replay/key-value.ts',
    find: "return at === undefined ? '-' : printNum(at);",
    replace: "return at === pad || at === undefined ? '-' : printNum(at);",
  },
  {
    name: 'A list from the best begins with the worst',
    file: 'replay/list-key.ts',
    find: "model.sort === 'best' ? -1 : 1",
    replace: "model.sort === 'best' ? 1 : -1",
  },
  {
    name: 'Each row counts the places of its own keys alone',
    file: 'replay/list-key.ts',
    find: 'return ids.map((id) => own.get(id));',
    replace: 'return ids.map((id) => own.get(id)).filter((value) => value !== undefined);',
  },
  {
    name: 'A list reads what was dropped',
    file: 'replay/measure.ts',
    find: 'return members && takeMembers(reader, plan, frame, members, spanOf(reader, plan, frame)).candidates;',
    replace: 'return members;',
  },
  {
    name: 'A depth below nothing cuts from behind',
    file: 'replay/list-key.ts',
    find: 'Math.max(0, whole)',
    replace: 'whole',
  },
  {
    name: 'A list of unknown depth is whole',
    file: 'replay/list-key.ts',
    find: 'depth === undefined ? undefined : cut(list, depth)',
    replace: 'cut(list, depth ?? 99)',
  },
);

export const CONDITIONS = faultsOf(
  ['core/test/rank-conditions.test.ts'],
  {
    name: 'A key splits groups for which its condition is unknown',
    file: 'replay/split-key.ts',
    find: 'return condition(counting(scope, { tied, place })) === true;',
    replace: 'return condition(counting(scope, { tied, place })) !== false;',
  },
  {
    name: 'Every tied group stands at the first place',
    file: 'replay/split-key.ts',
    find: '    place += tied;\n',
    replace: '',
  },
  {
    name: 'A condition asks how many stand before the group',
    file: 'replay/split-key.ts',
    find: 'let place = before + 1;',
    replace: 'let place = before;',
  },
  {
    name: 'A key without a condition is asked of large groups alone',
    file: 'replay/split-key.ts',
    find: 'if (condition === undefined) return true;',
    replace: 'if (condition === undefined) return place === 1 || tied !== 2;',
  },
);

export const BLOCKS = faultsOf(
  ['core/test/rank-among.test.ts'],
  {
    name: 'A block is applied once',
    file: 'replay/among.ts',
    find: 'for (const smaller of parts.toReversed()) waiting.push(smaller);',
    replace: 'done.push(...parts);',
  },
  {
    name: 'A block counts events of which one side is tied',
    file: 'replay/among.ts',
    find: 'fields.every((field) =>',
    replace: 'fields.some((field) =>',
  },
  {
    name: 'A block leaves out events of every type',
    file: 'replay/view.ts',
    find: 'types.includes(type) ? ords.filter(isKept) : ords',
    replace: 'ords.filter(isKept)',
    caughtBy: ['core/test/rank-among.test.ts'],
  },
  {
    name: 'A block reads sums of all events',
    file: 'replay/reader.ts',
    find: 'if (this.plan.forward || this.isPartial) return undefined;',
    replace: 'if (this.plan.forward) return undefined;',
  },
  {
    name: 'A block reads with the memory of its table',
    file: 'replay/among.ts',
    find: 'return reader.through(reader.view.keeping(types, isBetween));',
    replace:
      'return types.every((type) => reader.view.ofType(type).every(isBetween)) ? reader.through(reader.view) : reader;',
  },
  {
    name: 'A block orders derived events behind recorded ones',
    file: 'replay/view.ts',
    find: 'return this.around.place(ord);',
    replace: 'return ord;',
  },
  {
    name: 'What a block reads is not shown',
    file: 'replay/among.ts',
    find: 'valuesOf(row).splice(first, block.keys.length, ...(values[index] ?? []));',
    replace: 'valuesOf(row).slice(first, index);',
  },
  {
    name: 'A block counts places from its own group',
    file: 'replay/among.ts',
    find: '        before,\n      ),\n    [part],',
    replace: '        0,\n      ),\n    [part],',
  },
  {
    name: 'A separation is told with what was read last',
    file: 'replay/trace-separation.ts',
    find: 'read !== undefined && index >= read.first ?',
    replace: 'read !== undefined && index < read.first ?',
  },
);

export const EDGES = faultsOf(
  ['core/test/award-edges.test.ts'],
  {
    name: 'A part that outnumbers the places left gets in',
    file: 'replay/quota.ts',
    find: "{ ...policy, edge: 'decide' }",
    replace: "{ ...policy, edge: 'extend' }",
  },
  {
    name: 'Who shares a prize has all of it',
    file: 'replay/quota.ts',
    find: 'part: div(free, tier.length) ?? 0',
    replace: 'part: 1',
  },
  {
    name: 'The places of a whole prize are shared by those tied on its edge',
    file: 'replay/quota.ts',
    find: 'const settled = settle(tier, free, before, policy);',
    replace: 'const settled = settle(tier, places, before, policy);',
  },
  {
    name: 'The keys of an edge count places from their own group',
    file: 'replay/quota.ts',
    find: 'readOf: (row) => byRow.get(row)?.[index] }, before),',
    replace: 'readOf: (row) => byRow.get(row)?.[index] }, 0),',
  },
  {
    name: 'Of the keys of an edge the first alone is asked',
    file: 'replay/quota.ts',
    find: 'readOf: (row) => byRow.get(row)?.[index]',
    replace: 'readOf: (row) => byRow.get(row)?.[0]',
  },
  {
    name: 'A band counts only those whom its quota let in before',
    file: 'replay/band.ts',
    find: 'rows.filter(({ band }) => before.has(band))',
    replace: "rows.filter(({ band, bandNote }) => before.has(band) && bandNote !== 'plus')",
  },
  {
    name: 'An award counts whoever has any award',
    file: 'replay/award.ts',
    find: 'model.exclusive.some((other) => awards.includes(other)));',
    replace: 'model.exclusive.length > 0 || awards.length > 0);',
  },
  {
    name: 'A row that does not have an award has an unknown share of it',
    file: 'replay/standing.ts',
    find: '(row.awards.includes(part) ? (row.shares?.get(part) ?? 1) : 0)',
    replace: '(row.awards.includes(part) ? (row.shares?.get(part) ?? 1) : undefined)',
  },
  {
    name: 'A shared award is read as a whole one',
    file: 'replay/standing.ts',
    find: 'row.shares?.get(part) ?? 1',
    replace: '1',
  },
  {
    name: 'Tied are those of the same band',
    file: 'replay/standing.ts',
    find: 'return row && parts[row.tier]?.rows.length;',
    replace: 'return row && rows.filter(({ band }) => band === row.band).length;',
  },
  {
    name: 'Of the reasons why a row is not ranked the last is told',
    file: 'replay/standing.ts',
    find: 'plan.unranked.find((',
    replace: 'plan.unranked.findLast((',
  },
  {
    name: 'The shares of a row leave out what it has alone',
    file: 'replay/standings-outcome.ts',
    find: 'awards.map((award) => [award,',
    replace: 'awards.filter((award) => shares?.has(award)).map((award) => [award,',
  },
);
