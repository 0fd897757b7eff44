import type { JsonObject } from '../model/json.js';
import type { Tape } from './tape.js';

const UNIT: JsonObject = { kind: 'key', is: 'subject' };

/** Older forms of faults and of work, at times one of the other. Rules and measures never name them. */
export function olderFormsFrom(tape: Tape, remarks: boolean): JsonObject {
  const faults = tape.once(2) ? olderFaults(tape, remarks) : {};
  return tape.once(3) ? { ...faults, ...olderWork(tape) } : faults;
}

/** `remarks`: whether all types have a remark in words, and faults one in numbers. */
function olderFaults(tape: Tape, remarks: boolean): JsonObject {
  const span = tape.pick(['weeks * 7', 'weeks / 3', 'coalesce(weeks, 1)', 'days(date(time), date(recorded))']);
  const first: JsonObject = {
    fields: {
      unit: UNIT,
      bad: { kind: 'flag' },
      weeks: { kind: 'number', optional: true, path: '$.how.long' },
      about: { kind: 'text', optional: true },
    },
    becomes: {
      type: 'fault.found',
      data: { level: "bad ? 'grave' : 'minor'", span, ...(remarks ? { remark: 'weeks' } : {}) },
    },
  };
  const older: JsonObject = {
    fields: { unit: UNIT, tags: { kind: 'list' }, word: { kind: 'text' } },
    becomes: {
      type: 'fault.found.v2',
      data: {
        bad: "'a' in tags",
        weeks: tape.pick(['unknown', '2', 'half(3)']),
        about: "word + ':' + type + ':' + id",
      },
    },
  };
  return { 'fault.found.v2': first, ...(tape.once(2) ? { 'fault.found.v1': older } : {}) };
}

/** The same data in other places, and a date by another name. */
function olderWork(tape: Tape): JsonObject {
  const fields: JsonObject = {
    unit: UNIT,
    item: { kind: 'key' },
    points: { kind: 'number' },
    grade: { kind: 'choice', of: ['a', 'b', 'c'], path: '$.marks.grade' },
    clean: { kind: 'flag' },
    by: { kind: 'date' },
    seen: { kind: 'instant', optional: true },
    about: { kind: 'text', optional: true },
    tags: { kind: 'list', path: '$.lists.tags' },
    marks: { kind: 'list', items: 'number', optional: true, path: '$.lists.marks' },
    extra: { kind: 'number', optional: true },
  };
  const data: JsonObject = {
    score: tape.pick(['points', 'gradeWorth(grade) * points', 'round(points / 3, 2)']),
    due: 'addDays(by, 1)',
    ...(tape.once(2) ? { item: "item == 'y' ? 'x' : item" } : {}),
  };
  return { 'work.done.v1': { fields, becomes: { type: 'work.done', data } } };
}
