import { faultsOf } from './fault.js';

export const CALENDARS = faultsOf(
  ['core/test/forward-calendar.test.ts'],
  {
    name: 'States that end turn nothing',
    file: 'replay/turning-points.ts',
    find: 'for (const { at } of reader.columns.endedAt.values()) add(at);',
    replace: '',
  },
  {
    name: 'Days turn nothing where only today is read',
    file: 'replay/turning-points.ts',
    find: '/\\b(?:now|today)\\b/',
    replace: '/\\bnow\\b/',
  },
  {
    name: 'What is later than something turns at it and not behind it',
    file: 'replay/turning-points.ts',
    find: '    add(at + 1);\n',
    replace: '',
  },
  {
    name: 'A deadline that passes turns nothing',
    file: 'replay/turning-points.ts',
    find: ' || hasDeadlines(model)',
    replace: '',
  },
  {
    name: 'Each day is looked at whatever is judged',
    file: 'replay/turning-points.ts',
    find: 'readsNow(model, /\\b(?:now|today)\\b/) || hasDeadlines(model)',
    replace: 'readsNow(model, /./)',
  },
  {
    name: 'A later look sees what an earlier one had read',
    file: 'replay/look-at.ts',
    find: 'reader.view, asOf, reader.forced',
    replace: 'reader.view, reader.asOf, reader.forced',
  },
  {
    name: 'What running the events finds is told from the beginning',
    file: 'forward-calendar.ts',
    find: 'at: points[low] ?? Number.POSITIVE_INFINITY',
    replace: 'at: Number.NEGATIVE_INFINITY',
  },
  {
    name: 'A calendar that was cut says that it is complete',
    file: 'forward-calendar.ts',
    find: 'complete: points.length === all.length,',
    replace: 'complete: true,',
  },
  {
    name: 'The event behind an ended state is the event itself',
    file: 'replay/happenings.ts',
    find: 'clauseOf(reader, by.rule, by.trigger, at)',
    replace: 'clauseOf(reader, by.rule, ord, at)',
  },
);

export const COVERAGES = faultsOf(
  ['core/test/rubric-coverage.test.ts'],
  {
    name: 'A rule that was kept back counts as failed',
    file: 'replay/trial-log.ts',
    find: "held ? 'held' : 'excepted'",
    replace: "held ? 'held' : 'failed'",
  },
  {
    name: 'Tests are counted whenever they are made',
    file: 'replay/trial-log.ts',
    find: 'if (this.counted?.has(test) !== true) return;',
    replace: '',
  },
  {
    name: 'Points of nothing are an effect',
    file: 'replay/effects-seen.ts',
    find: 'return !gaveNothing;',
    replace: 'return true;',
  },
  {
    name: 'A limit that does not bind is an effect',
    file: 'replay/effects-seen.ts',
    find: "step.kind === 'limit' && step.before !== step.after",
    replace: "step.kind === 'limit'",
  },
  {
    name: 'Of equal arguments the last one decides',
    file: 'compile/watched-call.ts',
    find: 'values.findIndex(',
    replace: 'values.findLastIndex(',
    caughtBy: ['core/test/watched-plan.test.ts'],
  },
  {
    name: 'The first row of a table is always the one read',
    file: 'compile/table.ts',
    find: 'String(table.rows.indexOf(row))',
    replace: "'0'",
  },
  {
    name: 'A default that was used is told as unused',
    file: 'compile/watched-call.ts',
    find: '      watch.went(expr, String(index));',
    replace: "      watch.went(expr, '0');",
    caughtBy: ['core/test/watched-plan.test.ts'],
  },
  {
    name: 'A rule whose date has not come was never triggered',
    file: 'rule-coverage.ts',
    find: "return triggers > 0 ? 'untried' : 'no-trigger';",
    replace: "return 'no-trigger';",
  },
  {
    name: 'A reading with too little evidence is told as one that had enough',
    file: 'replay/reading-use.ts',
    find: 'lacking: body.need !== undefined && end !== undefined && left(body) === undefined,',
    replace: 'lacking: false,',
  },
);
