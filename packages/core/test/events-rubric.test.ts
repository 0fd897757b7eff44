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
    marks: { kind: 'list', items: 'number', optional: true },
    room: { kind: 'text', path: '$.place.rooms[0]', optional: true },
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
    keys: { pupil: {}, term: { type: 'number' }, lesson: { type: 'number' } },
    vocabulary: { events: { 'homework.missed': { fields }, 'pupil.joined': { registers: true, fields: {} } } },
  });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

describe('A rubric from the parser', () => {
  const joined = event('j1', { type: 'pupil.joined', data: {} });
  const given = (data: object) => parseEvents(classRubric(), [joined, event('e1', { data })]);

  test('lets pass what its fields take', () => {
    const data = { severity: 'grave', tags: ['a'], marks: [1, '2.5'], place: { rooms: ['A'], floor: 2 }, lesson: '3' };
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
});
