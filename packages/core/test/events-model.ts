import { fixedZone } from '../src/model/calendar.js';
import type { EditionModel, EventTypeModel, FieldModel, RubricModel } from '../src/model/rubric.js';

/** Small rubrics by hand: what the door reads of a rubric, and nothing else. */
export function field(name: string, kind: FieldModel['kind'], more: Partial<FieldModel> = {}): FieldModel {
  const type = kind === 'choice' || kind === 'key' || kind === 'list' ? 'text' : kind;
  const base = { title: undefined, unit: undefined, optional: false, choices: [], is: undefined, path: [name] };
  const open = { min: undefined, max: undefined, refersTo: undefined };
  return { ...base, ...open, name, kind, type, ...more };
}

export function computed(name: string, text: string): FieldModel {
  const expr = { kind: 'literal', type: 'number', value: 0 } as const;
  return field(name, 'number', { is: { text, expr } });
}

export function eventType(
  type: string,
  fields: readonly FieldModel[],
  more: Partial<EventTypeModel> = {},
): EventTypeModel {
  const base = { title: undefined, effective: undefined, appliesBy: undefined };
  const marks = { registers: false, finding: false, card: undefined, becomes: undefined };
  return { ...base, ...marks, type, fields: new Map(fields.map((one) => [one.name, one])), ...more };
}

export function rubric(...editions: (readonly EventTypeModel[])[]): RubricModel {
  return {
    id: 'class-conduct',
    title: { en: 'Conduct', zh: '操行' },
    editions: editions.map((types, at) => edition(`${2026 + at}`, types)),
  };
}

function edition(name: string, types: readonly EventTypeModel[]): EditionModel {
  return {
    edition: name,
    digest: '',
    document: {},
    origin: { at: '', parts: new Map() },
    basis: undefined,
    semantics: undefined,
    from: 0,
    zone: fixedZone('Asia/Shanghai', 480),
    calendars: new Map(),
    subject: 'pupil',
    keys: new Map(),
    period: undefined,
    events: new Map(types.map((one) => [one.type, one])),
    tables: new Map(),
    cohorts: new Map(),
    indicators: new Map(),
    rules: new Map(),
    standings: new Map(),
    roles: new Map(),
    procedures: new Map(),
  };
}

/** An event that the class rubric takes, with changes. */
export function event(id: string, more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    specversion: '1.0',
    id,
    source: '/school/7b',
    type: 'homework.missed',
    subject: 'li',
    time: '2026-03-02T08:00:00+08:00',
    data: { severity: 'minor', pages: 3 },
    ...more,
  };
}

export const CLASS: RubricModel = rubric([
  eventType('homework.missed', [
    field('pupil', 'key', { is: { text: 'subject', expr: { kind: 'context', type: 'text', name: 'subject' } } }),
    computed('term', 'year(date(time))'),
    field('severity', 'choice', { choices: ['minor', 'grave'] }),
    field('pages', 'number'),
    field('note', 'text', { optional: true }),
    field('due', 'date', { optional: true }),
    field('seen', 'instant', { optional: true }),
    field('excused', 'flag', { optional: true }),
    field('tags', 'list', { optional: true }),
    field('marks', 'list', { type: 'number', optional: true }),
    field('lesson', 'key', { type: 'number', optional: true }),
    field('room', 'text', { path: ['place', 'rooms', 0], optional: true }),
  ]),
  eventType('pupil.joined', [field('name', 'text', { optional: true })]),
]);
