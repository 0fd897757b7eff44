import type { FieldModel } from './model.js';
import { identityOf, isList, same, type Value } from './values.js';
import type { Frame, Happening, World } from './world.js';

/** The plain name of a key: the event's where it carries it, else the one bound around it. */
export async function keyInScope(name: string, frame: Frame): Promise<Value> {
  if (frame.event !== undefined && (await carries(frame.event, name, frame))) {
    return frame.world.calls.field(frame.event, name, frame);
  }
  return nameAround(name, frame);
}

/** A key or passed value of the scope around the event. */
export function nameAround(name: string, frame: Frame): Value {
  return frame.keys.has(name) ? frame.keys.get(name) : frame.passed.get(name);
}

export async function carries(event: Happening, key: string, frame: Frame): Promise<boolean> {
  return (await fieldOf(event, key, frame))?.kind === 'key';
}

export async function fieldOf(event: Happening, name: string, frame: Frame): Promise<FieldModel | undefined> {
  const edition = frame.provisional ? frame.edition : await frame.world.calls.editionOf(event, frame);
  return edition.events.get(event.type)?.fields.get(name);
}

/** Whether the event's keys agree with the frame's on every key that both have. An unknown key agrees with nothing. */
export async function agrees(event: Happening, frame: Frame): Promise<boolean> {
  for (const [name, bound] of frame.keys) {
    if (!(await carries(event, name, frame))) continue;
    const own = await frame.world.calls.field(event, name, frame);
    if (own === undefined || bound === undefined || isList(own) || isList(bound) || !same(own, bound)) return false;
  }
  return true;
}

/** `active`, or the label of what had ended it by then. */
export function stateOf(world: World, event: Happening, now: number): string {
  const ending = world.course?.ended.get(event);
  return ending !== undefined && ending.at <= now ? ending.as : 'active';
}

export function bound(frame: Frame, name: string, value: Value): Frame {
  return { ...frame, keys: new Map([...frame.keys, [name, value]]) };
}

/** A text that tells readings of one thing apart: what is in scope, and when. */
export function placeOf(name: string, frame: Frame): string {
  return [name, identityOf(frame.keys), identityOf(frame.passed), frame.horizon, frame.now].join(' ');
}
