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
    find: 'return condition({ ...scope, passed }) === true;',
    replace: 'return condition({ ...scope, passed }) !== false;',
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
