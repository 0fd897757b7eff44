import { membersInScope } from './cohort.js';
import { evaluate, evaluateNumber } from './evaluate-formula.js';
import { visible } from './events.js';
import { Fraction, ONE } from './fraction.js';
import type { DomainModel, Formula, SourceModel } from './model.js';
import { agrees, bound, carries } from './scope.js';
import { distinct, fromModel, isList, type Scalar, type Value } from './values.js';
import type { Frame, Member } from './world.js';

type EachModel = Extract<SourceModel, { kind: 'each' }>;
type Nested = (value: Exclude<EachModel['value'], Formula>, frame: Frame) => Promise<Value>;

/** The members of a source, in member order; undefined where it is unknown which there are. `nested` reduces a measure that stands where a value is asked for. */
export async function membersOf(
  of: SourceModel,
  indicator: string,
  frame: Frame,
  nested: Nested,
): Promise<readonly Member[] | undefined> {
  switch (of.kind) {
    case 'events':
      return eventMembers(of, frame);
    case 'given':
      return frame.world.calls.given(indicator, frame);
    case 'each':
      return eachMembers(of, frame, nested);
    case 'parts':
      return partMembers(of, frame);
  }
}

async function eventMembers(of: Extract<SourceModel, { kind: 'events' }>, frame: Frame): Promise<Member[]> {
  const members: Member[] = [];
  for (const event of await visible(frame, of.types)) {
    if (!(await agrees(event, frame))) continue;
    const inside = { ...frame, event, around: undefined };
    const sure = of.where === undefined ? true : await evaluate(of.where, inside);
    if (sure === false) continue;
    members.push(await memberOf(sure === true, inside, of.weight, () => formulaOrOne(of.value, inside)));
  }
  return members;
}

async function eachMembers(of: EachModel, frame: Frame, nested: Nested): Promise<Member[] | undefined> {
  const domain = await domainOf(of.domain, of.key, frame);
  if (domain === undefined) return undefined;
  const members: Member[] = [];
  for (const item of distinct(domain)) {
    const inside = { ...bound(frame, of.key, item), around: frame.keys };
    const sure = of.where === undefined ? true : await evaluate(of.where, inside);
    if (sure === false) continue;
    const { value } = of;
    const compute = () => ('expr' in value ? evaluate(value, inside) : nested(value, inside));
    members.push(await memberOf(sure === true, inside, of.weight, compute));
  }
  return members;
}

async function partMembers(of: Extract<SourceModel, { kind: 'parts' }>, frame: Frame): Promise<Member[]> {
  const members: Member[] = [];
  for (const part of of.parts) {
    const { value } = await frame.world.calls.indicator(part.indicator, [], frame);
    const weight = part.weight === undefined ? ONE : Fraction.fromModel(part.weight);
    members.push({ value, weight, sure: true, frame });
  }
  return members;
}

/** A member whose `where` is unknown, or whose weight is, has an unknown value. */
async function memberOf(
  sure: boolean,
  frame: Frame,
  weightFormula: Formula | undefined,
  compute: () => Promise<Value>,
): Promise<Member> {
  const value = sure ? await compute() : undefined;
  const weight = await formulaOrOne(weightFormula, frame);
  return { value: weight === undefined ? undefined : value, weight, sure, frame };
}

async function formulaOrOne(formula: Formula | undefined, frame: Frame): Promise<Value> {
  return formula === undefined ? ONE : evaluate(formula, frame);
}

async function domainOf(domain: DomainModel, key: string, frame: Frame): Promise<readonly Scalar[] | undefined> {
  switch (domain.kind) {
    case 'values':
      return domain.values.map((value) => fromModel(typeof value === 'string' ? 'text' : 'number', value));
    case 'cohort':
      return membersInScope(domain.cohort, frame.keys, frame);
    case 'range':
      return wholeNumbers(await evaluateNumber(domain.from, frame), await evaluateNumber(domain.to, frame));
    case 'sources':
      return occurring(domain.types, undefined, key, frame);
    case 'events':
      return occurring([domain.type], domain, key, frame);
  }
}

function wholeNumbers(from: Fraction | undefined, to: Fraction | undefined): readonly Fraction[] | undefined {
  if (from === undefined || to === undefined) return undefined;
  const numbers: Fraction[] = [];
  for (let next = from.round(0, 'ceil'); next.compare(to) <= 0; next = next.plus(ONE)) {
    numbers.push(next);
    if (numbers.length > 10_000) return undefined;
  }
  return numbers;
}

/** The values of the key, or the items of a list field, in events that agree with the binding. */
async function occurring(
  types: readonly string[],
  only: Extract<DomainModel, { kind: 'events' }> | undefined,
  key: string,
  frame: Frame,
): Promise<readonly Scalar[]> {
  const around: Frame = { ...frame, keys: new Map([...frame.keys].filter(([name]) => name !== key)) };
  const values: Scalar[] = [];
  for (const event of await visible(frame, types)) {
    if (!(await agrees(event, around))) continue;
    const inside = { ...around, event };
    if (only?.where !== undefined && (await evaluate(only.where, inside)) !== true) continue;
    if (only?.list === undefined && !(await carries(event, key, frame))) continue;
    const found = await frame.world.calls.field(event, only?.list ?? key, frame);
    if (found !== undefined) values.push(...(isList(found) ? found : [found]));
  }
  return values;
}
