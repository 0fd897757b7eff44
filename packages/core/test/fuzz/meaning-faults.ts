import { isJsonObject, type Json, type JsonObject } from '../../src/model/json.js';
import { type Fault, type Faults, planted } from './fault.js';
import { withIndicator, withRule } from './name-faults.js';
import { keysAt, rulesOf } from './shape-faults.js';
import { objectAt, type Path, valueAt } from './tree.js';

/** A type of the vocabulary that has a plain field of a kind, and that field. */
function fieldOf(
  document: JsonObject,
  fits: (field: JsonObject) => boolean,
): { type: string; name: string } | undefined {
  for (const type of Object.keys(objectAt(document, ['vocabulary', 'events']))) {
    for (const [name, field] of Object.entries(objectAt(document, ['vocabulary', 'events', type, 'fields']))) {
      if (isJsonObject(field) && field.is === undefined && fits(field)) return { type, name };
    }
  }
  return undefined;
}

const firstType = (document: JsonObject): string => Object.keys(objectAt(document, ['vocabulary', 'events']))[0] ?? '';

const consequence: JsonObject = { type: 'consequence', params: { what: 'a talk' } };

/** A rule on the first event type with these conditions. */
function when(at: Path, conditions: Json): Fault {
  return withRule(['conditions', ...at], (document) => ({ on: firstType(document), conditions, event: consequence }));
}

const fact = (name: string, operator: string, value: Json): JsonObject => ({ fact: name, operator, value });
const bands = (...all: JsonObject[]): JsonObject => ({ is: '1', bands: all });

function withBoth(group: string, at: Path, members: JsonObject): Fault {
  return (soil) => {
    const all = { ...objectAt(soil.document, [group]), ...members };
    const places = Object.keys(members).map((name) => [group, name, ...at]);
    return planted(soil, [group], all, 'at', places);
  };
}

/** Faults in what a rubric means. */
export const MEANING_FAULTS: Faults = {
  'values in a circle': withBoth('indicators', [], { loopA: { is: 'loopB + 1' }, loopB: { is: 'loopA' } }),
  'definitions in a circle': withBoth('define', ['is'], { loopA: { is: 'loopB + 1' }, loopB: { is: 'loopA' } }),
  'conditions in a circle': withBoth('conditions', [], {
    loopA: { not: { condition: 'loopB' } },
    loopB: { condition: 'loopA' },
  }),
  'a rule that gives way to itself': withRule([], (document) => ({
    on: firstType(document),
    unless: ['planted'],
    event: consequence,
  })),
  'a gap between bands': withIndicator(['bands', 1, 'below'], bands({ id: 'a', from: 9 }, { id: 'b', below: 8 })),
  'bands that overlap': withIndicator(['bands', 1, 'below'], bands({ id: 'a', from: 9 }, { id: 'b', below: 9.5 })),
  'bands out of order': withIndicator(['bands', 1, 'from'], bands({ id: 'a', from: 9 }, { id: 'b', from: 10 })),
  'a band twice': withIndicator(['bands', 1, 'id'], bands({ id: 'a', from: 9 }, { id: 'a' })),
  'a band that hides others': withIndicator(['bands', 0], bands({ id: 'a' }, { id: 'b', from: 1 })),
  'points that do not add up': withIndicator(
    ['of', 'parts'],
    { full: 31, of: { kind: 'parts', parts: ['partA', 'partB'] }, reduce: 'sum' },
    { partA: { full: 10, is: '10' }, partB: { full: 20, is: '20' } },
  ),
  'weights that do not add up': withIndicator(
    ['of', 'parts'],
    {
      of: {
        kind: 'parts',
        parts: [
          { indicator: 'partA', weight: '0.3' },
          { indicator: 'partB', weight: '0.6' },
        ],
      },
      reduce: 'mean',
    },
    { partA: { is: '10' }, partB: { is: '20' } },
  ),
  'a formula and a measure at once': withIndicator([], { is: '1', of: { kind: 'given' }, reduce: 'sum' }),
  'neither formula nor measure': withIndicator([], { unit: 'points' }),
  'entries of a curve out of order': withIndicator(['map', 'steps', 1], {
    is: '1',
    map: {
      kind: 'steps',
      steps: [
        { from: 1, value: 1 },
        { from: 1, value: 2 },
      ],
    },
  }),
  'a measure without a value': (soil, tape) =>
    withIndicator(['of', 'value'], { of: { kind: 'events', type: firstType(soil.document) }, reduce: 'sum' })(
      soil,
      tape,
    ),
  'two ways to keep': (soil, tape) =>
    withIndicator(['take', 'keep'], {
      of: { kind: 'events', type: firstType(soil.document), value: 1 },
      take: { keep: { best: 1, worst: 1 } },
      reduce: 'sum',
    })(soil, tape),
  'a key without a value': (soil, tape) => {
    const bound = keysAt(soil.document, ['indicators']).find(
      (path) =>
        valueAt(soil.document, [...path, 'per']) !== undefined &&
        valueAt(soil.document, [...path, 'with']) === undefined,
    );
    return bound && withIndicator(['is'], { is: String(bound.at(-1)) })(soil, tape);
  },
  'a choice that is none': (soil, tape) => {
    const found = fieldOf(soil.document, (field) => field.kind === 'choice' && field.of !== undefined);
    if (found === undefined) return undefined;
    const of = { kind: 'events', type: found.type, where: { [found.name]: 'nosuchchoice' } };
    return withIndicator(['of', 'where', found.name], { of, reduce: 'count' })(soil, tape);
  },
  'a name of two things': (soil, tape) => {
    const found = fieldOf(soil.document, (field) => field.kind !== 'key');
    return found && withBoth('tables', [], { [found.name]: { by: ['a'], rows: { a: 1 } } })(soil, tape);
  },
  'a name of the language': withBoth('indicators', [], { now: { is: '1' } }),
  'an empty any': when(['any'], { any: [] }),
  'an empty all': when(['all', 0, 'not', 'all'], { all: [{ not: { all: [] } }] }),
  'a priority': when(['priority'], { ...fact('id', 'equal', 'a'), priority: 1 }),
  'a path in a condition': when(['path'], { ...fact('id', 'equal', 'a'), path: '$..[?(@.a)]' }),
  'a script as a fact': when(['fact'], fact("constructor.constructor('x')()", 'equal', 1)),
  'an operator that does not fit': when(['any', 0, 'operator'], { any: [fact('id', 'greaterThan', 'a')] }),
  'a value of another type': when(['value'], fact('id', 'equal', 3)),
  'a list without values': when(['value'], fact('id', 'in', [])),
  'two words in one condition': when([], { all: [fact('id', 'equal', 'a')], any: [fact('id', 'equal', 'a')] }),
  'a condition that is none': when(['all', 0], { all: [3] }),
  'a fact without a guard': (soil, tape) => {
    const found = fieldOf(
      soil.document,
      ({ optional, kind }) => optional === true && (kind === 'number' || kind === 'text'),
    );
    if (found === undefined) return undefined;
    const kind = valueAt(soil.document, ['vocabulary', 'events', found.type, 'fields', found.name, 'kind']);
    const conditions = { not: fact(found.name, 'equal', kind === 'number' ? 1 : 'a') };
    const body = { on: found.type, conditions, event: consequence };
    return withRule(['conditions', 'not', 'fact'], () => body)(soil, tape);
  },
  'a script as a path': (soil) => {
    const fields = ['vocabulary', 'events', firstType(soil.document), 'fields', 'planted'];
    return planted(soil, fields, { kind: 'text', path: '$..[?(@.a)]' }, 'at', [[...fields, 'path']]);
  },
  'a veto without basis': (soil) => {
    const rules = rulesOf(soil.document).map((path) => valueAt(soil.document, path) ?? null);
    const indicator = Object.keys(objectAt(soil.document, ['indicators']))[0] ?? '';
    const event = { type: 'limit', params: { indicator, max: 0 } };
    const veto = { name: 'planted', on: firstType(soil.document), event };
    return planted(soil, ['rules'], [...rules, veto], 'at', [['rules', rules.length, 'basis']]);
  },
  'a limit on nothing': withRule(['event', 'params'], (document) => ({
    on: firstType(document),
    event: { type: 'limit', params: { indicator: Object.keys(Object(document.indicators))[0] ?? '' } },
  })),
  'points for what takes none': withRule(['event', 'params', 'to'], (document) => {
    const to = keysAt(document, ['indicators'])
      .find((path) => valueAt(document, [...path, 'is']) !== undefined)
      ?.at(-1);
    return to === undefined
      ? undefined
      : { on: firstType(document), event: { type: 'give', params: { to, points: 1 } } };
  }),
  'a rule twice': (soil) => {
    const [first] = rulesOf(soil.document);
    const rule = first && valueAt(soil.document, first);
    if (!isJsonObject(rule)) return undefined;
    const rules = [
      ...rulesOf(soil.document).map((path) => valueAt(soil.document, path) ?? null),
      { ...rule, unless: [] },
    ];
    const bare = Object.fromEntries(Object.entries(rule).filter(([key]) => key !== 'unless' && key !== 'overrides'));
    return planted(soil, ['rules'], [...rules.slice(0, -1), bare], 'at', [['rules', rules.length - 1, 'name']]);
  },
  'a wait that no effect has': withRule(['at'], (document) => ({
    on: firstType(document),
    at: "date('2026-01-01')",
    event: consequence,
  })),
};
