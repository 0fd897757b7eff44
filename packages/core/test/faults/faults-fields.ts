import { faultsOf } from './fault.js';

export const CALENDARS = faultsOf(
  ['core/test/workdays.test.ts'],
  {
    name: 'A day that makes up for a holiday rests like its weekday',
    file: 'compile/workdays.ts',
    find: 'return plain - countBelow(lost, day) + countBelow(gained, day);',
    replace: 'return plain - countBelow(lost, day);',
  },
  {
    name: 'A holiday on a weekend is taken off twice',
    file: 'compile/workdays.ts',
    find: 'const lost = holidays.filter((day) => !rests(day));',
    replace: 'const lost = holidays;',
  },
  {
    name: 'The first working day after none is that of the next day',
    file: 'compile/workdays.ts',
    find: 'n === 0 ? day : day + 1',
    replace: 'day + 1',
  },
  {
    name: 'The last day of a calendar is not known',
    file: 'compile/workdays.ts',
    find: 'last < until;',
    replace: 'last < until - 1;',
  },
  {
    name: 'Working days are counted from the first day on, and not from the one after it',
    file: 'compile/workdays.ts',
    find: 'before(b + 1) - before(a + 1)',
    replace: 'before(b + 1) - before(a)',
  },
);
