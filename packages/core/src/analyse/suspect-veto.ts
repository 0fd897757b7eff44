import type { Sight, Witness } from '../model/analysis.js';
import { type Expr, within } from '../model/expr.js';
import { exprText } from '../model/expr-text.js';
import { child } from '../model/problem.js';
import type { Box } from './box.js';
import { boxesOf } from './normal-form.js';
import type { Slot } from './slot.js';
import { holds, isAway } from './span.js';
import type { Suspect } from './suspect.js';
import type { World } from './world.js';

/** Formulas that bring a value to nothing because of something that happened, without naming a clause. */
export function suspectVetoes(world: World): readonly Suspect[] {
  return world.slots.flatMap((slot) => {
    const { owner, pointer, expr } = slot;
    const indicator = world.edition.indicators.get(owner.name);
    const isOwn = owner.kind === 'indicator' && indicator !== undefined && /\/(?:is|map)(?:\/\d+)?$/.test(pointer);
    if (!isOwn || indicator.basis !== undefined || indicator.hidden) return [];
    const condition = within(expr)
      .map((part) => vetoIn(world, part))
      .find((found) => found !== undefined);
    if (condition === undefined) return [];
    return [
      {
        code: 'veto-without-basis',
        pointer: child('/indicators', owner.name),
        names: [owner.name],
        facts: { indicator: owner.name, condition: exprText(condition) },
        witnesses: () => vetoed(world, slot),
      },
    ];
  });
}

/** `happened > 0 ? 0 : …`, either way round. */
function vetoIn(world: World, part: Expr): Expr | undefined {
  if (part.kind !== 'if') return undefined;
  const { when } = part;
  if (isZero(part.then) && !isLiteral(part.else)) return counts(world, when, true) ? when : undefined;
  if (isZero(part.else) && !isLiteral(part.then)) return counts(world, when, false) ? when : undefined;
  return undefined;
}

function isZero(expr: Expr): boolean {
  return expr.kind === 'literal' && expr.value === 0;
}

function isLiteral(expr: Expr): boolean {
  return expr.kind === 'literal';
}

/** Whether the condition comes to hold (or to fail) once events are counted. */
function counts(world: World, when: Expr, isHeld: boolean): boolean {
  const wanted: Expr = isHeld ? when : { kind: 'unary', type: 'flag', op: '!', of: when };
  const boxes = boxesOf(wanted, world.domain([]));
  return boxes !== undefined && boxes.length > 0 && boxes.every((box) => isCounted(world, box));
}

function isCounted({ edition }: World, box: Box): boolean {
  return [...box.values()].some(({ read, set }) => {
    const body = read.kind === 'indicator' ? edition.indicators.get(read.name)?.body : undefined;
    const isCount = body?.kind === 'measure' && body.reduce === 'count' && body.of.kind === 'events';
    return isCount && set.kind === 'line' && !holds(set.spans, 0) && set.spans.every(isAway);
  });
}

/** The same ledger with and without one of its events. */
function* vetoed(world: World, { owner, types }: Slot): Generator<Witness> {
  const { lens } = world;
  const sight: Sight = {
    kind: 'differs',
    of: 'value',
    name: owner.name,
    subject: '',
    isLost: false,
    one: null,
    other: null,
  };
  for (const events of world.storiesAbout({ owner, types })) {
    for (const { id } of events.slice(-3)) {
      yield { events, lens, against: { events, lens: { ...lens, suppose: { void: [id] } } }, sight };
    }
  }
}
