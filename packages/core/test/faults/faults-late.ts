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

export const LATE_EVENTS = faultsOf(
  ['core/test/late-events.test.ts'],
  {
    name: 'What is recorded in the instant of the closing is late',
    file: 'replay/late.ts',
    find: 'closed.instant < instant',
    replace: 'closed.instant <= instant',
  },
  {
    name: 'The last closing of a period counts',
    file: 'replay/late.ts',
    find: 'if (!this.at.has(id)) this.at.set',
    replace: 'this.at.set',
  },
  {
    name: 'Late is what happened after the closing',
    file: 'replay/late.ts',
    find: 'closings.before(period, event.recorded)',
    replace: 'closings.before(period, event.time)',
  },
  {
    name: 'A late event is carried to the next period, though that is closed too',
    file: 'replay/late.ts',
    find: '    while (this.before(next, instant) !== undefined) next = add(next, 1);\n',
    replace: '',
  },
  {
    name: 'A closing that carries its period is late itself',
    file: 'replay/late.ts',
    find: 'policy === undefined || event.type === CLOSED ? undefined : periodOf',
    replace: 'policy === undefined ? undefined : periodOf',
  },
  {
    name: 'What is ignored still counts',
    file: 'replay/late.ts',
    find: "if (policy === 'ignore') ignored.add(event);",
    replace: '',
  },
  {
    name: 'What is restated is left out',
    file: 'replay/late.ts',
    find: "if (policy === 'ignore') ignored.add(event);",
    replace: "if (policy !== 'carry') ignored.add(event);",
  },
  {
    name: 'The last edition says what becomes of late events',
    file: 'replay/late.ts',
    find: 'columns.editionFor(ord).model.period?.late',
    replace: 'plan.editions.at(-1)?.model.period?.late',
  },
  {
    name: 'A late event that is carried joins its own period',
    file: 'replay/columns.ts',
    find: 'if (this.carried.has(event)) return this.carried.get(event);',
    replace: '',
  },
  {
    name: 'What is carried takes effect where it was',
    file: 'replay/world.ts',
    find: 'const { recorded } = arrange(plan, laid, undefined, forced, note, carried);',
    replace: 'const { recorded } = arrange(plan, laid, undefined, forced, note, new Map());',
  },
  {
    name: 'A closing need not name its period',
    file: 'parse/events-engine.ts',
    find: 'fields: [period] }',
    replace: 'fields: [] }',
  },
  {
    name: 'A closing names its period by any text',
    file: 'parse/events-engine.ts',
    find: "{ ...text('period'), kind: 'key', type }",
    replace: "text('period')",
  },
  {
    name: 'Texts have a next one to carry to',
    file: 'parse/period-late.ts',
    find: "late === 'carry' && world.keys.get(key) === 'text'",
    replace: "late !== 'carry' && world.keys.get(key) === 'text'",
  },
  {
    name: 'A period may be computed from other events by way of another field',
    file: 'parse/period-late.ts',
    find: 'if (is !== undefined) behind.add(is);',
    replace: '',
  },
  {
    name: 'The edition that reads an event may hang on other events',
    file: 'parse/period-late.ts',
    find: 'slot: event.appliesBy?.expr',
    replace: 'slot: undefined',
  },
  {
    name: 'A period may be computed from when an event takes effect, whatever that reads',
    file: 'parse/period-late.ts',
    find: '        behind.add(event.effective.expr);',
    replace: '        behind.size;',
  },
);
