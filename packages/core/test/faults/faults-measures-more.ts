import { faultsOf } from './fault.js';

export const DECAY = faultsOf(
  ['core/test/measure-take.test.ts'],
  {
    name: 'A decay weighs the past as the latest member',
    file: 'replay/decay.ts',
    find: 'sum = p * over(value) * scale + (q - p) * sum;',
    replace: 'sum = (q - p) * over(value) * scale + p * sum;',
  },
  {
    name: 'A decay begins from nothing',
    file: 'replay/decay.ts',
    find: 'let sum = over(first);',
    replace: 'let sum = 0n * over(first);',
  },
  {
    name: 'A decay forgets that its values have a common denominator',
    file: 'replay/decay.ts',
    find: 'return num(sum, common * scale);',
    replace: 'return num(sum, scale);',
  },
  {
    name: 'A decay by an unknown weight forgets nothing',
    file: 'replay/reduce.ts',
    find: 'weight === undefined ? undefined : decayOf(',
    replace: 'decayOf(',
  },
  {
    name: 'The order of a decay within an instant is no finding',
    file: 'replay/reduce.ts',
    find: 'noteOrder(reader, members[index - 1], member);',
    replace: 'noteOrder(reader, members[index - 2], member);',
  },
  {
    name: 'The reasons of a decay hide its weight',
    file: 'replay/trace.ts',
    find: ", parameter: show(decay?.(frame), 'number') };",
    replace: ' };',
  },
);
