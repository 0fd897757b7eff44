import { CivilDate, endOf } from './dates.js';
import { allEditions, editionAt } from './editions.js';
import { contextValue, evaluate } from './evaluate-formula.js';
import { Fraction } from './fraction.js';
import { mapped } from './map.js';
import { measure, take } from './measure.js';
import type { IndicatorModel } from './model.js';
import { carries, fieldOf, keyInScope, nameAround, placeOf } from './scope.js';
import type { Keys, Value } from './values.js';
import { bareFrame, type Frame, type Happening, type Member, note, type Reading, remember } from './world.js';

/** Reads an indicator: keys of `per` come from the scope, arguments bind the last ones. */
export async function readIndicator(
  name: string,
  args: readonly Value[],
  frame: Frame,
  passes?: readonly Value[],
): Promise<Reading> {
  return unlessEndless(name, frame, UNREADABLE, async () => {
    const at = await scopeOf(name, args, frame, passes);
    if (at === undefined) return UNREADABLE;
    return remember(frame.world.memo.readings, placeOf(name, at), () => compute(name, at));
  });
}

/** The members of an indicator that are left to reduce, as the scope reads it; undefined where that is unknown, or it is no measure. */
export async function readMembers(
  name: string,
  frame: Frame,
  passes: readonly Value[],
): Promise<readonly Member[] | undefined> {
  return unlessEndless(name, frame, undefined, async () => {
    const at = await scopeOf(name, [], frame, passes);
    const body = at?.edition.indicators.get(name)?.body;
    return at === undefined || body?.kind !== 'measure' ? undefined : (await take(body, name, at)).taken;
  });
}

/** The event that an indicator picks as the scope reads it: the last or the first of those that its measure takes. */
export async function pickedEvent(
  name: string,
  frame: Frame,
  passes: readonly Value[],
): Promise<Happening | undefined> {
  return unlessEndless(name, frame, undefined, async () => {
    const at = await scopeOf(name, [], frame, passes);
    const body = at?.edition.indicators.get(name)?.body;
    if (at === undefined || body?.kind !== 'measure' || body.of.kind !== 'events') return undefined;
    if (body.reduce !== 'latest' && body.reduce !== 'first') return undefined;
    const { taken } = await take(body, name, at);
    return taken?.at(body.reduce === 'latest' ? -1 : 0)?.frame.event;
  });
}

/** The value of an indicator after the first steps of its map. */
export async function stageOf(name: string, keys: Keys, passed: Keys, frame: Frame, steps: number): Promise<Value> {
  const at = { ...frame, keys, passed, around: undefined, event: undefined, it: undefined };
  return remember(frame.world.memo.stages, `${steps} ${placeOf(name, at)}`, async () => {
    const model = at.edition.indicators.get(name);
    return model && mapped(model, (await body(model, at)).value, at, steps);
  });
}

/** The reading instant: no later than the last instant of the period, where the period's key is among the keys. Computed fields and rulings have none, and see all dates. */
export async function readingFrame(names: readonly string[], frame: Frame): Promise<Frame> {
  const end = frame.horizon === Number.POSITIVE_INFINITY ? undefined : await periodEnd(names, frame);
  const now = Math.min(frame.horizon, end ?? frame.now);
  const bare = bareFrame(frame.world, editionAt(frame.world, now), frame.horizon, now);
  return { ...bare, keys: frame.keys, passed: frame.passed, depth: frame.depth };
}

/** Where an event is looked at: at its period's end, where that is earlier and it carries the period's key. */
export async function periodFrame(event: Happening, frame: Frame): Promise<Frame> {
  const key = frame.edition.period?.key;
  if (key === undefined || !(await carries(event, key, frame))) return frame;
  const value = await frame.world.calls.field(event, key, frame);
  const { now } = await readingFrame([key], { ...frame, keys: new Map([[key, value]]) });
  return { ...frame, now };
}

const DEEPEST = 10_000;

class Endless extends Error {}

/** Readings that lead to readings without end are given up where they were first asked for, so that none in between is taken for unknown. */
export async function unlessEndless<T>(name: string, frame: Frame, unknown: T, read: () => Promise<T>): Promise<T> {
  if (frame.depth > 0) return read();
  try {
    return await read();
  } catch (thrown) {
    if (!(thrown instanceof Endless)) throw thrown;
    note(frame.world, { code: 'too-deep', subject: null, facts: { indicator: name } });
    return unknown;
  }
}

const UNREADABLE: Reading = {
  value: undefined,
  coverage: { used: 0, of: 0 },
  band: null,
  keys: new Map(),
  taken: [],
};

async function periodEnd(names: readonly string[], frame: Frame): Promise<number | undefined> {
  const edition = editionAt(frame.world, frame.horizon);
  const period = edition.period;
  if (period === undefined || !names.includes(period.key)) return undefined;
  const keys = new Map([[period.key, frame.keys.get(period.key)]]);
  const ends = await evaluate(period.ends, {
    ...bareFrame(frame.world, edition, frame.horizon, frame.horizon),
    keys,
  });
  return ends instanceof CivilDate ? endOf(edition.zone, ends).ms : frame.horizon;
}

function anyModel(name: string, frame: Frame): IndicatorModel | undefined {
  return allEditions(frame.world)
    .map((edition) => edition.indicators.get(name))
    .find((model) => model !== undefined);
}

/** Where an indicator is computed; undefined where a key of it is unknown. */
async function scopeOf(
  name: string,
  args: readonly Value[],
  frame: Frame,
  passes: readonly Value[] | undefined,
): Promise<Frame | undefined> {
  const model = frame.edition.indicators.get(name) ?? anyModel(name, frame);
  if (model === undefined) return undefined;
  if (frame.depth >= DEEPEST) throw new Endless();
  const keys = await keysOf(model, args, frame);
  if ([...keys.values()].some((value) => value === undefined)) return undefined;
  const passed = await passedTo(model, frame, passes);
  return readingFrame(model.per, { ...frame, keys, passed, depth: frame.depth + 1 });
}

async function keysOf(model: IndicatorModel, args: readonly Value[], frame: Frame): Promise<Keys> {
  const keys = new Map<string, Value>();
  for (const [index, name] of model.per.entries()) {
    const arg = index - (model.per.length - args.length);
    keys.set(name, arg >= 0 ? args[arg] : await keyInScope(name, frame));
  }
  return keys;
}

async function passedTo(model: IndicatorModel, frame: Frame, passes: readonly Value[] | undefined): Promise<Keys> {
  const passed = new Map<string, Value>();
  for (const [index, { name }] of model.with.entries()) {
    passed.set(name, passes === undefined ? await valueInScope(name, frame) : passes[index]);
  }
  return passed;
}

/** A passed value may be any name of the reader's scope. */
async function valueInScope(name: string, frame: Frame): Promise<Value> {
  if (frame.event !== undefined && (await fieldOf(frame.event, name, frame)) !== undefined) {
    return frame.world.calls.field(frame.event, name, frame);
  }
  if (frame.keys.has(name) || frame.passed.has(name)) return nameAround(name, frame);
  const context = CONTEXT.find((each) => each === name);
  return context && contextValue(context, frame);
}

const CONTEXT = ['time', 'effective', 'recorded', 'now', 'today', 'id', 'source', 'subject', 'type', 'state'] as const;

async function compute(name: string, frame: Frame): Promise<Reading> {
  const model = frame.edition.indicators.get(name);
  if (model === undefined) return { ...UNREADABLE, keys: frame.keys };
  const measured = await body(model, frame);
  const it = await mapped(model, measured.value, frame, model.map.length);
  const otherwise = it === undefined && model.otherwise !== undefined;
  const unlimited = otherwise && model.otherwise ? await evaluate(model.otherwise, { ...frame, it }) : it;
  const value = unlimited instanceof Fraction ? await limited(name, unlimited, frame) : unlimited;
  return { ...measured, value, band: bandOf(model, value), keys: frame.keys };
}

async function body(model: IndicatorModel, frame: Frame): Promise<Pick<Reading, 'value' | 'coverage' | 'taken'>> {
  if (model.body.kind === 'measure') return measure(model.body, model.name, frame);
  const value = await evaluate(model.body.is, frame);
  return { value, coverage: { used: value === undefined ? 0 : 1, of: 1 }, taken: [] };
}

async function limited(name: string, value: Fraction, frame: Frame): Promise<Fraction> {
  const { min, max } = await frame.world.calls.limits(name, frame);
  const raised = min instanceof Fraction && value.compare(min) < 0 ? min : value;
  return max instanceof Fraction && raised.compare(max) > 0 ? max : raised;
}

function bandOf(model: IndicatorModel, value: Value): string | null {
  if (!(value instanceof Fraction)) return null;
  const band = model.bands.find(({ from }) => from === undefined || Fraction.fromModel(from).compare(value) <= 0);
  return band?.id ?? null;
}
