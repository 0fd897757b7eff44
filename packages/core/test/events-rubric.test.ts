import { describe, expect, test } from 'vitest';
import type { RubricModel } from '../src/model/rubric.js';
import { parseEvents } from '../src/parse/events.js';
import { parseRubric } from '../src/parse/rubric.js';
import { event } from './events-model.js';

/** The door reads the rubric as the parser yields it, not only as these tests build it by hand. */
function classRubric(): RubricModel {
  const fields = {
    pupil: { kind: 'key', is: 'subject' },
    term: { kind: 'key', is: 'year(date(time))' },
    severity: { kind: 'choice', of: ['minor', 'grave'] },
    tags: { kind: 'list', optional: true },
    with: { kind: 'text', of: 'pupil', optional: true },
    rival: { kind: 'text', of: 'club', optional: true },
    effort: { kind: 'number', min: 0, max: '9.5', optional: true },
    marks: { kind: 'list', items: 'number', max: 6, optional: true },
    room: { kind: 'text', path: '$.place.rooms[0]', optional: true },
    led: { kind: 'list', of: 'pupil', path: '$.place.led', optional: true },
    lesson: { kind: 'key', optional: true },
  };
  const result = parseRubric({
    kind: 'rubric',
    id: 'class-conduct',
    edition: '2026',
    title: { en: 'Conduct', zh: '操行' },
    effective: { from: '2026-01-01' },
    zone: { name: 'Asia/Shanghai', offsets: [{ offset: '+08:00' }] },
    subject: 'pupil',
    keys: { pupil: {}, club: {}, term: { type: 'number' }, lesson: { type: 'number' } },
    vocabulary: {
      events: {
        'homework.missed': { fields },
        'pupil.joined': { registers: true, fields: { club: { kind: 'key', optional: true } } },
      },
    },
  });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

describe('A rubric from the parser', () => {
  const joined = event('j1', { type: 'pupil.joined', data: {} });
  const given = (data: object) => parseEvents(classRubric(), [joined, event('e1', { data })]);

  test('lets pass what its fields take', () => {
    const data = {
      severity: 'grave',
      tags: ['a'],
      effort: 0,
      marks: [6, '2.5'],
      place: { rooms: ['A'], floor: 2 },
      lesson: '3',
    };
    expect(given(data)).toMatchObject({ ok: true });
  });

  test('refuses the rest, with the field named', () => {
    const data = {
      severity: 'great',
      tags: [1],
      marks: ['x'],
      place: { rooms: [1] },
      lesson: 'x',
      term: 2026,
      plaice: 1,
    };
    const result = given(data);
    expect(result.ok ? [] : result.problems.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'field-choice /1/data/severity',
      'field-kind /1/data/tags/0',
      'field-kind /1/data/marks/0',
      'field-kind /1/data/place/rooms/0',
      'field-kind /1/data/lesson',
      'computed-field-given /1/data/term',
      'field-unknown /1/data/plaice',
    ]);
  });

  test('refuses numbers out of their bounds, which are inside', () => {
    expect(given({ severity: 'minor', effort: 0, marks: [6, '-1e9'] }).ok).toBe(true);
    expect(given({ severity: 'minor', effort: '9.5' }).ok).toBe(true);
    const result = given({ severity: 'minor', effort: '9.51', marks: [1, 7, 'x'] });
    expect(result.ok ? [] : result.problems.map(({ code, pointer, message }) => [code, pointer, message.en])).toEqual([
      ['field-range', '/1/data/effort', 'Event 2 "e1": effort is "9.51"; it must be from 0 to 9.5.'],
      ['field-range', '/1/data/marks/1', 'Event 2 "e1": marks[1] is 7; it must be at most 6.'],
      ['field-kind', '/1/data/marks/2', 'Event 2 "e1": marks[2] is "x", which is no number.'],
    ]);
  });

  describe('where fields name values of a key', () => {
    const admitted = (id: string, subject: string, club: string) =>
      event(id, { type: 'pupil.joined', subject, data: { club } });
    const registered = [admitted('j2', 'wang-fang', 'chess'), admitted('j3', 'zhao-lei', 'go')];
    const told = (data: object, before: readonly object[] = registered) => {
      const result = parseEvents(classRubric(), [
        joined,
        event('e1', { data: { severity: 'minor', ...data } }),
        ...before,
      ]);
      return result.ok
        ? []
        : result.problems.map(({ code, pointer, facts }) => [code, pointer, facts.nearest].join(' '));
    };

    test('takes those that an event registers, whenever it comes', () => {
      expect(told({ with: 'wang-fang', place: { led: ['zhao-lei', 'wang-fang'] }, rival: 'chess' })).toEqual([]);
    });

    test('refuses others, and tells what is near', () => {
      expect(told({ with: 'wang-fan', place: { led: ['zhao-lei', 'zhao-le'] }, rival: 'ches' })).toEqual([
        'value-unregistered /1/data/with "wang-fang"',
        'value-unregistered /1/data/rival "chess"',
        'value-unregistered /1/data/place/led/1 "zhao-lei"',
      ]);
    });

    test('takes it that an event with problems of its own registers', () => {
      const odd = event('j4', { type: 'pupil.joined', subject: 'wu-di', data: { club: 'judo', clbu: 'x' } });
      expect(told({ with: 'wu-di', rival: 'judo' }, [odd])).toEqual(['field-unknown /2/data/clbu club']);
    });
  });
});
