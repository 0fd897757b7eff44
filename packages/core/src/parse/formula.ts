import type { Formula } from '../model/expr.js';
import { fromDouble } from '../model/num.js';
import type { FormulaSlot } from './document-slots.js';
import { adapt, checkChoice } from './formula-adapt.js';
import { checkFormula } from './formula-check.js';
import { inlineDefines } from './formula-defines.js';
import type { Scope } from './formula-scope.js';
import { type Fault, isFault, readFormula, type Syntax } from './formula-syntax.js';
import { type Check, hole, type Typed, typed, type Voice } from './formula-typed.js';
import type { ValueType } from './formula-words.js';
import { isLongNumber, printedSlot } from './numbers.js';
import type { Pass, World } from './world.js';

/** A formula of the model, and what is known of its value. */
export interface Checked {
  readonly formula: Formula;
  readonly typed: Typed;
  /** Undefined where it cannot be told. */
  readonly type: ValueType | undefined;
}

/** Reads what stands in a slot for a formula. `wanted` are the types that the slot takes; none given: any. */
export function formulaAt(
  pass: Pass,
  slot: FormulaSlot,
  pointer: string,
  scope: Scope,
  wanted: readonly ValueType[] = [],
  beside?: Typed,
): Checked {
  const text = printedSlot(slot);
  const voice = voiceAt(pointer, pass);
  const read = typeof slot === 'string' ? fromText(text, pass.world, scope, voice) : fromLiteral(slot, text, voice.say);
  const check: Check = { ...voice, world: pass.world, scope, typed: () => read };
  const value = inSlot(read, wanted, check);
  if (beside !== undefined) checkChoice(value, beside, check);
  return { formula: { text, expr: value.expr }, typed: value, type: value.type };
}

/** Tells problems at one pointer. */
export function voiceAt(pointer: string, { report }: Pass): Voice {
  return { say: (code, facts) => report.add(code, pointer, facts), near: report.near };
}

/** Reads a text once, however often it stands in the rubric. */
function syntaxOf(text: string, world: World): Syntax | Fault {
  const known = world.read.get(text);
  if (known !== undefined) return known;
  const read = readFormula(text);
  world.read.set(text, read);
  return read;
}

export function sayFault(fault: Fault, say: Check['say']): void {
  const { piece, column } = fault;
  say(`formula-${fault.fault}`, { piece, column });
}

function fromText(text: string, world: World, scope: Scope, voice: Voice): Typed {
  const { say } = voice;
  const read = syntaxOf(text, world);
  if (isFault(read)) {
    sayFault(read, say);
    return hole(read);
  }
  const inlined = inlineDefines(read, world.defines);
  if (inlined.kind === 'done') return checkFormula(inlined.syntax, world, scope, voice);
  const { piece, column } = inlined.at;
  if (inlined.kind === 'too-big') say('formula-too-big', { piece, column });
  else {
    const { name, params } = inlined.define;
    const expected = String(params.length);
    say('argument-count', { piece, column, name, found: inlined.given, expected, params: params.join(', ') });
  }
  return hole(read);
}

function fromLiteral(slot: number | boolean, text: string, say: Check['say']): Typed {
  const at = { piece: text, column: 1 };
  if (typeof slot === 'boolean') return typed({ kind: 'literal', type: 'flag', value: slot }, at);
  if (isLongNumber(slot)) say('number-too-long', { found: text });
  return typed({ kind: 'literal', type: 'number', value: fromDouble(slot) }, at);
}

function inSlot(read: Typed, wanted: readonly ValueType[], check: Check): Typed {
  const [first] = wanted;
  const value = wanted.length === 1 || read.expr.kind === 'unknown' ? adapt(read, first, check) : read;
  if (value.type === undefined || wanted.length === 0 || wanted.includes(value.type)) return value;
  const { piece, column } = read.at;
  check.say('result-type', { piece, column, found: value.type, expected: wanted.join('|') });
  return hole(read.at);
}
