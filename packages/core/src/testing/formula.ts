import { listsOf, type Name, type NameType, namesOf, type Scope } from './scope.js';
import type { Tape } from './tape.js';

/** A formula of a type, with at most so many operators above each other. */
export function formulaOf(type: NameType, tape: Tape, scope: Scope, depth: number): string {
  switch (type) {
    case 'number':
      return numberFormula(tape, scope, depth);
    case 'flag':
      return flagFormula(tape, scope, depth);
    case 'date':
      return dateFormula(tape, scope, depth);
    case 'text':
      return textFormula(tape, scope, depth);
    case 'instant':
      return instantFormula(tape, scope);
  }
}

/** Few values, so that ties and exact limits are frequent. */
export const NUMERALS: readonly string[] = ['1', '0', '2', '3', '5', '-2', '10', '0.5', '2.25', '-0.1', '7', '100'];
export const DAYS: readonly string[] = ['2026-03-01', '2026-05-01', '2026-07-01', '2026-12-31', '2027-01-15'];

/** The calendar of working days of every generated rubric. */
export const CALENDAR = 'cn';

type Make = (tape: Tape, scope: Scope, depth: number) => string;

const plainNumber: Make = (tape, scope) => named(tape, namesOf(scope, 'number')) ?? tape.pick(NUMERALS);
const numeral: Make = (tape) => tape.pick(NUMERALS);

const NUMBERS: readonly Make[] = [
  plainNumber,
  numeral,
  plainNumber,
  (tape, scope, depth) => infix(tape, ['+', '-', '*'], () => numberFormula(tape, scope, depth)),
  (tape, scope, depth) => infix(tape, ['/', '%'], () => numberFormula(tape, scope, depth)),
  (tape, scope, depth) => chosen(tape, scope, depth, numberFormula),
  (tape, scope, depth) =>
    `${tape.pick(['min', 'max'])}(${numberFormula(tape, scope, depth)}, ${numberFormula(tape, scope, depth)})`,
  (tape, scope, depth) =>
    `${tape.pick(['floor', 'ceil', 'abs', 'half', 'sqrt'])}(${numberFormula(tape, scope, depth)})`,
  (tape, scope, depth) => `round(${numberFormula(tape, scope, depth)}, ${tape.pick(['0', '1', '2', '-1'])})`,
  (tape, scope, depth) =>
    `clamp(${numberFormula(tape, scope, depth)}, ${tape.pick(['0', '-3'])}, ${tape.pick(['5', '20'])})`,
  (tape, scope, depth) => `coalesce(${plainNumber(tape, scope, depth)}, ${numberFormula(tape, scope, depth)})`,
  (tape, scope, depth) => `days(${dateFormula(tape, scope, depth)}, ${dateFormula(tape, scope, depth)})`,
  (tape, scope) => `seconds(${passedInstant(tape, scope)}, ${passedInstant(tape, scope)}) / 86400`,
  (tape, scope, depth) =>
    `${tape.pick(['year', 'month', 'day', 'quarter', 'weekday'])}(${dateFormula(tape, scope, depth)})`,
  (tape, scope, depth) => `steepness(${numberFormula(tape, scope, depth)})`,
  (tape, scope, depth) => `-(${numberFormula(tape, scope, depth)})`,
  (tape, scope, depth) => bounded(tape, numberFormula(tape, scope, depth)),
  (tape, scope, depth) =>
    `workdays(${dateFormula(tape, scope, depth)}, ${dateFormula(tape, scope, depth)}, '${CALENDAR}')`,
];

export function numberFormula(tape: Tape, scope: Scope, depth: number): string {
  const make = depth <= 0 ? tape.pick([plainNumber, numeral]) : tape.pick(NUMBERS);
  return make(tape, scope, depth - 1);
}

/** Powers stay small, or a thousand digits would be all that a run is about. */
function bounded(tape: Tape, of: string): string {
  const small = `clamp(${of}, -9, 9)`;
  return tape.pick([`pow(${small}, 2)`, `exp(${small})`, `ln(${small})`, `pow(${small}, 0.5)`]);
}

const FLAGS: readonly Make[] = [
  (tape, scope, depth) => infix(tape, ['>', '>=', '<', '<=', '==', '!='], () => numberFormula(tape, scope, depth)),
  (tape, scope) => named(tape, namesOf(scope, 'flag')) ?? tape.pick(['true', 'false']),
  (tape, scope) => textTest(tape, scope),
  (tape, scope, depth) => infix(tape, ['&&', '||'], () => flagFormula(tape, scope, depth)),
  (tape, scope, depth) => `!(${flagFormula(tape, scope, depth)})`,
  (tape, scope) => `known(${tape.pick(scope.names.filter((each) => !each.list)).text})`,
  (tape, scope, depth) => infix(tape, ['<', '>=', '=='], () => dateFormula(tape, scope, depth)),
  (tape, scope) => infix(tape, ['<=', '>'], () => instantFormula(tape, scope)),
  (tape, scope, depth) => chosen(tape, scope, depth, flagFormula),
  (tape, scope, depth) => `isWorkday(${dateFormula(tape, scope, depth)}, '${CALENDAR}')`,
];

export function flagFormula(tape: Tape, scope: Scope, depth: number): string {
  const make = depth <= 0 ? tape.pick(FLAGS.slice(0, 3)) : tape.pick(FLAGS);
  return make(tape, scope, depth - 1);
}

/** A text beside what it may be; or a text or number in a list of the event. */
function textTest(tape: Tape, scope: Scope): string {
  const lists = listsOf(scope);
  if (lists.length > 0 && tape.once(3)) {
    const { text, type } = tape.pick(lists);
    return `${type === 'number' ? tape.pick(NUMERALS) : quoted(tape.pick(WORDS))} in ${text}`;
  }
  const texts = namesOf(scope, 'text');
  if (texts.length === 0) return 'true';
  const one = tape.pick(texts);
  const words = wordsFor(one);
  return tape.pick([
    `${one.text} == ${quoted(tape.pick(words))}`,
    `${one.text} != ${quoted(tape.pick(words))}`,
    `${one.text} in [${quoted(tape.pick(words))}, ${quoted(tape.pick(words))}]`,
  ]);
}

/** Texts that occur in generated events. */
export const WORDS: readonly string[] = ['a', 'b', 'x', 'y', 'ü', 'é', 'u1', 'u2', 'active', 'lifted', 'e1', 'e2'];

export function wordsFor({ choices }: Name): readonly string[] {
  return choices.length === 0 ? WORDS : choices;
}

export function dateFormula(tape: Tape, scope: Scope, depth: number): string {
  const dates = namesOf(scope, 'date');
  const instants = namesOf(scope, 'instant');
  const options: readonly (() => string)[] = [
    () => named(tape, dates) ?? `date('${tape.pick(DAYS)}')`,
    () => `date('${tape.pick(DAYS)}')`,
    () => (instants.length === 0 ? `date('${tape.pick(DAYS)}')` : `date(${tape.pick(instants).text})`),
    () =>
      `${tape.pick(['addDays', 'addMonths'])}(${dateFormula(tape, scope, depth - 1)}, ${tape.pick(['1', '-1', '10', '30'])})`,
    () => `${tape.pick(['yearStart', 'yearEnd'])}(year(${dateFormula(tape, scope, depth - 1)}))`,
    () =>
      `addWorkdays(${dateFormula(tape, scope, depth - 1)}, ${tape.pick(['1', '-1', '10', '0', '-3', numberFormula(tape, scope, 0)])}, '${CALENDAR}')`,
    () => `quarterStart(2026, clamp(floor(${numberFormula(tape, scope, depth - 1)}), 1, 4))`,
  ];
  return tape.pick(depth <= 0 ? options.slice(0, 2) : options)();
}

export function textFormula(tape: Tape, scope: Scope, depth: number): string {
  const plain = (): string => {
    const known = namesOf(scope, 'text').filter(({ choices }) => choices.length === 0);
    return named(tape, known) ?? quoted(tape.pick(WORDS));
  };
  if (depth > 0 && tape.once(6)) return `(${plain()} + '/' + ${plain()})`;
  if (depth > 0 && tape.once(5)) return `(${flagFormula(tape, scope, depth - 1)} ? ${plain()} : ${plain()})`;
  return tape.once(3) ? quoted(tape.pick(WORDS)) : plain();
}

function instantFormula(tape: Tape, scope: Scope): string {
  const instants = namesOf(scope, 'instant');
  const bound = `${tape.pick(['startOf', 'endOf'])}(date('${tape.pick(DAYS)}'))`;
  return tape.once(2) ? bound : (named(tape, instants) ?? bound);
}

/** Seconds do not count up to now. */
function passedInstant(tape: Tape, scope: Scope): string {
  return instantFormula(tape, { ...scope, names: scope.names.filter(({ text }) => text !== 'now') });
}

function chosen(tape: Tape, scope: Scope, depth: number, make: Make): string {
  return `(${flagFormula(tape, scope, depth)} ? ${make(tape, scope, depth)} : ${make(tape, scope, depth)})`;
}

function infix(tape: Tape, operators: readonly string[], operand: () => string): string {
  return `(${operand()} ${tape.pick(operators)} ${operand()})`;
}

function named(tape: Tape, names: readonly Name[]): string | undefined {
  return names.length === 0 ? undefined : tape.pick(names).text;
}

export function quoted(text: string): string {
  return `'${text}'`;
}
