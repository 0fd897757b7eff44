import type { Json } from '../src/model/json.js';

type Changes = Readonly<Record<string, Json | undefined>>;
type Refused = readonly [code: string, at: string, changes: Changes];

const at = (rest: string): string => `/procedures/card${rest}`;
const step = (name: string, rest: string): string => at(`/steps/${name}${rest}`);
const here = (code: string, place: string, value: Json | undefined): Refused => [code, place, { [place]: value }];

/** A further step. */
const ALSO = { event: 'card.proposed', from: 'lifted', to: 'lifted', roles: ['office'] };

/** The step `recuse` with a field that is computed from the whole ledger. */
function reading(more: Json): Changes {
  return {
    '/vocabulary/events/person.recused/fields/before': { kind: 'number', is: 'cards' },
    '/vocabulary/events/person.recused/fields/known': { kind: 'text', is: 'text(before)' },
    '/indicators': { cards: { per: ['unit'], of: { kind: 'events', type: 'card.confirmed' }, reduce: 'count' } },
    ...Object.fromEntries(Object.entries(more ?? {}).map(([key, value]) => [step('recuse', `/${key}`), value])),
  };
}

/** Changes of the sample procedure, and the one problem that each makes. */
export const REFUSED_PROCEDURES: readonly Refused[] = [
  here('key-unknown', at('/case'), 'propsal'),
  [
    'too-many',
    at('/steps'),
    { [at('/steps')]: Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`s${index}`, {}])) },
  ],
  here('role-unknown', step('confirm', '/roles/0'), 'ofice'),
  here('state-unknown', step('confirm', '/from'), 'propsed'),
  here('state-unknown', step('reject', '/from/0'), 'propsed'),
  here('state-unknown', step('recuse', '/to'), 'over'),
  ['state-unreached', at('/states/closed'), { [at('/states/closed')]: {} }],
  ['procedure-unopened', at('/steps'), { [step('propose', '/from')]: 'proposed' }],
  ['missing-key', step('also', '/to'), { [step('also', '')]: { event: 'appeal.filed', roles: ['office'] } }],
  ['missing-key', step('file', '/by'), { [step('file', '/by')]: undefined, [step('file', '/late')]: 'allowed' }],
  here('event-type-unknown', step('recuse', '/event'), 'person.recusd'),
  here('step-unknown', step('confirm', '/not/0'), 'proposed.actor'),
  here('step-unknown', step('confirm', '/not/0'), 'propose.actor.name'),
  here('step-person', step('confirm', '/not/0'), 'propose.actr'),
  ['step-person', step('lift', '/only/0'), { [step('lift', '/only')]: ['on'] }],
  here('step-part', step('confirm', '/by'), 'addDays(date(propose.tim), 10)'),
  here('step-unknown', step('confirm', '/by'), 'addDays(date(propsal.time), 10)'),
  here('result-type', step('confirm', '/by'), '1'),
  here('result-type', step('confirm', '/must/black-by-committee/is'), 'propose.colour'),
  here('name-out-of-scope', step('confirm', '/by'), 'addDays(date(time), 10)'),
  [
    'read-not-allowed',
    step('confirm', '/must/black-by-committee/is'),
    { ...reading({}), [step('confirm', '/must/black-by-committee/is')]: 'cards > 0' },
  ],
  here('list-as-value', step('confirm', '/must/black-by-committee/is'), "propose.evidence == 'a'"),
  here('choice-unknown', step('confirm', '/must/black-by-committee/is'), "propose.colour == 'red'"),
  here('choice-unknown', step('confirm', '/fields/colour'), "'red'"),
  ['step-case', step('lift', '/event'), { [step('lift', '/fields')]: { card: "'c'" } }],
  ['step-case', step('recuse', '/event'), { '/vocabulary/events/person.recused/fields/proposal': undefined }],
  ['step-written', step('recuse', '/event'), { '/vocabulary/events/person.recused/fields/actor': undefined }],
  [
    'step-written',
    step('recuse', '/event'),
    { '/vocabulary/events/person.recused/fields/role': { kind: 'text', is: "'x'" } },
  ],
  ['step-sets', step('recuse', '/fields/actor'), { [step('recuse', '/fields')]: { actor: "'p1'" } }],
  ['step-reads', step('recuse', '/must/few/is'), reading({ must: { few: { is: 'before == 0' } } })],
  ['step-reads', step('recuse', '/by'), reading({ by: 'addDays(date(recuse.time), recuse.before)' })],
  ['step-reads', step('recuse', '/not/0'), reading({ not: ['known'] })],
  [
    'step-alike',
    step('also', ''),
    { [step('also', '')]: { event: 'card.proposed', to: 'proposed', roles: ['office'] } },
  ],
  ['duplicate-id', step('confirm', '/roles/1'), { [step('confirm', '/roles/1')]: 'office' }],
  here('field-unknown', step('propose', '/needs/0'), 'evidnce'),
  here('issue-computed', step('propose', '/needs/0'), 'unit'),
  ['issue-list', step('propose', '/fields/evidence'), { [step('propose', '/fields')]: { evidence: "'a'" } }],
  ['issue-computed', step('propose', '/fields/unit'), { [step('propose', '/fields')]: { unit: "'a'" } }],
  ['field-unknown', step('propose', '/fields/units'), { [step('propose', '/fields')]: { units: "'a'" } }],
  ['name-reserved', step('outer', ''), { [step('outer', '')]: ALSO }],
];
