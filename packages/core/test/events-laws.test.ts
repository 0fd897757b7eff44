import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Ledger } from '../src/model/ledger.js';
import type { Result } from '../src/model/problem.js';
import { extendLedger, parseEvents } from '../src/parse/events.js';
import { admit } from '../src/parse/events-admit.js';
import { explain } from '../src/parse/events-explain.js';
import { Findings } from '../src/parse/events-findings.js';
import { sealed } from '../src/parse/events-seal.js';
import { doorOf } from '../src/parse/events-vocabulary.js';
import { JSON_LIMITS, readJson } from '../src/parse/json-text.js';
import { CLASS, event, eventType, field, rubric } from './events-model.js';

const odd = [
  undefined,
  null,
  '',
  'x',
  0,
  -0,
  0.1,
  1.2345678901234567,
  Number.NaN,
  true,
  [],
  ['a'],
  [1, 'b'],
  {},
  '\ud800',
];
const times = ['2026-03-02T08:00:00+08:00', '2026-03-02T00:00:00Z', '2026-03-02', '2026-02-30T00:00:00Z'];
const values = ['minor', 'grave', 'greave', '12.5', '1e2000', 3, '2026-03-02', '2026-13-02', ...times, ...odd];
const anyValue = fc.constantFrom<unknown>(...values);

const names = [
  'severity',
  'pages',
  'note',
  'due',
  'seen',
  'excused',
  'tags',
  'marks',
  'lesson',
  'place',
  'term',
  'pagse',
];
const place = fc.constantFrom<unknown>({ rooms: ['A'] }, { rooms: [1] }, { rooms: [] }, { floor: 2 }, 'A', ['A']);
const data = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...names), fc.oneof(anyValue, place), { maxKeys: 3 }),
    fc.constantFrom({}, { severity: 'minor', pages: 3 }),
  )
  .map(([some, rest]) => ({ ...rest, ...some }));

const attributes = [
  'specversion',
  'id',
  'source',
  'type',
  'subject',
  'time',
  'sequence',
  'recordedtime',
  'data',
  'dataschema',
];
const further = ['datacontenttype', 'traceparent', 'data_base64', '1a', 'constructor', 'Trace', 'e\u0301'];
const anyAttribute = fc.oneof(
  anyValue,
  fc.constantFrom<unknown>('1.0', 'application/json', 'homework.missed', 'meritlog.event.voided', 'homework.mised'),
  data,
);
const anyEvent = fc
  .tuple(data, fc.dictionary(fc.constantFrom(...attributes, ...further), anyAttribute, { maxKeys: 2 }))
  .map(([some, changes]): unknown => ({ ...event('e1', { data: some }), ...changes }));

function value(result: Result<Ledger>): Ledger {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

describe('The two ways through the door', () => {
  const door = doorOf(CLASS);

  test('agree on every event: the quick one refuses exactly where the slow one finds something', () => {
    fc.assert(
      fc.property(fc.oneof(anyEvent, anyValue), (raw) => {
        const findings = new Findings();
        explain(raw, 0, door, findings);
        expect(findings.none).toBe(admit(raw, door) !== undefined);
      }),
      { numRuns: 3000 },
    );
  });

  test('accept enough of the generated events for that to mean something', () => {
    const passed = fc
      .sample(anyEvent, { numRuns: 1000, seed: 20_260_301 })
      .filter((raw) => admit(raw, door) !== undefined).length;
    expect(passed).toBeGreaterThan(50);
    expect(passed).toBeLessThan(950);
  });

  test('accept what one edition accepts, and explain by the edition that asks for the fewest changes', () => {
    const two = rubric(
      [eventType('a', [field('x', 'number'), field('y', 'number')])],
      [eventType('a', [field('x', 'number'), field('z', 'text')])],
    );
    const given = (given: object) => parseEvents(two, [event('e', { type: 'a', data: given })]);
    expect(given({ x: 1, y: 2 }).ok).toBe(true);
    expect(given({ x: 1, z: '' }).ok).toBe(true);
    expect(given({ x: 1, y: 2, z: '' })).toMatchObject({ problems: [{ code: 'field-unknown', pointer: '/0/data/y' }] });
    expect(given({ x: '', y: 1 })).toMatchObject({ problems: [{ code: 'field-kind', pointer: '/0/data/x' }] });
  });
});

describe('A value of a program', () => {
  test('passes exactly where our reader takes its JSON', () => {
    const digits = fc.tuple(fc.integer({ min: -1e15, max: 1e15 }), fc.integer({ min: -330, max: 290 }));
    const number = fc.oneof(
      digits.map(([n, e]) => Number(`${n}e${e}`)),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    );
    const text = fc.string({ unit: fc.constantFrom('a', '\ud83d', '\ude00', 'e\u0301', '😀') });
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        number,
        text,
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value')),
        tie('object'),
      ),
      object: fc.dictionary(fc.oneof(text, fc.constantFrom('__proto__', 'constructor', 'x')), tie('value')),
    }));
    fc.assert(
      fc.property(value, (one) => {
        const text = JSON.stringify(one);
        // A minus zero is lost in JSON, so only a program can give one.
        fc.pre(!findsMinusZero(one));
        const read = readJson(text);
        expect(sealed(one) !== undefined).toBe(read.ok);
        if (read.ok) expect(sealed(one)).toEqual(read.value.value);
      }),
      { numRuns: 2000 },
    );
  });

  test('passes where it is nested as deep as our reader goes, and no deeper', () => {
    const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));
    expect(sealed(nested(JSON_LIMITS.depth))).toBeDefined();
    expect(sealed(nested(JSON_LIMITS.depth + 1))).toBeUndefined();
    expect(readJson(JSON.stringify(nested(JSON_LIMITS.depth))).ok).toBe(true);
    expect(readJson(JSON.stringify(nested(JSON_LIMITS.depth + 1))).ok).toBe(false);
  });
});

function findsMinusZero(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).some(findsMinusZero);
  return Object.is(value, -0);
}

const instants = ['2026-03-01T00:00:00Z', '2026-03-01T08:00:00+08:00', '2026-03-02T00:00:00Z'];
const recorded = [undefined, '2026-04-01T00:00:00Z', '2026-04-02T00:00:00Z', '2026-04-01T08:00:00+08:00'];
const sequence = fc.constantFrom(undefined, '9', '10', '1a', '010', '9.0', 'x');
/** One content for each identity, so that every mixture is a ledger. */
const contents = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', '\ue000', '😀'),
    source: fc.constantFrom('/x', '/y'),
    time: fc.constantFrom(...instants),
    sequence,
  }),
  { selector: ({ id, source }) => `${source} ${id}`, minLength: 1, maxLength: 8 },
);
const arrivals = contents.chain((list) =>
  fc.array(
    fc
      .tuple(fc.constantFrom(...list), fc.constantFrom(...recorded))
      .map(([content, recordedtime]) => event(content.id, { ...content, recordedtime })),
    { maxLength: 16 },
  ),
);

describe('A ledger', () => {
  test('is the same whatever the order of arrival', () => {
    fc.assert(
      fc.property(
        arrivals.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          expect(value(parseEvents(CLASS, shuffled))).toEqual(value(parseEvents(CLASS, list)));
        },
      ),
    );
  });

  test('extended is the ledger of everything parsed at once', () => {
    fc.assert(
      fc.property(arrivals, fc.nat(16), (list, cut) => {
        const first = value(parseEvents(CLASS, list.slice(0, cut)));
        const extended = value(extendLedger(CLASS, first, list.slice(cut)));
        expect(extended).toEqual(value(parseEvents(CLASS, list)));
      }),
    );
  });

  test('does not change by events that it has', () => {
    fc.assert(
      fc.property(arrivals, (list) => {
        const ledger = value(parseEvents(CLASS, list));
        expect(value(extendLedger(CLASS, ledger, list))).toEqual(ledger);
      }),
    );
  });

  test('is read alike from values, lines and an array', () => {
    fc.assert(
      fc.property(arrivals, (list) => {
        const ledger = value(parseEvents(CLASS, list));
        expect(value(parseEvents(CLASS, list.map((one) => JSON.stringify(one)).join('\n')))).toEqual(ledger);
        expect(value(parseEvents(CLASS, JSON.stringify(list, undefined, 1)))).toEqual(ledger);
      }),
    );
  });

  test('says the same of refused events read from values, lines and an array, apart from places', () => {
    const said = (result: Result<Ledger>) =>
      result.ok ? [] : result.problems.map(({ pointer, code }) => [pointer, code]);
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 4 }), (list) => {
        const read: unknown = JSON.parse(JSON.stringify(list));
        if (!Array.isArray(read)) throw new Error('no list');
        const codes = said(parseEvents(CLASS, read));
        const lines = said(parseEvents(CLASS, read.map((one) => JSON.stringify(one)).join('\n')));
        fc.pre(!lines.some(([, code]) => code?.startsWith('json.')));
        expect(lines).toEqual(codes);
        expect(said(parseEvents(CLASS, JSON.stringify(read)))).toEqual(codes);
      }),
    );
  });
});
