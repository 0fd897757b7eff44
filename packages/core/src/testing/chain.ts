import type { Json, JsonObject } from '../model/json.js';
import type { Draft } from './draft.js';
import { dateFormula, flagFormula, numberFormula } from './formula.js';
import { orderFrom } from './map-steps.js';
import { name, namesOf, type Scope, withNames } from './scope.js';
import type { Tape } from './tape.js';

/** Where an order is written: `scope` is a row. */
export interface ChainPlace {
  readonly tape: Tape;
  readonly scope: Scope;
  /** What blocks may read of a row, where the place itself may read more. */
  readonly inBlocks?: Scope;
  /** The keys of the whole table. */
  readonly table: Scope;
  readonly draft: Draft;
}

export interface Key {
  readonly dated: boolean;
  readonly document: JsonObject;
}

/** The steps of an order, each with a name that begins so. */
export function chainFrom(place: ChainPlace, prefix: string): readonly Key[] {
  return place.tape.times(1, 3, (index) => {
    const name = `${prefix}${index}`;
    return place.tape.once(4) ? blockFrom(place, name) : keyFrom(place, name, RANKING);
  });
}

const RANKING: readonly string[] = ['', 'last', 'first', 'skip', 'unranked'];
const RANKED: readonly string[] = ['', 'last', 'first', 'skip'];

/** Keys that part a tie on the edge of a quota. */
export function thenFrom(place: ChainPlace): Json {
  return place.tape.times(1, 2, (index) => keyFrom(place, `t${index}`, RANKED).document);
}

/** Keys that are read of the tied alone: of what they did, and of what they did together. */
function blockFrom(place: ChainPlace, prefix: string): Key {
  const { tape, scope, inBlocks = scope } = place;
  const member = scope.keys.includes('unit') ? 'unit' : 'item';
  const types: readonly string[] =
    member === 'item'
      ? ['work.done']
      : tape.pick([['work.done'], ['work.done', 'fault.found'], ['card.shown', 'work.done', 'fault.found']]);
  const fields = types.length === 1 && member === 'unit' && !tape.once(3) ? ['unit', 'partner'] : [member];
  const keys = tape.times(1, 2, (index) => keyFrom({ ...place, scope: inBlocks }, `${prefix}-${index}`, RANKED));
  return {
    dated: keys[0]?.dated === true,
    document: {
      among: { types: [...types], fields },
      by: keys.map(({ document }) => document),
      ...conditionFrom(place),
    },
  };
}

function keyFrom(place: ChainPlace, called: string, unknowns: readonly string[]): Key {
  const { tape } = place;
  const lists = listable(place);
  const { dated, document } =
    lists.length > 0 && tape.once(4) ? { dated: false, document: listFrom(place, lists) } : valueFrom(place);
  const unknown = tape.pick(unknowns);
  return {
    dated,
    document: {
      name: called,
      ...document,
      ...orderFrom(tape),
      ...(unknown === '' ? {} : { unknown }),
      ...conditionFrom(place),
    },
  };
}

/** At times the key splits only some groups. */
function conditionFrom({ tape, table }: ChainPlace): JsonObject {
  if (!tape.once(5)) return {};
  const counts = ['size', 'tied', 'place'].map((each) => name(each, 'number'));
  return {
    if: tape.pick([
      'tied > 2',
      'place == 1',
      'tied < size',
      'place > 1',
      'place <= size / 2',
      flagFormula(tape, withNames(table, ...counts), 1),
    ]),
  };
}

function valueFrom({ tape, scope }: ChainPlace): Key {
  const dated = tape.once(12);
  return { dated, document: { is: dated ? dateFormula(tape, scope, 1) : simple(tape, scope) } };
}

/** Mostly a value as it is: its few values make ties. */
export function simple(tape: Tape, scope: Scope): string {
  const read = namesOf(scope, 'number').filter(({ text }) => /^i\d+|^base/.test(text));
  return read.length > 0 && !tape.once(3) ? tape.pick(read).text : numberFormula(tape, scope, 1);
}

/** Measures of numbers that a row can read by name. */
function listable({ scope, draft }: ChainPlace): Draft['indicators'] {
  return draft.indicators.filter(
    ({ kind, type, with: passed, per }) =>
      kind !== 'formula' && type === 'number' && passed.length === 0 && per.every((key) => scope.keys.includes(key)),
  );
}

function listFrom({ tape }: ChainPlace, lists: Draft['indicators']): JsonObject {
  const eaches = lists.filter(({ kind }) => kind === 'each');
  const { name: items, kind } = tape.pick([...lists, ...eaches, ...eaches]);
  const sorts = kind === 'each' ? ['key', 'key', 'best', 'members', 'worst'] : ['', 'best', 'worst', 'members'];
  const sort = tape.pick(sorts);
  return {
    items,
    ...(sort === '' ? {} : { sort }),
    ...(tape.once(4) ? { reverse: true } : {}),
    ...(tape.once(3) ? { depth: tape.pick<Json>([2, 1, 'size / 2', 'size - 3', 'unknown']) } : {}),
    ...(tape.once(2) ? { pad: tape.pick<Json>([0, '0.5', -2, 3]) } : {}),
  };
}
