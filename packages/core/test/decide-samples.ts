import { type Claims, type Command, parseRubric, type Rubric } from '../src/index.js';
import type { Json, JsonObject } from '../src/model/json.js';

const own = {
  unit: { kind: 'key', is: 'subject' },
  actor: { kind: 'text', optional: true },
  role: { kind: 'text', optional: true },
};

/** A card is proposed, confirmed or rejected, appealed and decided upon, lifted; all that a procedure can say is in it. */
export const CARDS = {
  kind: 'rubric',
  id: 'cards',
  edition: '1',
  basis: 'Notice 1',
  effective: { from: '2026-01-01' },
  zone: { name: 'Asia/Shanghai', offsets: [{ offset: '+08:00' }] },
  subject: 'unit',
  keys: { unit: {}, proposal: {} },
  vocabulary: {
    events: {
      'card.proposed': {
        fields: {
          ...own,
          proposal: { kind: 'key', is: 'id' },
          colour: { kind: 'choice', of: ['yellow', 'black'] },
          evidence: { kind: 'list', optional: true },
        },
      },
      'person.recused': { fields: { ...own, proposal: { kind: 'key' }, person: { kind: 'text' } } },
      'card.confirmed': {
        fields: {
          ...own,
          proposal: { kind: 'key' },
          colour: { kind: 'choice', of: ['yellow', 'black'] },
          points: { kind: 'number', optional: true },
        },
      },
      'card.rejected': { fields: { ...own, proposal: { kind: 'key' }, reason: { kind: 'text', optional: true } } },
      'appeal.filed': { fields: { ...own, proposal: { kind: 'key' } } },
      'appeal.decided': {
        fields: {
          ...own,
          proposal: { kind: 'key' },
          outcome: { kind: 'choice', of: ['dismissed', 'varied', 'revoked'] },
          colour: { kind: 'choice', of: ['none', 'yellow', 'black'] },
        },
      },
      'card.lifted': { fields: { ...own, card: { kind: 'text' }, on: { kind: 'date', path: '$.dates.on' } } },
    },
  },
  tables: { gravity: { by: ['colour'], rows: { none: 0, yellow: 1, black: 2 } } },
  roles: { inspector: {}, office: { title: { en: 'the office', zh: '考评办' } }, committee: {}, unit: {} },
  procedures: {
    card: {
      title: { en: 'Cards', zh: '亮牌' },
      basis: 'Notice 1, 8',
      case: 'proposal',
      actor: 'actor',
      role: 'role',
      states: {
        proposed: { title: { en: 'proposed', zh: '拟亮牌' } },
        ...{ confirmed: {}, rejected: {}, appealed: {}, decided: {}, lifted: {} },
      },
      steps: {
        propose: { to: 'proposed', event: 'card.proposed', roles: ['inspector'], not: ['unit'], needs: ['evidence'] },
        recuse: { from: ['proposed', 'confirmed'], event: 'person.recused', roles: ['office', 'committee'] },
        confirm: {
          title: { en: 'Confirm', zh: '亮牌' },
          from: 'proposed',
          to: 'confirmed',
          event: 'card.confirmed',
          roles: ['office', 'committee'],
          not: ['propose.actor', 'propose.unit', 'recuse.person'],
          fields: { colour: 'propose.colour', points: "propose.colour == 'black' ? -40 : -10" },
          by: 'addDays(date(propose.time), 10)',
          late: 'allowed',
          must: { 'black-by-committee': { is: "colour != 'black' || role == 'committee'" } },
        },
        reject: {
          from: ['proposed'],
          to: 'rejected',
          event: 'card.rejected',
          roles: ['office'],
          not: ['propose.actor'],
          needs: ['reason'],
        },
        file: {
          title: { en: 'Appeal', zh: '申诉' },
          from: 'confirmed',
          to: 'appealed',
          event: 'appeal.filed',
          roles: ['unit'],
          only: ['propose.unit'],
          by: 'addDays(date(confirm.time), 5)',
        },
        decide: {
          from: 'appealed',
          to: 'decided',
          event: 'appeal.decided',
          roles: ['committee'],
          not: ['propose.actor', 'confirm.actor', 'recuse.person', 'propose.unit'],
          by: 'addDays(date(file.time), 15)',
          late: 'allowed',
          must: {
            'no-worse': {
              title: { en: 'no worse outcome', zh: '不得加重' },
              is: 'gravity(colour) <= gravity(confirm.colour)',
            },
          },
        },
        lift: {
          from: ['confirmed', 'decided'],
          to: 'lifted',
          event: 'card.lifted',
          roles: ['office'],
          fields: { card: 'confirm.id', on: 'date(time)' },
        },
      },
    },
  },
} satisfies JsonObject;

export function rubricOf(document: Json): Rubric {
  const read = parseRubric(document);
  if (!read.ok) throw new Error(read.problems.map(({ pointer, message }) => `${pointer} ${message.en}`).join('\n'));
  return read.value;
}

export const INSPECTOR: Claims = { actor: 'p1', roles: ['inspector'], memberOf: ['B1'] };
export const CLERK: Claims = { actor: 'p2', roles: ['office'], memberOf: ['B2'] };
export const CHAIR: Claims = { actor: 'p3', roles: ['committee'] };
export const UNIT: Claims = { actor: 'p4', roles: ['unit'], memberOf: ['A03'] };

/** A command on a day of July 2026, at noon in Shanghai. */
export function command(step: string, by: Claims, day: number, id: string, more: Partial<Command> = {}): Command {
  return { step, by, at: `2026-07-${String(day).padStart(2, '0')}T12:00:00+08:00`, id, source: '/district', ...more };
}
