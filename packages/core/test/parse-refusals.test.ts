import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../src/model/json.js';
import { pointerKeys } from '../src/model/problem.js';
import { RUBRIC_PROBLEM_CODES } from '../src/parse/problem-catalogue.js';
import { parseRubric } from '../src/parse/rubric.js';
import { REFUSED_PROCEDURES } from './decide-refused-rubrics.js';
import { CARDS } from './decide-samples.js';
import { CONDUCT, LEAGUE } from './parse-samples.js';

/** Picks a card, for windows. */
const LAST_CARD: JsonObject = {
  per: ['unit'],
  of: { kind: 'events', type: 'card.shown', value: 'colour' },
  reduce: 'latest',
};

type Changes = Readonly<Record<string, Json | undefined>>;
interface Case {
  readonly code: string;
  readonly at: string;
  readonly of: Json;
  readonly changes: Changes;
}

describe('every mistake has one code, at one place, with a sentence in both languages', () => {
  const seen = new Set<string>();
  test.each(cases())('$code at $at', ({ code, at, of, changes }) => {
    const result = parseRubric(changed(of, changes));
    const problems = result.ok ? result.warnings : result.problems;
    const [first] = problems;
    expect(problems.map((problem) => `${problem.code} ${problem.pointer}`)).toEqual([`${code} ${at}`]);
    expect(first?.message.en).toMatch(/^[^\p{Script=Han}]+$/u);
    expect(first?.message.zh).toMatch(/\p{Script=Han}/u);
    expect(`${first?.message.en}\n${first?.message.zh}`).toMatchSnapshot();
    seen.add(code);
  });

  test('no code of the catalogue is without an example', () => {
    expect(RUBRIC_PROBLEM_CODES.filter((code) => !seen.has(code))).toEqual([]);
  });
});

/** A copy with other values at these pointers; undefined removes. */
function changed(of: Json, changes: Changes): Json {
  const copy: Json = JSON.parse(JSON.stringify(of));
  return Object.entries(changes).reduce<Json>((json, [at, value]) => put(json, pointerKeys(at), value) ?? null, copy);
}

function put(json: Json | undefined, path: readonly string[], value: Json | undefined): Json | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(json)) {
    const items = [...json];
    const inner = put(items[Number(key)], rest, value);
    if (inner === undefined) items.splice(Number(key), 1);
    else items[Number(key)] = inner;
    return items;
  }
  const object: Record<string, Json> = { ...(typeof json === 'object' && json !== null ? (json as JsonObject) : {}) };
  const inner = put(object[key], rest, value);
  if (inner === undefined) delete object[key];
  else object[key] = inner;
  return object;
}

function cases(): readonly Case[] {
  const conduct = (code: string, at: string, changes: Changes): Case => ({ code, at, of: CONDUCT, changes });
  const league = (code: string, at: string, changes: Changes): Case => ({ code, at, of: LEAGUE, changes });
  const indicator = (code: string, body: Json, at = ''): Case =>
    league(code, `/indicators/extra${at}`, { '/indicators/extra': body, '/indicators/lastCard': LAST_CARD });
  const formula = (code: string, is: string): Case => indicator(code, { per: ['unit', 'period'], is }, '/is');
  const of = (code: string, source: Json, at: string, more: JsonObject = {}): Case =>
    indicator(code, { per: ['unit', 'period'], of: source, reduce: 'sum', ...more }, at);
  const calendar = (code: string, at: string, body: JsonObject): Case =>
    conduct(code, `/calendars/cn${at}`, {
      '/calendars': { cn: { from: '2026-01-01', until: '2027-01-01', weekend: [6, 7], ...body } },
    });
  const older = (code: string, at: string, body: JsonObject): Case =>
    conduct(code, `/vocabulary/events/deed.v1${at}`, {
      '/vocabulary/events/deed.v1': {
        fields: { worth: { kind: 'number' } },
        becomes: { type: 'deed.done' },
        ...body,
      },
    });
  const when = (code: string, at: string, condition: Json): Case =>
    conduct(code, `/rules/0/conditions${at}`, { '/rules/0/conditions': condition });
  const rule = (code: string, at: string, body: JsonObject): Case =>
    league(code, `/rules/4${at}`, {
      '/rules/4': {
        name: 'extra',
        basis: 'x',
        on: 'card.shown',
        event: { type: 'issue', params: { type: 'season.closed' } },
        ...body,
      },
    });
  const card = { kind: 'events', type: 'card.shown' };
  const editions = (code: string, at: string, second: JsonObject): Case => ({
    code,
    at,
    of: [CONDUCT, { kind: 'rubric', edition: '2', parent: '2026', effective: { from: '2027-01-01' }, ...second }],
    changes: {},
  });
  const fact = (name: string, operator: string, value: Json): JsonObject => ({ fact: name, operator, value });
  const lone = String.fromCharCode(0xd800);
  const deep = JSON.parse(`${'['.repeat(70)}${']'.repeat(70)}`);
  return [
    conduct('unknown-key', '/indicators/total/reduec', { '/indicators/total/reduec': 'sum' }),
    conduct('unknown-key', '/rulez', { '/rulez': [] }),
    conduct('missing-key', '/zone', { '/zone': undefined }),
    conduct('missing-key', '/indicators/deeds/reduce', { '/indicators/deeds/reduce': undefined }),
    conduct('wrong-type', '/indicators/trend/is', { '/indicators/trend/is': { a: 1 } }),
    indicator('wrong-type', { is: 1, map: ['it', { kind: 'steps', steps: {} }] }, '/map/1/steps'),
    conduct('not-one-of', '/indicators/deeds/reduce', { '/indicators/deeds/reduce': 'summ' }),
    conduct('not-one-of', '/rules/2/event/type', { '/rules/2/event/type': 'limits' }),
    conduct('bad-name', '/indicators/a-b', { '/indicators/a-b': { is: 1 } }),
    conduct('wrong-size', '/indicators/total/bands', { '/indicators/total/bands': [] }),
    conduct('duplicate-id', '/indicators/total/bands/2/id', { '/indicators/total/bands/2/id': 'good' }),
    conduct('duplicate-id', '/rules/2/name', { '/rules/1/name': 'grave-ceiling', '/rules/0/unless': undefined }),
    {
      code: 'forbidden-key',
      at: '/keys/__proto__',
      of: null,
      changes: { '': JSON.parse('{"keys":{"__proto__":{}}}') },
    },
    conduct('bad-text', '/basis', { '/basis': `a${lone}` }),
    conduct('too-deep', `/examples${'/0'.repeat(63)}`, { '/examples': deep }),
    conduct('too-many', '/keys', {
      '/keys': Object.fromEntries(Array.from({ length: 65 }, (_, index) => [`k${index}`, {}])),
    }),
    conduct('number-too-long', '/indicators/base/is', { '/indicators/base/is': 0.1234567890123456 }),
    conduct('not-a-number', '/indicators/total/bands/0/from', { '/indicators/total/bands/0/from': 'ninety' }),
    conduct('bad-date', '/effective/from', { '/effective/from': '2026-02-30' }),
    league('bad-instant', '/zone/offsets/1/from', { '/zone/offsets/1/from': '2030' }),
    league('bad-offset', '/zone/offsets/0/offset', { '/zone/offsets/0/offset': '8' }),
    conduct('semantics-unknown', '/semantics', { '/semantics': 2 }),
    league('zone-order', '/zone/offsets/2/from', {
      '/zone/offsets/2': { from: '2029-01-01T00:00:00Z', offset: '+08:00' },
    }),
    { code: 'no-documents', at: '', of: [], changes: {} },
    editions('edition-twice', '/1/edition', { edition: '2026' }),
    editions('edition-id', '/1/id', { id: 'class-conducts' }),
    editions('edition-parent', '/1/parent', { parent: '2062' }),
    editions('edition-parent-cycle', '/1/parent', { parent: '2' }),
    editions('edition-same-day', '/1/effective/from', { effective: { from: '2026-01-01' } }),
    editions('edition-differs', '/1/keys/room', { keys: { room: {} } }),
    league('name-clash', '/indicators/colour', { '/indicators/colour': { is: 1 } }),
    league('name-reserved', '/indicators/state', { '/indicators/state': { is: 1 } }),
    conduct('key-unknown', '/subject', { '/subject': 'pupils' }),
    conduct('cycle', '/indicators/trend', {
      '/indicators/trend/is': 'trend2 + 1',
      '/indicators/trend2': { per: ['pupil', 'term'], is: 'trend' },
    }),
    conduct('late-carry-text', '/period/late', {
      '/keys/session': {},
      '/period': { key: 'session', ends: "date('2026-12-31')", late: 'carry' },
    }),
    conduct('late-key-reads', '/vocabulary/events/deed.done/fields/term/is', {
      '/period/late': 'ignore',
      '/indicators/missed': { per: ['pupil'], of: { kind: 'events', type: 'pupil.joined' }, reduce: 'count' },
      '/vocabulary/events/deed.done/fields/term/is': '2026 + missed',
    }),
    conduct('define-recursion', '/define/a/is', { '/define/a': { is: 'b + 1' }, '/define/b': { is: 'a' } }),
    formula('formula-syntax', '1 + (2'),
    formula('formula-too-long', `${'1 + '.repeat(600)}1`),
    formula('formula-too-deep', `${'('.repeat(50)}1${')'.repeat(50)}`),
    formula('formula-too-big', Array.from({ length: 400 }, () => '1').join('+')),
    formula('formula-construct', 'total[0]'),
    formula('formula-number', '2026 - 07'),
    formula('name-unknown', 'totl + 1'),
    of('name-not-common', { kind: 'events', type: ['card.shown', 'contest.scored'], value: 'panel' }, '/of/value'),
    formula('name-out-of-scope', 'year(date(time))'),
    formula('key-unbound-name', "contest == 'a' ? 1 : 0"),
    of('outer-unknown', { ...card, where: 'period == outer.perod', value: 1 }, '/of/where'),
    formula('table-alone', 'cardPoints'),
    formula('standing-alone', 'ranking'),
    formula('function-alone', 'floor'),
    formula('function-unknown', 'flor(1.5)'),
    formula('standing-unknown', 'rankin.rank'),
    formula('standing-part', 'ranking.place'),
    formula('standing-arguments', 'ranking.rank(period - 1)'),
    league('read-not-allowed', '/period/ends', { '/period/ends': 'yearEnd(total)' }),
    indicator('unbound-key', { per: ['unit'], is: 'total' }, '/is'),
    conduct('unbound-passed', '/indicators/extra/is', {
      '/indicators/told': { per: ['pupil'], with: ['days'], is: 'days' },
      '/indicators/read': {
        per: ['pupil'],
        of: { kind: 'events', type: 'homework.missed', value: 'told' },
        reduce: 'sum',
      },
      '/indicators/extra': { per: ['pupil'], is: 'told' },
    }),
    formula('operand-type', 'today + 1'),
    formula('operands-differ', "total == 'a' ? 1 : 0"),
    indicator('operands-differ', { per: ['unit'], is: "'no ' + 1" }, '/is'),
    indicator('operands-differ', { per: ['unit'], is: 'unit + 1' }, '/is'),
    conduct('units-differ', '/rules/0/event/params/points', { '/rules/0/event/params/points': 'days + base' }),
    league('result-type', '/rules/1/at', { '/rules/1/at': '1 + 1' }),
    formula('argument-count', 'round(total)'),
    formula('argument-type', 'year(now)'),
    conduct('passed-type', '/indicators/read/of/value', {
      '/vocabulary/events/extra': {
        fields: { pupil: { kind: 'key', is: 'subject' }, days: { kind: 'text', optional: true } },
      },
      '/indicators/told': { per: ['pupil'], with: ['days'], is: 'known(days) ? 1 : 0' },
      '/indicators/extra': { per: ['pupil'], of: { kind: 'events', type: 'extra', value: 'told' }, reduce: 'sum' },
      '/indicators/read': {
        per: ['pupil'],
        of: { kind: 'events', type: 'homework.missed', value: 'told' },
        reduce: 'sum',
      },
    }),
    formula('literal-date', "date('2026-02-30') < today ? 1 : 0"),
    formula('literal-instant', "now < 'May' ? 1 : 0"),
    formula('seconds-of-now', "seconds('2026-03-01T00:00:00Z', now)"),
    older('becomes-circle', '/becomes/type', { becomes: { type: 'deed.v1' } }),
    older('becomes-more', '/finding', { finding: true }),
    older('becomes-computed', '/becomes/data/term', {
      becomes: { type: 'deed.done', data: { worth: '1', term: '2026' } },
    }),
    older('becomes-missing', '/becomes', { fields: {} }),
    older('becomes-kind', '/becomes', { fields: { worth: { kind: 'text' } } }),
    older('name-later', '/becomes/data/worth', {
      fields: { twice: { kind: 'number', is: '2' } },
      becomes: { type: 'deed.done', data: { worth: 'twice' } },
    }),
    conduct('becomes-engine', '/vocabulary/events/meritlog.event.voided/becomes', {
      '/vocabulary/events/meritlog.event.voided': {
        fields: { worth: { kind: 'number' } },
        becomes: { type: 'deed.done' },
      },
    }),
    conduct('becomes-list', '/vocabulary/events/homework.v1/becomes/data/marks', {
      '/vocabulary/events/homework.v1': {
        becomes: { type: 'homework.missed', data: { severity: "'minor'", days: '1', marks: '1' } },
      },
    }),
    conduct('becomes-choices', '/vocabulary/events/homework.v1/becomes/data', {
      '/vocabulary/events/homework.v1': {
        fields: { severity: { kind: 'choice', of: ['minor', 'great'] } },
        becomes: { type: 'homework.missed', data: { days: '1' } },
      },
    }),
    conduct('type-older', '/indicators/deeds/of/type/1', {
      '/vocabulary/events/deed.v1': { fields: { worth: { kind: 'number' } }, becomes: { type: 'deed.done' } },
      '/indicators/deeds/of/type': ['deed.done', 'deed.v1'],
    }),
    calendar('calendar-span', '/until', { until: '2026-01-01' }),
    calendar('calendar-day-outside', '/holidays/0', { holidays: ['2027-01-01'] }),
    calendar('calendar-day-both', '/workdays/0', { holidays: ['2026-10-01'], workdays: ['2026-10-01'] }),
    calendar('bad-date', '/from', { from: '2026-02-30' }),
    calendar('wrong-size', '/weekend/1', { weekend: [6, 8] }),
    formula('calendar-unknown', "workdays(today, today, 'ch')"),
    formula('calendar-literal', 'workdays(today, today, text(1))'),
    formula('argument-count', 'workdays(today, today)'),
    of('choice-unknown', { ...card, where: { colour: 'yelow' }, value: 1 }, '/of/where/colour'),
    conduct('list-as-value', '/rules/0/event/params/points', { '/rules/0/event/params/points': 'marks + 1' }),
    formula('list-alone', '[1, 2]'),
    formula('in-list', 'total in total ? 1 : 0'),
    when('condition-shape', '/all/0', { all: [3] }),
    when('condition-words', '', { all: [fact('days', 'equal', 1)], any: [fact('days', 'equal', 1)] }),
    when('condition-empty', '/any', { any: [] }),
    when('condition-too-big', '/all/499', { all: Array.from({ length: 501 }, () => fact('days', 'equal', 1)) }),
    when('condition-priority', '/all/0/priority', { all: [{ ...fact('days', 'equal', 1), priority: 2 }] }),
    when('condition-path', '/all/0/path', { all: [{ ...fact('days', 'equal', 1), path: '$..[?(@.x)]' }] }),
    when('condition-params', '/all/0/params', { all: [{ ...fact('days', 'equal', 1), params: {} }] }),
    when('condition-name', '/condition', { condition: 'lat' }),
    conduct('condition-recursion', '/conditions/late', { '/conditions/late': { not: { condition: 'late' } } }),
    conduct('condition-recursion', '/conditions/unused', { '/conditions/unused': { all: [{ condition: 'unused' }] } }),
    when('condition-fact-name', '/fact', fact('process.exit()', 'equal', 1)),
    when('condition-fact-unknown', '/fact', fact('dayz', 'equal', 1)),
    when('condition-operator', '/operator', fact('days', 'greaterThn', 1)),
    when('condition-operator-type', '/operator', fact('severity', 'lessThan', 'x')),
    when('condition-presence', '/value', fact('due', 'present', false)),
    when('condition-list', '/value', fact('days', 'in', [])),
    when('condition-value', '/value', fact('days', 'equal', null)),
    when('condition-value-type', '/value', fact('days', 'equal', 'many')),
    when('condition-unguarded', '/any/0/fact', {
      any: [fact('due', 'greaterThan', '2026-01-01'), fact('due', 'absent', true)],
    }),
    conduct('condition-unguarded', '/rules/0/where', { '/rules/0/where': "due > date('2026-01-01')" }),
    conduct('result-type', '/rules/0/where', { '/rules/0/where': 'days + 1' }),
    conduct('name-unknown', '/rules/0/where', { '/rules/0/where': 'dayz > 1 || days > 2' }),
    conduct('condition-unguarded', '/rules/0/where', { '/rules/0/where': 'unknown' }),
    of('event-type-unknown', { kind: 'events', type: 'card.show', value: 1 }, '/of/type'),
    league('event-type-reserved', '/vocabulary/events/meritlog.other', { '/vocabulary/events/meritlog.other': {} }),
    rule('field-unknown', '/event/params/fields/color', {
      event: { type: 'issue', params: { type: 'card.shown', fields: { colour: 'colour', color: "'red'" } } },
    }),
    league('field-key', '/vocabulary/events/season.closed/fields/seasn', {
      '/vocabulary/events/season.closed/fields/seasn': { kind: 'key' },
    }),
    league('field-hides-key', '/vocabulary/events/season.closed/fields/group/kind', {
      '/vocabulary/events/season.closed/fields/group': { kind: 'text' },
    }),
    league('field-list-computed', '/vocabulary/events/season.closed/fields/all/is', {
      '/vocabulary/events/season.closed/fields/all': { kind: 'list', is: 'id' },
    }),
    league('field-path-and-is', '/vocabulary/events/season.closed/fields/all/path', {
      '/vocabulary/events/season.closed/fields/all': { kind: 'text', is: 'id', path: '$.a' },
    }),
    league('field-bounds', '/vocabulary/events/season.closed/fields/all/max', {
      '/vocabulary/events/season.closed/fields/all': { kind: 'number', min: 3, max: '2.5' },
    }),
    league('field-bounds-computed', '/vocabulary/events/season.closed/fields/all/min', {
      '/vocabulary/events/season.closed/fields/all': { kind: 'number', is: 1, min: 0, max: 2 },
    }),
    league('field-bounds-text', '/vocabulary/events/season.closed/fields/all/max', {
      '/vocabulary/events/season.closed/fields/all': { kind: 'list', max: 2 },
    }),
    league('key-unknown', '/vocabulary/events/season.closed/fields/all/of', {
      '/vocabulary/events/season.closed/fields/all': { kind: 'list', of: 'unti' },
    }),
    league('field-of-number', '/vocabulary/events/season.closed/fields/all/of', {
      '/vocabulary/events/season.closed/fields/all': { kind: 'text', of: 'period' },
    }),
    league('field-of-computed', '/vocabulary/events/season.closed/fields/all/of', {
      '/vocabulary/events/season.closed/fields/all': { kind: 'text', of: 'unit', is: 'type' },
    }),
    league('field-of-unregistered', '/vocabulary/events/season.closed/fields/all/of', {
      '/vocabulary/events/season.closed/fields/all': { kind: 'list', of: 'unit' },
      '/vocabulary/events/unit.registered/registers': false,
    }),
    league('field-path', '/vocabulary/events/season.closed/fields/all/path', {
      '/vocabulary/events/season.closed/fields/all': { kind: 'text', path: '$.a[?(@.b)]' },
    }),
    league('card-field', '/vocabulary/events/card.shown/card/colour', {
      '/vocabulary/events/card.shown/card/colour': 'lastDay',
    }),
    league('table-row', '/tables/cardPoints/rows/red', { '/tables/cardPoints/rows/red': 3 }),
    league('table-value', '/tables/cardPoints/rows/red/active', { '/tables/cardPoints/rows/red/active': { a: 1 } }),
    conduct('table-cell', '/tables/stepped/rows/low', { '/tables/stepped': { by: ['score>='], rows: { low: 1 } } }),
    league('cohort-unknown', '/standings/ranking/among', { '/standings/ranking/among': 'pers' }),
    league('cohort-key', '/cohorts/field/in/event', { '/cohorts/field/in/event': 'card.shown' }),
    of('indicator-unknown', { kind: 'parts', parts: ['totl'] }, '/of/parts/0'),
    indicator('indicator-body', { is: 1, of: { kind: 'given' }, reduce: 'sum' }),
    indicator('formula-with-measure', { is: 1, reduce: 'sum' }, '/reduce'),
    of('value-missing', card, '/of/value'),
    of('reduce-type', { ...card, value: 'colour' }, '/reduce'),
    of('zero-type', { ...card, value: 'colour' }, '/missing', { reduce: 'latest', missing: 'zero' }),
    of('order-type', { ...card, value: 'colour' }, '/take/keep/best', {
      reduce: 'latest',
      take: { keep: { best: 1 } },
    }),
    of('drop-where', { kind: 'parts', parts: ['total'] }, '/take/drop/where', {
      take: { drop: { worst: 1, where: 'period > 1' } },
    }),
    of('optimal-mean', { ...card, value: 1 }, '/take/drop/optimal', { take: { drop: { worst: 1, optimal: true } } }),
    of('optimal-mean', { ...card, value: 1 }, '/take/drop/optimal', {
      take: { drop: { worst: 1, optimal: true } },
      reduce: { kind: 'mean', power: 2 },
    }),
    of('optimal-worst', { ...card, value: 1 }, '/take/drop/optimal', {
      take: { drop: { best: 1, worst: 1, optimal: true } },
      reduce: 'mean',
    }),
    of('name-unknown', { ...card, value: 1 }, '/take/drop/where', {
      take: { drop: { worst: 1, where: 'collour == 1' } },
    }),
    of('weight-unused', { ...card, value: 1, weight: 2 }, '/of/weight', { reduce: 'max' }),
    of('decay-weights', { ...card, value: 1, weight: 2 }, '/of/weight', { reduce: { kind: 'decay', weight: '0.5' } }),
    of('decay-weights', { kind: 'parts', parts: ['total', { indicator: 'cards', weight: 1 }] }, '/of/parts/1/weight', {
      reduce: { kind: 'decay', weight: '0.5' },
    }),
    of('power-literal', { ...card, value: 1 }, '/reduce/power', { reduce: { kind: 'mean', power: 'total' } }),
    of('reduce-type', { ...card, value: 'colour' }, '/reduce', { reduce: { kind: 'mean', power: 2 } }),
    of('reduce-type', { ...card, value: 'colour' }, '/reduce', { reduce: { kind: 'decay', weight: 1 } }),
    of('result-type', { ...card, value: 1 }, '/reduce/weight', { reduce: { kind: 'decay', weight: "'a'" } }),
    of('name-out-of-scope', { ...card, value: 1 }, '/reduce/weight', {
      reduce: { kind: 'decay', weight: 'weekday(date(time)) / 7' },
    }),
    of('missing-key', { ...card, value: 1 }, '/reduce/weight', { reduce: { kind: 'decay' } }),
    of('not-one-of', { ...card, value: 1 }, '/reduce/kind', { reduce: { kind: 'decai', weight: 1 } }),
    of('wrong-type', { ...card, value: 1 }, '/reduce', { reduce: 3 }),
    of('given-by-none', { kind: 'given' }, '/of'),
    indicator(
      'with-unread',
      { with: ['colour'], of: { ...card, where: "colour == 'red'" }, reduce: 'count' },
      '/with/0',
    ),
    of('part-type', { kind: 'parts', parts: ['band'] }, '/of/parts/0'),
    conduct('parts-full', '/indicators/total/of/parts', {
      '/indicators/total/full': 200,
      '/indicators/total/code': '1.2',
    }),
    of('parts-weights', { kind: 'parts', parts: [{ indicator: 'total', weight: 0.5 }] }, '/of/parts', {
      reduce: 'mean',
    }),
    of('parts-weight-missing', { kind: 'parts', parts: [{ indicator: 'total', weight: 1 }, 'cards'] }, '/of/parts/1', {
      reduce: 'mean',
    }),
    of('keep-one', { ...card, value: 1 }, '/take/keep', { take: { keep: { best: 1, worst: 1 } } }),
    of('window-open', { ...card, value: 1 }, '/take/window', { take: { window: {} } }),
    of('window-by-alone', { ...card, value: 1 }, '/take/window/by', {
      take: { window: { by: 'time', after: 'lastCard' } },
    }),
    of('indicator-unknown', { ...card, value: 1 }, '/take/window/after', { take: { window: { after: 'totl' } } }),
    of('pick-none', { ...card, value: 1 }, '/take/window/before', { take: { window: { before: 'total' } } }),
    of('pick-members', { kind: 'parts', parts: ['total'] }, '/take/window/after', {
      take: { window: { after: 'lastCard' } },
    }),
    of('unbound-key', { ...card, value: 1 }, '/take/window/after', {
      per: ['period'],
      take: { window: { after: 'lastCard' } },
    }),
    of('cycle', { ...card, value: 1 }, '', { reduce: 'first', take: { window: { after: 'extra' } } }),
    of('window-by-missing', { kind: 'each', key: 'contest', value: 'contestPoints' }, '/take/window/by', {
      take: { window: { from: 'now' } },
    }),
    of('each-key-bound', { kind: 'each', key: 'unit', in: { kind: 'values', values: ['a'] }, value: 1 }, '/of/key'),
    of(
      'each-cohort-key',
      { kind: 'each', key: 'contest', in: { kind: 'cohort', cohort: 'peers' }, value: 1 },
      '/of/in/cohort',
    ),
    of('each-without-source', { kind: 'each', key: 'contest', value: 1 }, '/of'),
    of('range-key', { kind: 'each', key: 'contest', in: { kind: 'range', from: 1, to: 2 }, value: 1 }, '/of/in/kind'),
    indicator(
      'result-type',
      {
        per: ['unit'],
        of: { kind: 'each', key: 'period', in: { kind: 'range', from: 'today', to: 2 }, value: 1 },
        reduce: 'sum',
      },
      '/of/in/from',
    ),
    of(
      'domain-list',
      { kind: 'each', key: 'contest', in: { kind: 'events', type: 'card.shown', list: 'colour' }, value: 1 },
      '/of/in/list',
    ),
    conduct('domain-list-type', '/indicators/extra/of/in/list', {
      '/indicators/extra': {
        per: ['term'],
        of: { kind: 'each', key: 'pupil', in: { kind: 'events', type: 'homework.missed', list: 'marks' }, value: 1 },
        reduce: 'sum',
      },
    }),
    indicator('map-type', { is: "'a'", map: { kind: 'round', digits: 1 } }, '/map'),
    indicator(
      'curve-order',
      {
        is: 1,
        map: {
          kind: 'linear',
          points: [
            [1, 2],
            [1, 3],
          ],
        },
      },
      '/map/points/1',
    ),
    indicator('rank-key', { per: ['period'], is: 1, map: [{ kind: 'rank', among: 'peers' }] }, '/map/0/among'),
    indicator('bands-type', { is: "'a'", bands: [{ id: 'a' }] }, '/bands'),
    conduct('band-order', '/indicators/total/bands/1/from', { '/indicators/total/bands/1/from': 95 }),
    conduct('band-empty', '/indicators/total/bands/0/below', { '/indicators/total/bands/0/below': 90 }),
    conduct('band-gap', '/indicators/total/bands/1/below', { '/indicators/total/bands/1/below': 85 }),
    conduct('band-overlap', '/indicators/total/bands/1/below', { '/indicators/total/bands/1/below': 95 }),
    conduct('band-hides', '/indicators/total/bands/1', { '/indicators/total/bands/1/from': undefined }),
    rule('trigger-unknown', '/on', { on: 'card.shwn' }),
    conduct('rule-without-basis', '/rules/2/basis', { '/rules/2/basis': undefined }),
    conduct('rule-basis-advised', '/rules/0/basis', { '/rules/0/basis': undefined }),
    conduct('rule-unknown', '/rules/0/unless/0', { '/rules/0/unless/0': 'excuse' }),
    rule('rule-other-trigger', '/unless/0', { unless: ['absent'] }),
    conduct('rule-order-cycle', '/rules/0', {
      '/rules/1/unless': ['late-homework'],
      '/rules/0/event/params/to': 'homework',
    }),
    rule('effect-at', '/at', { at: 'today', event: { type: 'void', params: { event: 'id' } } }),
    rule('effect-for', '/for', { for: 'peers', event: { type: 'void', params: { event: 'id' } } }),
    rule('effect-on-standing', '/event', { on: 'ranking' }),
    league('standing-for', '/rules/3/for', { '/rules/3/for': 'peers' }),
    conduct('give-target', '/rules/0/event/params/to', { '/rules/0/event/params/to': 'deeds' }),
    conduct('give-keys', '/rules/3/event/params/to', {
      '/rules/3': {
        name: 'x',
        basis: 'x',
        on: 'pupil.joined',
        event: { type: 'give', params: { to: 'homework', points: 1 } },
      },
    }),
    conduct('limit-empty', '/rules/2/event/params', { '/rules/2/event/params/max': undefined }),
    conduct('limit-type', '/rules/2/event/params/indicator', { '/rules/2/event/params/indicator': 'lastDue' }),
    rule('target-one', '/event/params', { event: { type: 'void', params: {} } }),
    rule('items-not-events', '/event/params/items', { event: { type: 'void', params: { items: 'total' } } }),
    rule('issue-computed', '/event/params/fields/lastDay', {
      event: { type: 'issue', params: { type: 'card.shown', fields: { colour: 'colour', lastDay: 'today' } } },
    }),
    conduct('issue-list', '/rules/3/event/params/fields/marks', {
      '/rules/3': {
        name: 'x',
        basis: 'x',
        on: 'homework.missed',
        event: {
          type: 'issue',
          params: { type: 'homework.missed', fields: { severity: 'severity', days: 1, marks: 1 } },
        },
      },
    }),
    rule('each-list', '/event/params/each', {
      event: { type: 'issue', params: { type: 'season.closed', each: 'colour' } },
    }),
    conduct('each-list', '/rules/3/event/params/each', {
      '/rules/3': {
        name: 'x',
        basis: 'x',
        on: 'homework.missed',
        event: {
          type: 'issue',
          params: { type: 'homework.missed', each: 'mark', fields: { severity: 'severity', days: 'item' } },
        },
      },
    }),
    conduct('result-type', '/rules/3/event/params/fields/days', {
      '/rules/3': {
        name: 'x',
        basis: 'x',
        on: 'homework.missed',
        event: {
          type: 'issue',
          params: { type: 'homework.missed', each: ['minor'], fields: { severity: 'item', days: 'item' } },
        },
      },
    }),
    conduct('item-outside', '/rules/3/event/params/fields/days', {
      '/rules/3': {
        name: 'x',
        basis: 'x',
        on: 'homework.missed',
        event: {
          type: 'issue',
          params: { type: 'homework.missed', fields: { severity: 'severity', days: 'position' } },
        },
      },
    }),
    rule('issue-field-missing', '/event/params/fields', {
      event: { type: 'issue', params: { type: 'card.shown' } },
    }),
    ...keysOfStandings(league),
    league('band-total', '/standings/ranking/bands/0/from', {
      '/standings/ranking/total': undefined,
      '/standings/ranking/by/0/is': 'today',
      '/standings/ranking/bands': [{ id: 'excellent', from: 1 }],
    }),
    league('award-unknown', '/standings/ranking/awards/1/exclusive/0', {
      '/standings/ranking/awards/1/exclusive/0': 'modl',
    }),
    league('award-later', '/standings/ranking/awards/0/exclusive/0', {
      '/standings/ranking/awards/0/exclusive': ['progress'],
    }),
    ...REFUSED_PROCEDURES.map(([code, at, changes]): Case => ({ code, at, of: CARDS, changes })),
  ];
}

function keysOfStandings(league: (code: string, at: string, changes: Changes) => Case): readonly Case[] {
  const key = (code: string, at: string, body: Json): Case =>
    league(code, `/standings/ranking/by/1${at}`, { '/standings/ranking/by/1': body });
  const texts = {
    per: ['unit', 'period'],
    of: { kind: 'events', type: 'card.shown', value: 'colour' },
    reduce: 'count',
  };
  const among = { types: ['card.shown'], fields: ['unit'] };
  const keyed = (edge: string | undefined, ...then: readonly JsonObject[]): JsonObject =>
    edge === undefined ? { then } : { edge, then };
  const block = (code: string, at: string, body: JsonObject): Case =>
    key(code, at, { among, by: [{ is: 'yellows' }], ...body });
  return [
    block('among-part', '/order', { order: 'asc' }),
    key('missing-key', '/by', { among }),
    block('among-inside', '/by/0/among', { by: [{ is: 'yellows', among }] }),
    block('among-field', '/among/fields/0', { among: { ...among, fields: ['units'] } }),
    block('among-field-type', '/among/fields/0', { among: { ...among, fields: ['lastDay'] } }),
    block('event-type-unknown', '/among/types/0', { among: { ...among, types: ['card.show'] } }),
    block('key-twice', '/by/1/is', { by: [{ is: 'yellows' }, { is: 'yellows', order: 'asc' }] }),
    block('not-one-of', '/by/0/unknown', { by: [{ is: 'yellows', unknown: 'unranked' }] }),
    block('result-type', '/if', { if: 'tied' }),
    key('key-part', '/by', { is: 'yellows', by: [{ is: 'cards' }] }),
    league('cycle', '/standings/ranking', {
      '/standings/ranking/awards/1/by/0': { among, by: [{ is: 'ranking.rank' }] },
    }),
    ...[
      ['next-key-then', '/edge', { edge: 'next-key' }],
      ['then-edge', '/then', keyed('extend', { is: 'yellows' })],
      ['then-edge', '/then', keyed(undefined, { is: 'yellows' })],
      ['among-inside', '/then/0/among', keyed('next-key', { is: 'yellows', among })],
      ['key-twice', '/then/1/is', keyed('next-key', { is: 'yellows' }, { is: 'yellows', order: 'asc' })],
      ['award-read', '/where', { where: 'ranking.progress > 0' }],
      ['award-read', '/by/0', { by: [{ is: 'ranking.model' }] }],
      ['award-read', '/then/0', keyed('next-key', { is: 'ranking.progress' })],
      ['standing-part', '/where', { where: 'ranking.progres == 1' }],
    ].map(([code = '', at = '', body = {}]) =>
      league(String(code), `/standings/ranking/awards/0${at}`, {
        '/standings/ranking/awards/0': { id: 'model', where: 'total > 950', quota: 3, ...(body as JsonObject) },
      }),
    ),
    league('not-one-of', '/standings/ranking/bands/0/edge', { '/standings/ranking/bands/0/edge': 'split' }),
    league('wrong-type', '/standings/ranking/unranked', { '/standings/ranking/unranked': 'panelCount == 0' }),
    league('missing-key', '/standings/ranking/unranked/1/label', {
      '/standings/ranking/unranked': [{ where: 'panelCount == 0', label: 'newcomer' }, { where: 'total < 0' }],
    }),
    league('name-out-of-scope', '/standings/ranking/bands/0/where', {
      '/standings/ranking/bands/0/where': 'taken == 0',
    }),
    key('key-one', '', { order: 'asc' }),
    key('key-one', '', { is: 'total', items: 'contests', name: 'both' }),
    key('key-part', '/depth', { is: 'yellows', depth: 3 }),
    key('key-twice', '/is', { is: 'total', order: 'asc' }),
    key('key-twice', '/name', { is: 'yellows', name: 'total' }),
    key('indicator-unknown', '/items', { items: 'contest' }),
    key('items-formula', '/items', { items: 'total', name: 'totals' }),
    key('items-sort', '/sort', { items: 'cards', sort: 'key' }),
    key('unbound-key', '/items', { items: 'panelMean' }),
    key('result-type', '/if', { is: 'yellows', if: 'tied + place' }),
    key('unbound-key', '/if', { is: 'yellows', if: 'yellows > 0' }),
    key('name-out-of-scope', '/is', { is: 'yellows + place' }),
    key('not-a-number', '/pad', { items: 'cards', pad: 'nought' }),
    league('items-type', '/standings/ranking/by/1/items', {
      '/indicators/texts': texts,
      '/standings/ranking/by/1': { items: 'texts' },
    }),
  ];
}
