import { faultsOf } from './fault.js';

export const DECISIONS = faultsOf(
  ['core/test/consequence-decisions.test.ts'],
  {
    name: 'The first decision on a row holds',
    file: 'replay/decision.ts',
    find: 'byText.set(text, status);',
    replace: 'if (!byText.has(text)) byText.set(text, status);',
  },
  {
    name: 'A decision is heard before it was made',
    file: 'replay/decision.ts',
    find: '    .filter((ord) => reader.columns.effectiveOf(ord) <= reader.asOf)\n',
    replace: '',
  },
  {
    name: 'A decision of any source is about a consequence on an event',
    file: 'replay/decision.ts',
    find: 'return source === undefined ? byText',
    replace: 'return id !== undefined ? byText',
  },
  {
    name: 'A decision on a row is told as astray',
    file: 'replay/decision.ts',
    find: '!texts.has(text) && ',
    replace: '',
  },
  {
    name: 'What falls due today is overdue',
    file: 'replay/consequence.ts',
    find: 'due < dayOfInstant',
    replace: 'due <= dayOfInstant',
  },
  {
    name: 'What was executed stays overdue',
    file: 'replay/consequence.ts',
    find: "status !== 'executed' && status !== 'declined'",
    replace: "status !== 'declined'",
  },
  {
    name: 'A recommendation is due before anybody has decided',
    file: 'replay/consequence.ts',
    find: "(effect.recommendation ? 'recommended' : 'due')",
    replace: "'due'",
  },
  {
    name: 'All members of a fan-out share one consequence',
    file: 'replay/consequence.ts',
    find: "${member === undefined ? '' :",
    replace: "${member !== undefined ? '' :",
  },
);
