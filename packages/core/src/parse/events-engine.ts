import type { FieldModel, RubricModel } from '../model/rubric.js';

export const VOIDED = 'meritlog.event.voided';
const CLOSED = 'meritlog.period.closed';

export interface EngineType {
  readonly registers: boolean;
  readonly fields: readonly FieldModel[];
}

/** The types that a rubric knows without declaring them; a closing names a value of the period's key, where it has one. */
export function engineTypes({ editions }: RubricModel): ReadonlyMap<string, EngineType> {
  const [first] = editions;
  const key = first?.period?.key;
  const type = key === undefined ? undefined : first?.keys.get(key)?.type;
  if (type === undefined) return ENGINE_TYPES;
  const period: FieldModel = { ...text('period'), kind: 'key', type };
  return new Map([...ENGINE_TYPES, [CLOSED, { registers: false, fields: [period] }]]);
}

/** The types that every rubric knows. Besides these fields their data is free, for what an institution notes with a ruling. */
export const ENGINE_TYPES: ReadonlyMap<string, EngineType> = new Map([
  [VOIDED, { registers: false, fields: [text('id'), text('source', true), text('reason')] }],
  [
    'meritlog.consequence.decided',
    { registers: false, fields: [text('consequence'), decision(), text('authority', true), text('reason', true)] },
  ],
  ['meritlog.subject.registered', { registers: true, fields: [] }],
  ['meritlog.rubric.enacted', { registers: false, fields: [] }],
  [CLOSED, { registers: false, fields: [] }],
]);

function text(name: string, optional = false): FieldModel {
  return {
    name,
    kind: 'text',
    type: 'text',
    title: undefined,
    unit: undefined,
    optional,
    choices: [],
    min: undefined,
    max: undefined,
    refersTo: undefined,
    is: undefined,
    path: [name],
  };
}

/** What people may decide about a consequence. */
function decision(): FieldModel {
  return { ...text('decision'), kind: 'choice', choices: ['confirmed', 'declined', 'executed'] };
}
