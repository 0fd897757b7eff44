import { isJsonObject, type Json, type JsonObject } from '../../src/model/json.js';
import { type Fault, type Faults, planted, type Soil } from './fault.js';
import { arrayAt, objectAt, type Path, pointerOf, put, valueAt } from './tree.js';

/** An attribute with one of these values; undefined leaves it out. */
function attribute(name: string, ...values: (Json | undefined)[]): Fault {
  return (soil, tape) => planted(soil, [name], values[tape.next(values.length)], 'in');
}

/** A field, of which kind the rubric says it is, with a value that does not fit. */
function field(fits: (field: JsonObject, keys: JsonObject) => boolean, ...values: (Json | undefined)[]): Fault {
  return (soil, tape) => {
    const [first] = soil.editions;
    const fields = fieldsOf(first, soil.document) ?? {};
    const names = Object.keys(fields).filter((name) => {
      const one = objectAt(fields, [name]);
      return one.is === undefined && one.path === undefined && fits(one, objectAt(first, ['keys', name]));
    });
    if (names.length === 0 || isEverOther(soil)) return undefined;
    const name = tape.pick(names);
    return planted(soil, ['data', name], values[tape.next(values.length)], 'in');
  };
}

/** Where a later edition has other fields, what does not fit the one may fit the other. */
function isEverOther({ editions, document }: Soil): boolean {
  return editions.slice(1).some((later) => fieldsOf(later, document) !== undefined);
}

function fieldsOf(edition: JsonObject | undefined, { type }: JsonObject): JsonObject | undefined {
  const fields = valueAt(edition, ['vocabulary', 'events', String(type), 'fields']);
  return isJsonObject(fields) ? fields : undefined;
}

const ofKind =
  (...kinds: readonly string[]) =>
  (one: JsonObject): boolean =>
    kinds.includes(String(one.kind));
const isNumberKey = (one: JsonObject, key: JsonObject): boolean => one.kind === 'key' && key.type === 'number';
const isTextKey = (one: JsonObject, key: JsonObject): boolean => one.kind === 'key' && key.type !== 'number';

/** A further event behind all others, in which the fault is. */
function further(at: Path, event: (soil: Soil) => JsonObject | undefined): Fault {
  return (soil) => {
    const all = arrayAt(soil.root, []);
    const more = event(soil);
    if (more === undefined) return undefined;
    return { input: [...all, more], places: [pointerOf([all.length, ...at])], nearness: 'at' };
  };
}

function ruling(data: JsonObject): Fault {
  return further(['data', 'id'], () => ({
    specversion: '1.0',
    id: 'planted',
    source: 'nobody',
    type: 'meritlog.event.voided',
    time: '2026-05-01T00:00:00Z',
    data,
  }));
}

const doesRegister = ({ editions }: Soil): boolean =>
  Object.values(objectAt(editions[0], ['vocabulary', 'events'])).some(
    (type) => isJsonObject(type) && type.registers === true,
  );

/** Faults in events, besides those of their JSON. */
export const EVENT_FAULTS: Faults = {
  'a version that is none': attribute('specversion', '0.3', 1, undefined, null),
  'an id that is none': attribute('id', '', 7, null, undefined, ['a']),
  'a source that is none': attribute('source', '', 7, null, undefined, {}),
  'a type that is none': attribute('type', '', 7, null, undefined),
  'a type misspelt': (soil) => planted(soil, ['type'], `${String(soil.document.type)}zz`, 'at'),
  'no time': attribute('time', undefined, null, '', 1_775_005_200),
  'a time without offset': attribute('time', '2026-04-01T09:00:00', '2026-04-01T09:00', '2026-04-01'),
  'a time of no calendar': attribute('time', '2026-02-30T09:00:00Z', '2026-04-01T25:00:00Z', '2026-13-01T00:00:00Z'),
  'a time in words': attribute('time', 'yesterday', '1 April 2026', '__proto__'),
  'a time too fine': attribute('time', '2026-04-01T09:00:00.123456Z'),
  'a time of recording that is none': attribute('recordedtime', 'now', '2026-04-01', null, 5),
  'a sequence that is none': attribute('sequence', 1, '', null),
  'a subject that is none': attribute('subject', 1, '', null, ['a']),
  'a schema that is none': attribute('dataschema', 1, ''),
  'data of another type': attribute('datacontenttype', 'text/xml', 1),
  'data that is no object': attribute('data', 'a', 7, null, ['a'], true),
  'an attribute with a capital': attribute('Sequence', '2'),
  'an attribute with a structure': attribute('tags', ['a'], {}, null),
  'a number that is none': field(ofKind('number'), 'three', '', true, null, [1]),
  'a text that is none': field(ofKind('text'), 7, null, false, ['a'], {}),
  'a flag that is none': field(ofKind('flag'), 'yes', 1, null),
  'a date that is none': field(ofKind('date'), '2026-02-30', '2026-04-01T09:00:00Z', 'May', 20_260_401, null),
  'an instant that is none': field(ofKind('instant'), '2026-04-01', '2026-04-01T09:00:00', 'noon', 1, null),
  'a choice that is none': field(({ kind, of }) => kind === 'choice' && of !== undefined, 'nosuchchoice', '', 7, null),
  'a list that is none': field(ofKind('list'), 'a', 7, null, {}),
  'an item of a list that is none': field(ofKind('list'), [null], [{}], [['a']], [true]),
  'a number key that is none': field(isNumberKey, 'three', true, null),
  'a text key that is none': field(isTextKey, 7, true, null),
  'a field that is missing': field(({ optional }) => optional !== true, undefined),
  'a field that the type lacks': (soil, tape) =>
    // The engine's own events take whatever else is written into them.
    fieldsOf(soil.editions[0], soil.document) &&
    planted(soil, ['data', tape.pick(['nosuchfield', 'toString', 'subject', ''])], 1, 'at'),
  'a computed field that is given': (soil, tape) => {
    const fields = fieldsOf(soil.editions[0], soil.document) ?? {};
    const names = Object.keys(fields).filter((name) => objectAt(fields, [name]).is !== undefined);
    return names.length === 0 ? undefined : planted(soil, ['data', tape.pick(names)], 1, 'at');
  },
  'the same identity with other content': further(['id'], ({ document }) => ({ ...document, note: 'another' })),
  'a ruling on nothing': ruling({ id: 'nosuchevent', reason: 'an error' }),
  'a ruling on an event of another source': ruling({ id: 'e1', source: 'nowhere', reason: 'an error' }),
  'a ruling that names nothing': ruling({ reason: 'an error' }),
  'a subject that nobody registered': (soil) =>
    doesRegister(soil) && isRegistered(soil) ? planted(soil, ['subject'], 'nobody-knows', 'at') : undefined,
  // A list in the first line makes the whole text one JSON array.
  'what is no event': (soil, tape) => ({
    input: put(soil.root, soil.home, tape.pick<Json>([null, 7, 'a', true, [], [[]]])),
    places: [pointerOf(soil.home)],
    nearness: 'line',
  }),
  'an empty event': (soil) => ({
    input: put(soil.root, soil.home, {}),
    places: ['id', 'source', 'type', 'time', 'specversion'].map((name) => pointerOf([...soil.home, name])),
    nearness: 'at',
  }),
};

/** Whether the event is not one that registers its subject itself. */
function isRegistered({ editions, document }: Soil): boolean {
  return (
    document.subject !== undefined &&
    valueAt(editions[0], ['vocabulary', 'events', String(document.type), 'registers']) !== true
  );
}
