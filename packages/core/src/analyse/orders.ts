import type { Sight, Witness } from '../model/analysis.js';
import type { CloudEvent } from '../model/event.js';
import type { World } from './world.js';

/** How many events of the first kind come before the two that are compared. */
const BEFORE: readonly number[] = [0, 1, 2, 3, 5, 11];
const MOST = 8;

/** Two events of one day, and the same with their times exchanged. */
export function* swapped(world: World, types: readonly string[], sights: readonly Sight[]): Generator<Witness> {
  for (const events of pairs(world, types, 60)) {
    const [one, other] = events.slice(-2);
    if (one === undefined || other === undefined) continue;
    const turned = [...events.slice(0, -2), { ...one, time: other.time }, { ...other, time: one.time }];
    for (const sight of sights)
      yield { events, lens: world.lens, against: { events: turned, lens: world.lens }, sight };
  }
}

/** Two events of one instant, and the same with their ids exchanged. */
export function* sameInstant(world: World, types: readonly string[], sights: readonly Sight[]): Generator<Witness> {
  for (const events of pairs(world, types, 0)) {
    const [one, other] = events.slice(-2);
    if (one === undefined || other === undefined) continue;
    const turned = [...events.slice(0, -2), { ...one, id: other.id }, { ...other, id: one.id }];
    for (const sight of sights)
      yield { events, lens: world.lens, against: { events: turned, lens: world.lens }, sight };
  }
}

/** Some events of one kind, then one more of it and one of another kind, so many minutes apart. */
function* pairs(world: World, types: readonly string[], apart: number): Generator<readonly CloudEvent[]> {
  const { stories } = world;
  const kinds = types.flatMap((type) =>
    stories.variations
      .of(type)
      .slice(0, MOST)
      .map((values) => ({ type, values })),
  );
  for (const before of BEFORE) {
    for (const one of kinds) {
      for (const other of kinds) {
        if (one === other) continue;
        const days = Array.from({ length: before }, (_, day) => ({ ...one, day, minute: 0 }));
        yield stories.timed([...days, { ...one, day: before, minute: 0 }, { ...other, day: before, minute: apart }]);
      }
    }
  }
}
