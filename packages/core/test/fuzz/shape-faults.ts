import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../src/model/json.js';
import type { Tape } from '../../src/testing/tape.js';
import { type Fault, type Faults, type Planted, planted, type Soil } from './fault.js';
import { arrayAt, objectAt, type Path, pathsIn, pointerOf, put, valueAt } from './tree.js';

/** One of the places, if there is any. */
export function somewhere(paths: readonly Path[], tape: Tape): Path | undefined {
  return paths.length === 0 ? undefined : tape.pick(paths);
}

export function keysAt(document: JsonObject, path: Path): readonly Path[] {
  return Object.keys(objectAt(document, path)).map((key) => [...path, key]);
}

export function rulesOf(document: JsonObject): readonly Path[] {
  return arrayAt(document, ['rules']).map((_, index) => ['rules', index]);
}

/** Objects that take certain members only. */
function closedOnes(document: JsonObject): readonly Path[] {
  const types = keysAt(document, ['vocabulary', 'events']);
  return [
    [],
    ['zone'],
    ['effective'],
    ...types,
    ...types.flatMap((type) => keysAt(document, [...type, 'fields'])),
    ...keysAt(document, ['tables']),
    ...keysAt(document, ['cohorts']),
    ...keysAt(document, ['indicators']),
    ...keysAt(document, ['standings']),
    ...rulesOf(document),
    ...rulesOf(document).map((rule) => [...rule, 'event']),
  ];
}

/** What must be given, where it is. */
function requiredOnes(document: JsonObject): readonly Path[] {
  const named = ['edition', 'kind', 'id', 'effective', 'zone', 'subject', 'keys', 'vocabulary'].map((key) => [key]);
  const wanted = [
    ...rulesOf(document).flatMap((rule) => [
      [...rule, 'name'],
      [...rule, 'on'],
      [...rule, 'event'],
      [...rule, 'event', 'type'],
      [...rule, 'event', 'params', 'to'],
      [...rule, 'event', 'params', 'points'],
      [...rule, 'event', 'params', 'indicator'],
      [...rule, 'event', 'params', 'type'],
    ]),
    ...keysAt(document, ['indicators']).flatMap((name) => [
      [...name, 'reduce'],
      [...name, 'of', 'kind'],
    ]),
    ...keysAt(document, ['standings']).flatMap((name) => [
      [...name, 'among'],
      [...name, 'by'],
    ]),
    ...keysAt(document, ['cohorts']).flatMap((name) => [
      [...name, 'of'],
      [...name, 'in'],
    ]),
    ...keysAt(document, ['tables']).map((name) => [...name, 'rows']),
  ];
  return [...named, ...wanted.filter((path) => valueAt(document, path) !== undefined)];
}

/** What happens in an example is read when the examples are run, so that another value there is no fault yet. */
function retyped(value: Json): Fault {
  return (soil, tape) => {
    const paths = pathsIn(soil.document).filter((path) => path.length > 0 && !path.slice(0, -1).includes('examples'));
    const path = somewhere(paths, tape);
    return path && planted(soil, path, value);
  };
}

function replaced(paths: (document: JsonObject) => readonly Path[], value: (tape: Tape) => Json): Fault {
  return (soil, tape) => {
    const path = somewhere(
      paths(soil.document).filter((one) => valueAt(soil.document, one) !== undefined),
      tape,
    );
    return path && planted(soil, path, value(tape));
  };
}

/** A further edition behind the document, which must be the whole or the first of what is read. */
function edition(at: string, body: (soil: Soil) => JsonObject): Fault {
  return (soil) => {
    const all = isJsonArray(soil.root) ? soil.root : [soil.root];
    const input = [...all, { kind: 'rubric', id: soil.document.id ?? '', ...body(soil) }];
    return { input, places: [`/${all.length}${at}`], nearness: 'at' };
  };
}

const nameOf = ({ document }: Soil): string => String(document.edition);

/** Faults in the shape of a rubric, and in what stands at its head. */
export const SHAPE_FAULTS: Faults = {
  'a list where none belongs': retyped([null]),
  'an object where none belongs': retyped({ nothing: null }),
  'something is missing': (soil, tape): Planted | undefined => {
    const path = somewhere(requiredOnes(soil.document), tape);
    return path && planted(soil, path, undefined, 'holder');
  },
  'an unknown member': (soil, tape): Planted | undefined => {
    const path = somewhere(closedOnes(soil.document), tape);
    return path && planted(soil, [...path, tape.pick(['reduec', 'titel', 'wheer', 'toString'])], 1, 'at');
  },
  'a name that is none': (soil, tape): Planted => {
    const group = tape.pick(['indicators', 'tables', 'define', 'keys', 'cohorts']);
    return planted(soil, [group, tape.pick(['a-b', '1st', '', 'a b', '分'])], {}, 'at');
  },
  'a date of no calendar': replaced(
    () => [['effective', 'from']],
    (tape) => tape.pick(['2026-02-30', '2026-13-01', 'May', '2026-1-1', '']),
  ),
  'an offset that is none': replaced(
    () => [['zone', 'offsets', 0, 'offset']],
    (tape) => tape.pick(['8', '+8', '+25:00', 'Z8', '']),
  ),
  'offsets out of order': (soil) => {
    const late = { from: '2030-01-01T00:00:00Z', offset: '+09:00' };
    const before = { from: '2029-01-01T00:00:00Z', offset: '+08:00' };
    return planted(soil, ['zone', 'offsets'], [{ offset: '+08:00' }, late, before], 'in');
  },
  'an edition on nothing': edition('/parent', () => ({
    edition: 'x1',
    parent: 'nowhere',
    effective: { from: '2040-01-01' },
  })),
  'an edition twice': edition('/edition', (soil) => ({
    edition: nameOf(soil),
    parent: nameOf(soil),
    effective: { from: '2040-01-01' },
  })),
  'an edition on itself': edition('/parent', () => ({
    edition: 'x1',
    parent: 'x1',
    effective: { from: '2040-01-01' },
  })),
  'two editions of one day': edition('/effective/from', (soil) => ({
    edition: 'x1',
    parent: nameOf(soil),
    effective: soil.document.effective ?? null,
  })),
  'an edition of another rubric': edition('/id', (soil) => ({
    id: 'another',
    edition: 'x1',
    parent: nameOf(soil),
    effective: { from: '2040-01-01' },
  })),
  'an edition with other keys': edition('/keys/further', (soil) => ({
    edition: 'x1',
    parent: nameOf(soil),
    effective: { from: '2040-01-01' },
    keys: { further: {} },
  })),
  'too many keys': (soil) => {
    const many = Object.fromEntries(Array.from({ length: 70 }, (_, index) => [`key${index}`, {}]));
    return planted(soil, ['keys'], { ...objectAt(soil.document, ['keys']), ...many }, 'at');
  },
  'too many editions': (soil) => {
    const input = Array.from({ length: 201 }, () => soil.document);
    return { input, places: [''], nearness: 'at' };
  },
  'what no JSON text holds': (soil, tape) => {
    const path = somewhere(
      pathsIn(soil.document).filter((one) => one.length > 0),
      tape,
    );
    const value = tape.pick<Json>([Number.NaN, Number.POSITIVE_INFINITY, '\ud800']);
    return (
      path && {
        input: put(soil.root, [...soil.home, ...path], value),
        places: [pointerOf([...soil.home, ...path])],
        nearness: 'at',
      }
    );
  },
  'nothing but a list of nothing': ({ root }, tape) =>
    isJsonObject(root) ? { input: tape.pick<Json>([[], [null], 7]), places: [''], nearness: 'in' } : undefined,
};
