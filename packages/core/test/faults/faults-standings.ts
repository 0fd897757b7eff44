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
    find: 'return members && takeMembers(plan, frame, members).candidates;',
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
    file: 'replay/chain.ts',
    find: "['place', place]]) }) === true;",
    replace: "['place', place]]) }) !== false;",
  },
  {
    name: 'Every tied group stands at the first place',
    file: 'replay/chain.ts',
    find: '      before += part.rows.length;\n',
    replace: '',
  },
  {
    name: 'A condition asks how many places there are before the group',
    file: 'replay/chain.ts',
    find: 'const place = before + 1;',
    replace: 'const place = before;',
  },
  {
    name: 'A key that splits nothing ends the chain',
    file: 'replay/chain.ts',
    find: 'if (key.if === undefined) return true;',
    replace: 'if (key.if === undefined) return place === 1 || tied !== 2;',
  },
);
