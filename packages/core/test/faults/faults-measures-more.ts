import { faultsOf } from './fault.js';

export const DECAY = faultsOf(
  ['core/test/measure-take.test.ts'],
  {
    name: 'A decay weighs the past as the latest member',
    file: 'replay/decay.ts',
    find: 'sum = p * over(value) * scale + (q - p) * sum;',
    replace: 'sum = (q - p) * over(value) * scale + p * sum;',
  },
  {
    name: 'A decay begins from nothing',
    file: 'replay/decay.ts',
    find: 'let sum = over(first);',
    replace: 'let sum = 0n * over(first);',
  },
  {
    name: 'A decay forgets that its values have a common denominator',
    file: 'replay/decay.ts',
    find: 'return num(sum, common * scale);',
    replace: 'return num(sum, scale);',
  },
  {
    name: 'A decay by an unknown weight forgets nothing',
    file: 'replay/reduce.ts',
    find: 'weight === undefined ? undefined : decayOf(',
    replace: 'decayOf(',
  },
  {
    name: 'The order of a decay within an instant is no finding',
    file: 'replay/reduce.ts',
    find: 'noteOrder(reader, members[index - 1], member);',
    replace: 'noteOrder(reader, members[index - 2], member);',
  },
  {
    name: 'The reasons of a decay hide its weight',
    file: 'replay/trace-measure.ts',
    find: "return { reduce: reduce.kind, parameter: show(parameter, 'number') };",
    replace: 'return { reduce: reduce.kind };',
  },
);

export const POWERS = faultsOf(
  ['core/test/measure-take.test.ts'],
  {
    name: 'A geometric mean takes weights as they are, and no root of their sum',
    file: 'replay/power-mean.ts',
    find: 'return whole.map((each) => num(each, shared));',
    replace: 'return weights;',
  },
  {
    name: 'A mean of another power takes negative values',
    file: 'replay/power-mean.ts',
    find: 'if (members.some(({ value, weight }) => sign(value) < 0 || sign(weight) < 0)) return undefined;',
    replace: '',
  },
  {
    name: 'A value that weighs nothing makes a geometric mean nothing',
    file: 'replay/power-mean.ts',
    find: 'members.filter(({ weight }) => sign(weight) > 0)',
    replace: 'members.slice()',
  },
  {
    name: 'A mean of another power forgets the root',
    file: 'replay/power-mean.ts',
    find: 'const root = div(1, power);',
    replace: 'const root = div(1, 1);',
  },
  {
    name: 'Equal values have another mean',
    file: 'replay/power-mean.ts',
    find: 'if (counting.every(({ value }) => eq(value, first.value))) return first.value;',
    replace: '',
  },
  {
    name: 'A power of 1 is not the plain mean',
    file: 'parse/resolve-reduce.ts',
    find: 'eq(power, 1) ?',
    replace: 'eq(power, 7) ?',
  },
  {
    name: 'A root is rounded where it is rational',
    file: 'model/num-root.ts',
    find: 'return root ** degree === a ? root : undefined;',
    replace: 'return a < 2n ? root : undefined;',
    caughtBy: ['core/test/num.test.ts'],
  },
  {
    name: 'A large root has as few digits as a small one',
    file: 'model/num-power.ts',
    find: 'if (result.e > WORKING_DIGITS) {',
    replace: 'if (result.e > MAX_DIGITS) {',
    caughtBy: ['core/test/num.test.ts'],
  },
);

export const RANGES = faultsOf(
  ['core/test/measure-domain.test.ts'],
  {
    name: 'A range lacks its last number',
    file: 'replay/domain.ts',
    find: 'Math.max(0, steps + 1)',
    replace: 'Math.max(0, steps)',
  },
  {
    name: 'A range begins below its bound',
    file: 'replay/domain.ts',
    find: 'ceil(from as Num)',
    replace: 'floor(from as Num)',
  },
  {
    name: 'A range may have one number too many',
    file: 'replay/domain.ts',
    find: 'steps >= LONGEST_RANGE',
    replace: 'steps > LONGEST_RANGE',
  },
  {
    name: 'A range without a bound is empty',
    file: 'replay/domain.ts',
    find: 'if (from === undefined || to === undefined) return undefined;',
    replace: 'if (from === undefined || to === undefined) return [];',
  },
  {
    name: 'A range that runs backwards from far away is unknown',
    file: 'replay/domain.ts',
    find: 'return lt(steps, 0) ? [] : undefined;',
    replace: 'return undefined;',
  },
);

export const DROPS = faultsOf(
  ['core/test/measure-take.test.ts'],
  {
    name: 'What a condition holds back is dropped all the same',
    file: 'replay/take.ts',
    find: 'members.filter(({ frame }) => where(frame) === true)',
    replace: 'members.filter(({ frame }) => where(frame) !== null)',
  },
  {
    name: 'One member is dropped as the best and as the worst',
    file: 'replay/take.ts',
    find: 'reversed.filter((member) => !highest.has(member)),',
    replace: 'reversed,',
  },
  {
    name: 'The best to drop are those of the first guess',
    file: 'replay/optimal-drop.ts',
    find: 'if (mean === undefined || !lt(least, mean)) return gone;',
    replace: 'return gone;',
  },
  {
    name: 'The best to drop are the lowest values, whatever they weigh',
    file: 'replay/optimal-drop.ts',
    find: 'mul(weightOf(member), sub(member.value as Num, least))',
    replace: 'sub(member.value as Num, least)',
  },
  {
    name: 'Of equals the heavier one is dropped for the mean',
    file: 'replay/optimal-drop.ts',
    find: 'cmp(weightOf(a.member), weightOf(b.member)) || b.place - a.place',
    replace: 'b.place - a.place',
  },
  {
    name: 'Of equals the earlier one is dropped for the mean',
    file: 'replay/optimal-drop.ts',
    find: '|| b.place - a.place',
    replace: '|| a.place - b.place',
  },
  {
    name: 'A negative weight is dropped for the mean',
    file: 'replay/optimal-drop.ts',
    find: 'if (members.some((member) => sign(weightOf(member)) < 0)) return undefined;',
    replace: '',
  },
  {
    name: 'A value that stands in for an unknown one is told as if it were known',
    file: 'replay/take.ts',
    find: 'member.assumed = true;',
    replace: '',
  },
);

export const WINDOWS = faultsOf(
  ['core/test/measure-window.test.ts'],
  {
    name: 'A window behind an event holds the event itself',
    file: 'replay/window.ts',
    find: 'place > reader.view.place(after)',
    replace: 'place >= reader.view.place(after)',
  },
  {
    name: 'A window before an event holds the event itself',
    file: 'replay/window.ts',
    find: 'place < reader.view.place(before)',
    replace: 'place <= reader.view.place(before)',
  },
  {
    name: 'A window goes by the positions of events, and derived ones have the last',
    file: 'replay/window.ts',
    find: 'const place = reader.view.place(ord);',
    replace: 'const place = ord;',
  },
  {
    name: 'A window goes by the instant of the event that bounds it',
    file: 'replay/window.ts',
    find: '(after === undefined || place > reader.view.place(after)) &&',
    replace: '(after === undefined || reader.effective(ord) > reader.effective(after)) &&',
  },
  {
    name: 'The event that bounds a window is the last of all, though the first is asked for',
    file: 'replay/measure.ts',
    find: "left.at(reduce === 'latest' ? -1 : 0)",
    replace: 'left.at(-1)',
  },
  {
    name: 'The event that bounds a window may be one that was dropped',
    file: 'replay/measure.ts',
    find: 'reader.deeper(indicator, scope, () => leftMembers(reader, body, scope) ?? [])',
    replace: 'reader.deeper(indicator, scope, () => membersOf(reader, body, scope) ?? [])',
  },
  {
    name: 'What is passed to the indicator that bounds a window is lost',
    file: 'replay/measure.ts',
    find: 'reader.scopeOf(named, frame, values)',
    replace: 'reader.scopeOf(named, frame)',
  },
  {
    name: 'It is no finding that only names tell on which side of an event a member stands',
    file: 'replay/window.ts',
    find: 'if (bound !== undefined && bound !== ord) noteTie(reader, bound, ord);',
    replace: 'if (bound !== undefined && bound < 0) noteTie(reader, bound, ord);',
  },
  {
    name: 'Windows that bound each other are no circle',
    file: 'parse/measure-exprs.ts',
    find: '[take.window?.after, take.window?.before].flatMap(',
    replace: '[take.window?.after, take.window?.before].slice(2).flatMap(',
  },
  {
    name: 'The reasons hide the event that bounds a window',
    file: 'replay/trace-measure.ts',
    find: '...(after === undefined ? {} : {',
    replace: '...(after !== undefined ? {} : {',
  },
);

export const CHAINS = faultsOf(
  ['core/test/measure-depth.test.ts', 'reference/test/chains.test.ts'],
  {
    name: 'Readings lead to no more others than stand on the stack of calls',
    file: 'replay/descent.ts',
    find: 'if (isFull) throw new Deeper(own, read);',
    replace: 'if (isFull) throw new Endless();',
  },
  {
    name: 'A reading without end is taken for unknown where it is met, and not where it was asked for',
    file: 'replay/descent.ts',
    find: 'if (this.#above + this.#depth - this.#top >= DEEPEST) throw new Endless();',
    replace: 'if (this.#above + this.#depth - this.#top >= DEEPEST) return undefined;',
  },
  {
    name: 'The readings that wait are not counted',
    file: 'replay/descent.ts',
    find: 'this.#above = above + waiting.length * STACKED;',
    replace: 'this.#above = above + Math.min(waiting.length, 3) * STACKED;',
  },
);
