import type { JsonObject } from '../../src/model/json.js';
import type { Tape } from '../../src/testing/tape.js';
import { type Fault, type Faults, planted } from './fault.js';
import { somewhere } from './shape-faults.js';
import { type Path, pathsIn, valueAt } from './tree.js';

const SLOTS = [
  /^indicators [^ ]+ (?:is|need|otherwise|map)$/,
  /^indicators [^ ]+ of (?:value|where|weight)$/,
  /^indicators [^ ]+ take (?:window|keep|drop) [a-z]+$/,
  /^rules \d+ at$/,
  /^rules \d+ event params (?:points|amount|max|min|event)$/,
  /^rules \d+ event params fields [^ ]+$/,
  /^standings [^ ]+ by \d+ is$/,
  /^standings [^ ]+ (?:bands|awards) \d+ (?:where|quota|plus)$/,
  /^standings [^ ]+ unranked where$/,
  /^vocabulary events [^ ]+ fields [^ ]+ is$/,
  /^period ends$/,
];

/** The formulas that are written as texts. */
function formulasIn(document: JsonObject): readonly Path[] {
  return pathsIn(document).filter(
    (path) => typeof valueAt(document, path) === 'string' && SLOTS.some((slot) => slot.test(path.join(' '))),
  );
}

/** Another formula in the place of one. */
function instead(change: (formula: string, tape: Tape) => string | undefined): Fault {
  return (soil, tape) => {
    const path = somewhere(formulasIn(soil.document), tape);
    const formula = path && change(String(valueAt(soil.document, path)), tape);
    return path === undefined || formula === undefined ? undefined : planted(soil, path, formula, 'at');
  };
}

const WORDS = ['true', 'false', 'unknown', 'in', 'outer'];

/** One of the names in a formula, outside its texts, misspelt. */
function misspelt(formula: string, tape: Tape): string | undefined {
  const names = [...formula.replaceAll(/'[^']*'/g, (text) => ' '.repeat(text.length)).matchAll(/[A-Za-z_]\w*/g)];
  const some = names.filter(([name]) => !WORDS.includes(name));
  if (some.length === 0) return undefined;
  const { 0: name, index } = tape.pick(some);
  return `${formula.slice(0, index)}${name}zz${formula.slice(index + name.length)}`;
}

/** Faults in the text of a formula, and in its types. All are told at the formula. */
export const FORMULA_FAULTS: Faults = {
  'a formula that breaks off': instead((formula) => `${formula} +`),
  'a sign that no formula has': instead((formula, tape) => `${formula} ${tape.pick(['@', '#', ';', '=', '~', '1 1'])}`),
  'a bracket that is not opened': instead((formula) => `${formula})`),
  'a bracket that is not closed': instead((formula) => `(${formula}`),
  'a text that is not closed in a formula': instead((formula) => `${formula} == 'a`),
  'an index in a formula': instead((formula) => `(${formula})[0]`),
  'a method in a formula': instead((formula) => `(${formula}).constructor('x')()`),
  'a formula without end': instead((formula) => `${formula} + ${'1 + '.repeat(600)}1`),
  'a formula of many parts': instead(() => Array.from({ length: 400 }, () => '1').join('+')),
  'a formula too deep': instead((formula) => `${'('.repeat(60)}${formula}${')'.repeat(60)}`),
  'a name in a formula misspelt': instead(misspelt),
  'a function that is none': instead((formula) => `nosuch(${formula})`),
  'too few arguments': instead(() => 'round(1)'),
  'a text among numbers': instead(() => "1 + 'a'"),
  'a date among numbers': instead(() => "date('2026-01-01') * 2"),
  'a condition of two types': instead(() => "true ? 1 : 'a'"),
  'a date of no calendar in a formula': instead(() => "date('2026-02-30')"),
  'a number that is none': instead((_, tape) => tape.pick(['2026-07', '0x10', '1..2', '1u'])),
  'a list alone': instead(() => '[1, 2]'),
  'an empty formula': instead((_, tape) => tape.pick(['', ' ', '()'])),
};
