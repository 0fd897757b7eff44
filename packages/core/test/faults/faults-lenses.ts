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
