import { compareKeys } from './cohort.js';
import { Moment } from './dates.js';
import { visible } from './events.js';
import { periodFrame } from './indicator.js';
import type {
  CardEntry,
  EventTypeModel,
  IndicatorModel,
  IndicatorReading,
  RowConsequence,
  SubjectFile,
} from './model.js';
import { carries, stateOf } from './scope.js';
import {
  byCodePoint,
  distinct,
  identityOf,
  isList,
  type Keys,
  type Scalar,
  same,
  shown,
  shownKeys,
  type Value,
} from './values.js';
import type { Frame, Happening } from './world.js';

/** What an outcome says about one subject. `period` is the latest in which it has a row in a standing. */
export async function subjectFile(
  subject: Scalar,
  period: Value,
  consequences: readonly RowConsequence[],
  frame: Frame,
): Promise<SubjectFile> {
  const indicators: { [name: string]: IndicatorReading } = {};
  for (const model of frame.edition.indicators.values()) {
    if (model.hidden || !model.per.includes(frame.edition.subject)) continue;
    const reading = await indicatorReading(model, subject, period, frame);
    if (reading !== undefined) indicators[model.name] = reading;
  }
  return { indicators, cards: await cardsOf(subject, frame), consequences };
}

/** The values of the subject key that live events carry, by code point. */
export async function subjectsIn(frame: Frame): Promise<readonly Scalar[]> {
  const values: Scalar[] = [];
  for (const event of await visible(frame)) {
    const subject = (await keysOf(event, [frame.edition.subject], frame))?.get(frame.edition.subject);
    if (subject !== undefined && !isList(subject)) values.push(subject);
  }
  return distinct(values).sort((a, b) => byCodePoint(String(a), String(b)));
}

/** One value where the subject and the period are all there is to bind; else all bindings as members. Undefined where none occurs. */
async function indicatorReading(
  model: IndicatorModel,
  subject: Scalar,
  period: Value,
  frame: Frame,
): Promise<IndicatorReading | undefined> {
  const own = frame.edition.subject;
  const periodKey = frame.edition.period?.key;
  const all = await bindingsOf(model, subject, frame);
  if (all.length === 0) return undefined;
  const members: Omit<IndicatorReading, 'members'>[] = [];
  for (const keys of all) members.push(await readAt(model, keys, frame));
  if (model.per.some((name) => name !== own && name !== periodKey)) return { ...NOTHING, members };
  if (periodKey === undefined || !model.per.includes(periodKey)) {
    return readAt(model, new Map([[own, subject]]), frame);
  }
  const latest = period ?? all.at(-1)?.get(periodKey);
  const binding: Keys = new Map<string, Value>([
    [own, subject],
    [periodKey, latest],
  ]);
  const shownOne = await readAt(model, binding, frame);
  return all.some((keys) => identityOf(keys) !== identityOf(binding)) ? { ...shownOne, members } : shownOne;
}

const NOTHING: IndicatorReading = { value: null, coverage: { used: 0, of: 0 }, band: null, keys: {} };

async function readAt(model: IndicatorModel, keys: Keys, frame: Frame): Promise<Omit<IndicatorReading, 'members'>> {
  const { value, coverage, band } = await frame.world.calls.indicator(model.name, [], { ...frame, keys });
  return { value: shown(value), coverage, band, keys: shownKeys(keys) };
}

/** Every combination of the keys that a live event carries, key by key in the order of `per`. */
async function bindingsOf(model: IndicatorModel, subject: Scalar, frame: Frame): Promise<readonly Keys[]> {
  const found = new Map<string, Keys>();
  for (const event of await visible(frame)) {
    const keys = await keysOf(event, model.per, frame);
    const about = keys?.get(frame.edition.subject);
    if (keys === undefined || about === undefined || isList(about) || !same(about, subject)) continue;
    found.set(identityOf(keys), keys);
  }
  return [...found.values()].sort((a, b) => compareKeys(model.per, a, b));
}

async function keysOf(event: Happening, names: readonly string[], frame: Frame): Promise<Keys | undefined> {
  const keys = new Map<string, Value>();
  for (const name of names) {
    if (!(await carries(event, name, frame))) return undefined;
    const value = await frame.world.calls.field(event, name, frame);
    if (value === undefined) return undefined;
    keys.set(name, value);
  }
  return keys;
}

async function cardsOf(subject: Scalar, frame: Frame): Promise<CardEntry[]> {
  const cards: CardEntry[] = [];
  for (const event of await visible(frame)) {
    const type = frame.edition.events.get(event.type);
    const about = (await keysOf(event, [frame.edition.subject], frame))?.get(frame.edition.subject);
    if (type?.card === undefined || about === undefined || isList(about) || !same(about, subject)) continue;
    const colour = await frame.world.calls.field(event, type.card.colour, frame);
    if (typeof colour !== 'string') continue;
    const look = type.card.colours.get(colour);
    if (look !== undefined)
      cards.push({ ...(await cardOf(event, type, frame)), colour, polarity: look.polarity, severity: look.severity });
  }
  return cards;
}

/** What is shown of a card besides its colour and what that means. */
async function cardOf(
  event: Happening,
  type: EventTypeModel,
  frame: Frame,
): Promise<Omit<CardEntry, 'colour' | 'polarity' | 'severity'>> {
  const ending = frame.world.course?.ended.get(event);
  const state = stateOf(frame.world, event, (await periodFrame(event, frame)).now);
  return {
    id: event.id,
    type: event.type,
    time: new Moment(event.time).toString(),
    state,
    endedAt: state === 'active' || ending === undefined ? null : new Moment(ending.at).toString(),
    derived: event.issued !== undefined,
    data: await shownFields(event, type, frame),
  };
}

/** The fields of an event but its lists, as shown. */
export async function shownFields(
  event: Happening,
  type: EventTypeModel,
  frame: Frame,
): Promise<{ [name: string]: string | boolean | null }> {
  const data: { [name: string]: string | boolean | null } = {};
  for (const field of type.fields.values()) {
    if (field.kind !== 'list') data[field.name] = shown(await frame.world.calls.field(event, field.name, frame));
  }
  return data;
}
