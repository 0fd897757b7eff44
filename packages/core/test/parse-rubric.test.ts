import { describe, expect, test } from 'vitest';
import type { Json } from '../src/model/json.js';
import type { EditionModel } from '../src/model/rubric.js';
import { parseRubric } from '../src/parse/rubric.js';
import { rubricJsonSchema } from '../src/parse/rubric-schema.js';
import { CONDUCT, CONDUCT_AMENDED, LEAGUE } from './parse-samples.js';

/** The editions of a rubric that is right. */
function editionsOf(input: string | Json): readonly EditionModel[] {
  const result = parseRubric(input);
  expect(result.ok ? result.warnings : result.problems).toEqual([]);
  return result.ok ? result.value.editions : [];
}

describe('a rubric becomes a model', () => {
  test('in which indicators follow what they read', () => {
    const [edition] = editionsOf(LEAGUE);
    const names = [...(edition?.indicators.keys() ?? [])];
    expect(names.indexOf('contests')).toBeGreaterThan(names.indexOf('contestPoints'));
    expect(names.indexOf('total')).toBeGreaterThan(names.indexOf('cards'));
  });

  test('in which `each` runs over the events that its value reads', () => {
    const [edition] = editionsOf(LEAGUE);
    const body = edition?.indicators.get('contests')?.body;
    const source = body?.kind === 'measure' ? body.of : undefined;
    expect(source?.kind === 'each' ? source.domain : undefined).toEqual({ kind: 'sources', types: ['contest.scored'] });
  });

  test('in which short forms are expanded and keep their text', () => {
    const [edition] = editionsOf(LEAGUE);
    const body = edition?.indicators.get('yellows')?.body;
    const source = body?.kind === 'measure' && body.of.kind === 'events' ? body.of : undefined;
    expect(source?.where?.text).toBe("colour == 'yellow' && state == 'active'");
    expect(edition?.standings.get('ranking')?.bands[1]?.where?.text).toBe('total >= 600 && total < 900');
  });

  test('that nobody can change', () => {
    const [edition] = editionsOf(CONDUCT);
    expect(Object.isFrozen(edition?.indicators.get('total'))).toBe(true);
    expect(Object.isFrozen(edition?.rules.get('excused')?.effect)).toBe(true);
  });

  test('in which an overlay changes what it names and nothing else', () => {
    const [first, second] = editionsOf(JSON.stringify(CONDUCT_AMENDED));
    expect([...(second?.rules.keys() ?? [])]).toEqual([...(first?.rules.keys() ?? [])]);
    expect(second?.rules.get('late-homework')?.unless).toEqual([]);
    expect(second?.tables.get('weightOf')?.rows.map((row) => row.value)).toEqual([1, 3]);
    expect(second?.digest).not.toBe(first?.digest);
    expect(editionsOf(CONDUCT)[0]?.digest).toBe(first?.digest);
  });

  test('in which a passed value is what its name stands for at the reader', () => {
    const since = {
      per: ['pupil'],
      with: ['time'],
      of: { kind: 'events', type: 'deed.done', where: 'time < outer.time', value: 'worth' },
      reduce: 'sum',
      missing: 'skip',
    };
    const reader = {
      name: 'x',
      basis: 'x',
      on: 'deed.done',
      where: { earlier: { greaterThan: 3 } },
      event: { type: 'give', params: { to: 'homework', points: 'earlier' } },
    };
    const [edition] = editionsOf({
      ...CONDUCT,
      indicators: { ...CONDUCT.indicators, earlier: since },
      rules: [...CONDUCT.rules, reader],
    });
    expect(edition?.indicators.get('earlier')?.with).toEqual([{ name: 'time', type: 'instant' }]);
    const effect = edition?.rules.get('x')?.effect;
    expect(effect?.kind === 'give' ? effect.points.expr : undefined).toMatchObject({
      kind: 'indicator',
      passes: [{ kind: 'context', name: 'time' }],
    });
  });
});

describe('problems', () => {
  test('of a text have a line, a column and the file', () => {
    const text = JSON.stringify({ ...CONDUCT, subject: 'pupl' }, null, 2);
    const result = parseRubric(text, { file: 'rubric.json' });
    const [first] = result.ok ? [] : result.problems;
    expect(first).toMatchObject({ code: 'key-unknown', pointer: '/subject', file: 'rubric.json', column: 14 });
    expect(text.split('\n')[(first?.line ?? 0) - 1]).toContain('pupl');
  });

  test('of the parent are told once, where the parent wrote them', () => {
    const bad = { ...CONDUCT, indicators: { ...CONDUCT.indicators, trend: { per: ['pupil'], is: 'base + ' } } };
    const result = parseRubric([bad, ...CONDUCT_AMENDED.slice(1)]);
    expect(result.ok ? [] : result.problems.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['formula-syntax', '/0/indicators/trend/is'],
    ]);
  });

  test('are all told at once, and none follows from another', () => {
    const result = parseRubric({
      ...CONDUCT,
      subject: 'pupl',
      indicators: {
        ...CONDUCT.indicators,
        base: { full: 80, per: ['pupil', 'term'], is: 'x', reduec: 1 },
        deeds: { is: '1 +' },
      },
    });
    const codes = result.ok ? [] : result.problems.map(({ code, pointer }) => `${code} ${pointer}`);
    expect(codes.sort()).toEqual([
      'formula-syntax /indicators/deeds/is',
      'key-unknown /subject',
      'unknown-key /indicators/base/reduec',
    ]);
  });
});

test('the JSON Schema describes the slots in both languages', () => {
  const schema = JSON.stringify(rubricJsonSchema());
  expect(schema).toContain('"$schema":"https://json-schema.org/draft/2020-12/schema"');
  expect(schema).toMatch(/What is measured\.\\n衡量的对象。/);
});
