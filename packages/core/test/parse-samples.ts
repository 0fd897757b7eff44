import type { Json } from '../src/model/json.js';

const title = (en: string, zh: string): { en: string; zh: string } => ({ en, zh });

/** Conduct points of a class: given points, parts with full marks, a limit, bands, an exception, a later edition. */
export const CONDUCT = {
  kind: 'rubric',
  id: 'class-conduct',
  edition: '2026',
  title: title('Class conduct', '班级操行'),
  basis: 'School notice 3',
  effective: { from: '2026-01-01' },
  zone: { name: 'Asia/Shanghai', offsets: [{ offset: '+08:00' }] },
  subject: 'pupil',
  keys: { pupil: { title: title('pupil', '学生') }, term: { type: 'number' } },
  period: { key: 'term', ends: 'yearEnd(term)' },
  vocabulary: {
    events: {
      'pupil.joined': { registers: true, fields: { pupil: { kind: 'key', is: 'subject' } } },
      'homework.missed': {
        title: title('homework missed', '未交作业'),
        fields: {
          pupil: { kind: 'key', is: 'subject' },
          term: { kind: 'key', is: 'year(date(time))' },
          severity: { kind: 'choice', of: ['minor', 'grave'] },
          due: { kind: 'date', optional: true },
          days: { kind: 'number', unit: 'days' },
          excused: { kind: 'flag', optional: true },
          marks: { kind: 'list', items: 'number', optional: true },
        },
      },
      'deed.done': {
        fields: {
          pupil: { kind: 'key', is: 'subject' },
          term: { kind: 'key', is: 'year(date(time))' },
          worth: { kind: 'number', path: '$.points[0]' },
        },
      },
    },
  },
  define: { grace: { with: ['when'], is: 'month(when) in [6, 7, 8] ? 10 : 0' } },
  tables: { weightOf: { by: ['severity'], rows: { minor: 1, grave: '2.5' }, else: 0 } },
  conditions: { late: { fact: 'days', operator: 'greaterThan', value: 3 } },
  indicators: {
    base: { full: 80, per: ['pupil', 'term'], is: '80', unit: 'points' },
    homework: {
      title: title('Homework', '作业'),
      code: '1.2',
      full: 20,
      unit: 'points',
      per: ['pupil', 'term'],
      of: { kind: 'given' },
      reduce: 'sum',
      missing: 'skip',
      map: ['20 + it', { kind: 'round', digits: 1 }],
    },
    deeds: {
      per: ['pupil', 'term'],
      of: { kind: 'events', type: 'deed.done', value: 'worth' },
      take: { keep: { best: 3 } },
      reduce: 'sum',
    },
    total: {
      title: title('Total', '总分'),
      full: 100,
      per: ['pupil', 'term'],
      of: { kind: 'parts', parts: ['base', 'homework', 'deeds'] },
      reduce: 'sum',
      bands: [{ id: 'good', from: 90, below: 101 }, { id: 'fair', from: 60 }, { id: 'poor' }],
    },
    trend: { per: ['pupil', 'term'], is: 'total - coalesce(total(term - 1), 0)' },
    lastDue: { per: ['pupil'], of: { kind: 'events', type: 'homework.missed', value: 'due' }, reduce: 'latest' },
  },
  rules: [
    {
      name: 'late-homework',
      basis: '1.2.1',
      on: 'homework.missed',
      where: { severity: ['minor', 'grave'] },
      conditions: {
        all: [
          { condition: 'late' },
          {
            any: [
              { fact: 'due', operator: 'absent', value: true },
              { fact: 'due', operator: 'greaterThan', value: '2026-02-01' },
            ],
          },
        ],
      },
      unless: ['excused'],
      event: { type: 'give', params: { to: 'homework', points: '-weightOf(severity) * (days - grace(date(time)))' } },
    },
    {
      name: 'excused',
      basis: '1.2.2',
      on: 'homework.missed',
      where: { excused: { present: true, equal: true } },
      event: { type: 'give', params: { to: 'homework', points: 0 } },
    },
    {
      name: 'grave-ceiling',
      basis: '1.3',
      on: 'homework.missed',
      where: { severity: 'grave' },
      event: { type: 'limit', params: { indicator: 'total', max: 89 } },
    },
  ],
} satisfies Json;

export const CONDUCT_AMENDED = [
  CONDUCT,
  {
    kind: 'rubric',
    id: 'class-conduct',
    edition: '2027',
    parent: '2026',
    effective: { from: '2027-01-01' },
    tables: { weightOf: { rows: { grave: 3 } } },
    rules: [
      { name: 'grave-ceiling', event: { params: { max: 79 } } },
      { name: 'late-homework', unless: null },
    ],
  },
] satisfies Json;

/** Cards among units: a cohort, a standing with bands and awards, a curve by rank, issued and ended events. */
export const LEAGUE = {
  kind: 'rubric',
  id: 'league/cards',
  edition: '1',
  effective: { from: '2026-01-01' },
  zone: {
    name: 'Asia/Shanghai',
    offsets: [{ offset: '+08:00' }, { from: '2030-01-01T00:00:00+08:00', offset: '+09:00' }],
  },
  subject: 'unit',
  keys: { unit: {}, group: {}, period: { type: 'number' }, contest: {} },
  period: { key: 'period', ends: 'yearEnd(period)' },
  vocabulary: {
    events: {
      'unit.registered': {
        registers: true,
        fields: {
          unit: { kind: 'key', is: 'subject' },
          group: { kind: 'key' },
          period: { kind: 'key', is: 'year(date(time))' },
        },
      },
      'contest.scored': {
        fields: {
          unit: { kind: 'key', is: 'subject' },
          group: { kind: 'key', is: 'groupOf' },
          period: { kind: 'key', is: 'year(date(time))' },
          contest: { kind: 'key' },
          panel: { kind: 'number' },
        },
      },
      'season.closed': { fields: { period: { kind: 'key', is: 'year(date(time))' } } },
      'card.shown': {
        fields: {
          unit: { kind: 'key', is: 'subject' },
          period: { kind: 'key', is: 'year(date(time))' },
          colour: { kind: 'choice', of: ['yellow', 'red'] },
          lastDay: { kind: 'date', is: "addMonths(date(time), colour == 'yellow' ? 6 : 12)" },
        },
        card: {
          colour: 'colour',
          colours: {
            yellow: { polarity: 'warning', severity: 1, title: title('yellow', '黄牌') },
            red: { polarity: 'censure', severity: 2 },
          },
        },
      },
      'finding.made': { finding: true, fields: { unit: { kind: 'key' }, what: { kind: 'text' } } },
    },
  },
  tables: {
    cardPoints: {
      by: ['colour', 'state'],
      rows: { yellow: { active: -10, lapsed: -5 }, red: { active: -40 } },
      else: 0,
    },
  },
  cohorts: {
    peers: { each: ['group', 'period'], of: 'unit', in: { event: 'unit.registered' } },
    field: { each: ['contest'], of: 'unit', in: { event: 'contest.scored' } },
  },
  indicators: {
    groupOf: { per: ['unit'], of: { kind: 'events', type: 'unit.registered', value: 'group' }, reduce: 'latest' },
    panelMean: {
      per: ['unit', 'period', 'contest'],
      of: { kind: 'events', type: 'contest.scored', value: 'panel' },
      reduce: 'mean',
    },
    contestPoints: {
      per: ['unit', 'period', 'contest'],
      is: 'panelMean',
      map: [
        { kind: 'rank', among: 'field' },
        {
          kind: 'steps',
          steps: [
            { from: 1, value: 20 },
            { from: 2, value: 15 },
            { from: 4, value: 5 },
          ],
        },
      ],
      otherwise: 0,
    },
    contests: {
      per: ['unit', 'period'],
      of: { kind: 'each', key: 'contest', value: 'contestPoints' },
      reduce: 'sum',
    },
    bestWeighted: {
      per: ['unit', 'period'],
      of: {
        kind: 'each',
        key: 'contest',
        value: { of: { kind: 'events', type: 'contest.scored', value: 'panel' }, reduce: 'max' },
      },
      reduce: 'mean',
      need: 1,
    },
    cards: {
      per: ['unit', 'period'],
      of: { kind: 'events', type: 'card.shown', value: 'cardPoints(colour, state)' },
      reduce: 'sum',
    },
    yellows: {
      per: ['unit', 'period'],
      of: { kind: 'events', type: 'card.shown', where: { colour: 'yellow', state: 'active' } },
      reduce: 'count',
    },
    recent: {
      per: ['unit'],
      of: { kind: 'events', type: 'card.shown' },
      take: { window: { by: 'date(time)', from: 'addMonths(today, -6)' } },
      reduce: 'count',
    },
    members: {
      per: ['group', 'period'],
      of: { kind: 'each', key: 'unit', in: { kind: 'cohort', cohort: 'peers' }, value: 1 },
      reduce: 'count',
    },
    total: { per: ['unit', 'period'], is: '500 + contests + cards + 0.1 * coalesce(total(period - 1), 0)' },
    band: { per: ['unit', 'period'], is: 'ranking.band' },
    lastBand: { per: ['unit', 'period'], is: "coalesce(band(period - 1), 'none')" },
    panelCount: { per: ['unit', 'period'], of: { kind: 'events', type: 'contest.scored' }, reduce: 'count' },
  },
  rules: [
    {
      name: 'two-yellows',
      basis: 'B1',
      on: 'card.shown',
      where: { colour: 'yellow', yellows: { greaterThanInclusive: 2 } },
      event: {
        type: 'issue',
        params: { type: 'card.shown', fields: { colour: "'red'" }, consumes: [{ items: 'yellows', as: 'converted' }] },
      },
    },
    {
      name: 'lapse',
      basis: '5.9',
      on: 'card.shown',
      at: 'addDays(lastDay, 1)',
      where: { state: 'active' },
      event: { type: 'end', params: { event: 'id', as: 'lapsed' } },
    },
    {
      name: 'absent',
      basis: '6.1',
      on: 'season.closed',
      for: 'peers',
      where: { contests: 0 },
      event: {
        type: 'issue',
        params: { type: 'finding.made', fields: { subject: 'unit', unit: 'unit', what: "'absent'" } },
      },
    },
    {
      name: 'praise',
      basis: '7',
      on: 'ranking',
      where: { 'ranking.band': { present: true, equal: 'excellent' } },
      event: {
        type: 'consequence',
        params: { what: 'praise', title: title('Praise', '表扬'), amount: '1000 * members' },
      },
    },
  ],
  standings: {
    ranking: {
      title: title('Ranking', '排名'),
      among: 'peers',
      total: 'total',
      unranked: { where: 'panelCount == 0', label: 'newcomer' },
      by: [
        { is: 'total' },
        { is: 'yellows', order: 'asc', name: 'fewer-yellows' },
        { is: 'contests - cards', unknown: 'skip' },
      ],
      bands: [
        {
          id: 'excellent',
          where: { yellows: 0 },
          from: 900,
          quota: 'max(1, floor(0.25 * size))',
          edge: 'decide',
          plus: 'yellows < 0',
        },
        { id: 'good', from: 600, below: 900 },
        { id: 'poor' },
      ],
      awards: [
        { id: 'model', where: 'total > 950', quota: 3 },
        { id: 'progress', by: [{ is: 'total - coalesce(total(period - 1), 0)' }], quota: 1, exclusive: ['model'] },
      ],
    },
  },
} satisfies Json;
