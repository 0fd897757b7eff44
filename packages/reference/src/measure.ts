import { evaluateNumber } from './evaluate-formula.js';
import { ZERO } from './fraction.js';
import { membersOf } from './members.js';
import type { MeasureModel } from './model.js';
import { reduced } from './reduce.js';
import { noteSimultaneous } from './simultaneous.js';
import { kept } from './take.js';
import type { Value } from './values.js';
import { insideWindow } from './window.js';
import type { Frame, Happening, Member } from './world.js';

export interface Measured {
  readonly value: Value;
  readonly coverage: { readonly used: number; readonly of: number };
  readonly taken: readonly Happening[];
}

/** of → take → reduce. */
export async function measure(model: MeasureModel, indicator: string, around: Frame): Promise<Measured> {
  const { coverage, taken } = await take(model, indicator, around);
  if (taken === undefined) return { value: undefined, coverage, taken: [] };
  await noteSimultaneous(model.reduce, taken, around);
  const events = taken.flatMap((member) => member.frame.event ?? []);
  const frame: Frame = { ...around, event: undefined, it: undefined };
  return { value: await reduced(model.reduce, taken, frame), coverage, taken: events };
}

/** of → take: the members that are left to reduce; none at all where the result is unknown whatever they are worth. */
export async function take(
  model: MeasureModel,
  indicator: string,
  around: Frame,
): Promise<{ readonly coverage: Measured['coverage']; readonly taken: readonly Member[] | undefined }> {
  const frame: Frame = { ...around, event: undefined, it: undefined };
  const nested = async (value: MeasureModel, inside: Frame) => (await measure(value, indicator, inside)).value;
  const found = await membersOf(model.of, indicator, frame, nested);
  if (found === undefined) return { coverage: { used: 0, of: 0 }, taken: undefined };
  const members = await insideWindow(model.take.window, found, frame);
  const known = members.filter((member) => member.value !== undefined);
  const coverage = { used: known.length, of: members.length };
  const candidates = withMissing(model, members);
  if (candidates === undefined || !(await enough(model, known.length, candidates.length, frame))) {
    return { coverage, taken: undefined };
  }
  return { coverage, taken: await kept(model.take, candidates, frame) };
}

/** Whether there are as many members of known value as are needed. */
async function enough(model: MeasureModel, known: number, size: number, frame: Frame): Promise<boolean> {
  if (model.need === undefined) return true;
  const need = await evaluateNumber(model.need, { ...frame, size });
  return need !== undefined && need.top <= BigInt(known) * need.bottom;
}

/** What `missing` makes of members of unknown value: undefined makes the whole unknown. */
function withMissing(model: MeasureModel, members: readonly Member[]): readonly Member[] | undefined {
  const missing = members.filter((member) => member.value === undefined);
  if (missing.length > 0 && model.missing === 'unknown') return undefined;
  return members.flatMap((member) => {
    if (member.value !== undefined) return [member];
    if (model.missing !== 'zero' || !member.sure) return [];
    return [{ ...member, value: ZERO, weight: member.weight ?? ZERO }];
  });
}
