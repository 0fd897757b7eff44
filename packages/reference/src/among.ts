import { includes } from './cohort.js';
import type { AmongBlock } from './model.js';
import type { Value } from './values.js';
import { emptyMemo, type Frame, type Happening, type World } from './world.js';

/** The world as if, of the events of a block's types, there were only those whose fields all hold one of the members. */
export async function worldAmong(block: AmongBlock, members: readonly Value[], frame: Frame): Promise<World> {
  const { world } = frame;
  const events: Happening[] = [];
  for (const event of world.events) {
    if (!block.types.includes(event.type) || (await isBetween(event, block.fields, members, frame))) events.push(event);
  }
  // What fields are computed from is what was recorded, all of it.
  return { ...world, events, recorded: world.recorded ?? world, memo: emptyMemo() };
}

async function isBetween(
  event: Happening,
  fields: readonly string[],
  members: readonly Value[],
  frame: Frame,
): Promise<boolean> {
  for (const field of fields) {
    if (!includes(members, await frame.world.calls.field(event, field, frame))) return false;
  }
  return true;
}
