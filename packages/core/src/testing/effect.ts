import type { JsonObject } from '../model/json.js';
import { dateFormula, flagFormula, numberFormula, quoted, textFormula } from './formula.js';
import type { IndicatorHead } from './indicator-head.js';
import { listsOf, name, namesOf, type Scope } from './scope.js';
import type { Tape } from './tape.js';
import { COLOURS } from './vocabulary.js';

export type EffectWord = 'give' | 'issue' | 'end' | 'void' | 'limit' | 'consequence';

/** What the effect may name, and the indicators that it may act on. */
export interface EffectPlace {
  readonly scope: Scope;
  readonly indicators: readonly IndicatorHead[];
  /** What may be issued without going in a circle: types that come later than the trigger's. */
  readonly issues: readonly string[];
  /** Whether it may name another subject or another's event. */
  readonly compares: boolean;
}

export function giveFrom(tape: Tape, to: string, scope: Scope): JsonObject {
  const points = tape.pick(['-5', '-2', '3', '10', '0.5', '']);
  return { type: 'give', params: { to, points: points === '' ? numberFormula(tape, scope, 2) : points } };
}

export function limitFrom(tape: Tape, indicator: string, scope: Scope): JsonObject {
  const bound = (): string | number => (tape.once(5) ? numberFormula(tape, scope, 1) : tape.pick([1, 0, '2.5', -2]));
  const kind = tape.pick(['both', 'max', 'min', 'both']);
  const max = kind === 'min' ? {} : { max: bound() };
  return { type: 'limit', params: { indicator, ...max, ...(kind === 'max' ? {} : { min: bound() }) } };
}

export function issueFrom(tape: Tape, place: EffectPlace): JsonObject {
  const type = tape.pick(place.issues);
  const consumes = tape.once(2)
    ? { consumes: tape.times(1, 2, () => ({ ...targetFrom(tape, place), as: tape.pick(ENDINGS) })) }
    : {};
  const { each, inside } = eachFrom(tape, place);
  const where = tape.once(4) ? { where: flagFormula(tape, inside.scope, 1) } : {};
  const fields = { ...subjectFrom(tape, inside), ...fieldsFrom(type, tape, inside.scope) };
  return { type: 'issue', params: { type, ...each, ...where, fields, ...consumes } };
}

/** At times one for each item of a list of the trigger, or for each of some texts; and what their fields may name. */
function eachFrom(tape: Tape, place: EffectPlace): { readonly each: JsonObject; readonly inside: EffectPlace } {
  if (!tape.once(3)) return { each: {}, inside: place };
  const lists = listsOf(place.scope);
  const list = lists.length > 0 && !tape.once(3) ? tape.pick(lists) : undefined;
  const texts = tape.pick([['a'], ['u2', 'u1'], ['x', 'é', 'x']]);
  const item = name('item', list?.type ?? 'text', { sure: true, choices: list === undefined ? texts : [] });
  const names = [item, item, name('position', 'number', { sure: true })];
  const others = place.scope.names.filter(({ text }) => text !== 'item' && text !== 'position');
  return {
    each: { each: list?.text ?? texts },
    inside: { ...place, scope: { ...place.scope, names: [...names, ...others] } },
  };
}

const ENDINGS: readonly string[] = ['lifted', 'converted', 'lapsed'];

function subjectFrom(tape: Tape, { compares, scope }: EffectPlace): JsonObject {
  if (!compares || !tape.once(8)) return {};
  return { subject: isItemText(scope) ? 'item' : quoted('u1') };
}

function fieldsFrom(type: string, tape: Tape, scope: Scope): JsonObject {
  switch (type) {
    case 'fault.found':
      return { level: quoted(tape.pick(['minor', 'grave'])), span: numberFormula(tape, scope, 1) };
    case 'card.shown': {
      const [yellow, red] = [quoted(tape.pick(COLOURS)), quoted(tape.pick(COLOURS))];
      const colour = tape.once(3) ? `${numberFormula(tape, scope, 1)} > 2 ? ${yellow} : ${red}` : yellow;
      return { colour, ...(tape.once(2) ? { weight: numberFormula(tape, scope, 1) } : {}) };
    }
    default:
      return {
        about: isItemText(scope) && tape.once(2) ? 'item' : textFormula(tape, scope, 0),
        sum: numberFormula(tape, scope, 1),
      };
  }
}

/** Whether `item` is what an `issue` goes through, and a text; a key of that name may be unknown. */
function isItemText({ names }: Scope): boolean {
  return names.some(({ text, type, sure }) => text === 'item' && type === 'text' && sure);
}

export function endFrom(tape: Tape, place: EffectPlace): JsonObject {
  return { type: 'end', params: { ...targetFrom(tape, place), as: tape.pick(ENDINGS) } };
}

export function voidFrom(tape: Tape, place: EffectPlace): JsonObject {
  return { type: 'void', params: targetFrom(tape, place) };
}

/** The events that an indicator takes, or one that a text names. */
function targetFrom(tape: Tape, { scope, indicators, compares }: EffectPlace): JsonObject {
  const measures = indicators.filter(
    ({ kind, per, with: passes, carries }) =>
      kind === 'events' &&
      passes.length === 0 &&
      per.every((key) => scope.keys.includes(key)) &&
      // An event of nobody is everybody's.
      (compares || carries.includes('unit')),
  );
  if (measures.length > 0 && !tape.once(3)) return { items: tape.pick(measures).name };
  if (!compares) return { event: 'id' };
  const texts = namesOf(scope, 'text').filter(({ text }) => text === 'about');
  return { event: texts.length > 0 && !tape.once(4) ? 'about' : tape.pick(['id', quoted('e1'), quoted('e2')]) };
}

export function consequenceFrom(tape: Tape, scope: Scope): JsonObject {
  const params: JsonObject = {
    what: tape.pick(['bonus', 'talk', 'loss']),
    ...(tape.once(3) ? { to: 'head', authority: 'board' } : {}),
    ...(tape.once(2) ? { amount: numberFormula(tape, scope, 1) } : {}),
    ...(tape.once(3) ? { due: dateFormula(tape, scope, 1) } : {}),
    ...(tape.once(3) ? { recommendation: true } : {}),
  };
  return { type: 'consequence', params };
}
