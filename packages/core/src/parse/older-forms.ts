import type { RubricDocument } from './document.js';
import type { Pass, World } from './world.js';

/** Types that are older forms of others. */
export function olderForms({ vocabulary }: RubricDocument): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(vocabulary.events).flatMap(([type, { becomes }]) =>
      becomes === undefined ? [] : [[type, becomes.type]],
    ),
  );
}

/** What events of a type are read as in the end; undefined for a type that is no older form, or one in a circle. */
function finalForm(world: Pick<World, 'becomes'>, type: string): string | undefined {
  const seen = new Set<string>();
  let at = type;
  for (let next = world.becomes.get(at); next !== undefined; next = world.becomes.get(at)) {
    if (seen.has(at)) return undefined;
    seen.add(at);
    at = next;
  }
  return at === type ? undefined : at;
}

/** All but `becomes` speaks of types that become no other: there are no events of the others. */
export function sayOlder(type: string, pointer: string, { world, report }: Pass): void {
  const becomes = finalForm(world, type);
  if (becomes !== undefined) report.add('type-older', pointer, { type, becomes });
}
