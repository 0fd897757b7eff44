import type { Sight, Witness } from '../model/analysis.js';
import { type Expr, within } from '../model/expr.js';
import { sign } from '../model/num.js';
import { child } from '../model/problem.js';
import type { EffectModel, RuleModel } from '../model/rubric.js';
import type { Box, Side } from './box.js';
import { conditionExpr } from './condition-expr.js';
import { boxesOf } from './normal-form.js';
import type { Suspect } from './suspect.js';
import type { World } from './world.js';

/** Rules that punish for the place alone: the last one, whatever was done. */
export function suspectLastPlaces(world: World): readonly Suspect[] {
  return [...world.edition.rules.values()].flatMap((rule, index) => {
    const standing = mayPunish(world, rule.effect) ? lastPlaceOf(world, rule) : undefined;
    if (standing === undefined) return [];
    return [
      {
        code: 'last-place-alone',
        pointer: child('/rules', index),
        names: [rule.name, standing],
        facts: { rule: rule.name, standing },
        witnesses: () => graded(world, rule, standing),
      },
    ];
  });
}

/** What a consequence is, the engine does not know. */
function mayPunish({ edition }: World, effect: EffectModel): boolean {
  switch (effect.kind) {
    case 'consequence':
    case 'limit':
      return true;
    case 'give': {
      const { expr } = effect.points;
      if (expr.kind === 'unary') return expr.op === '-';
      return expr.kind === 'literal' && typeof expr.value === 'number' && sign(expr.value) < 0;
    }
    case 'issue':
      return edition.events.get(effect.type)?.card !== undefined;
    case 'end':
    case 'void':
      return false;
  }
}

/** The standing of which a rule asks for the last places and nothing else; undefined where it does not. */
function lastPlaceOf(world: World, { on, when }: RuleModel): string | undefined {
  const types = on.kind === 'events' ? on.types : [];
  const boxes = boxesOf(conditionExpr(when), world.declared(types)) ?? [];
  const standings = boxes.map((box) => lastIn(world, box));
  const [first] = standings;
  return standings.every((standing) => standing !== undefined && standing === first) ? first : undefined;
}

function lastIn(world: World, box: Box): string | undefined {
  const sides = [...box.values()].filter(({ read }) => !isPresence(read));
  const read = sides.map((side) => placesIn(world, side.read));
  const [standing] = read.flatMap((names) => names ?? []);
  if (read.some((names) => names === undefined) || standing === undefined) return undefined;
  return sides.some((side) => isAtTheEnd(world, side)) ? standing : undefined;
}

function isPresence(read: Expr): boolean {
  return read.kind === 'call' && read.name === 'known';
}

/** The standings whose places and sizes are all that is read; undefined where something else is. */
function placesIn(world: World, expr: Expr): readonly string[] | undefined {
  const names: string[] = [];
  for (const part of within(expr)) {
    if (part.kind === 'indicator') {
      const body = world.edition.indicators.get(part.name)?.body;
      const inner = body?.kind === 'formula' ? placesIn(world, body.is.expr) : undefined;
      if (inner === undefined) return undefined;
      names.push(...inner);
    } else if (part.kind === 'standing') {
      if (part.part === 'band') return undefined;
      names.push(part.name);
    } else if (part.kind === 'field' || part.kind === 'table') return undefined;
  }
  return names;
}

/** A place from some number on, or one that is compared with how many there are. */
function isAtTheEnd(world: World, { read, set }: Side): boolean {
  const isCounted = readsSize(world, read);
  if (set.kind !== 'line') return isCounted;
  return isCounted || set.spans.every(({ low, high }) => low !== undefined && high === undefined);
}

function readsSize(world: World, expr: Expr): boolean {
  return within(expr).some((part) => {
    if (part.kind === 'standing') return part.part === 'size';
    const body = part.kind === 'indicator' ? world.edition.indicators.get(part.name)?.body : undefined;
    return body?.kind === 'formula' && readsSize(world, body.is.expr);
  });
}

/** Subjects of whom each has one event more than the one before. */
function* graded(world: World, rule: RuleModel, standing: string): Generator<Witness> {
  const { stories, lens, feeds } = world;
  const sight: Sight = { kind: 'rule-tried', rule: rule.name, holds: true };
  const own = rule.on.kind === 'events' ? rule.on.types : [];
  for (const type of new Set([...feeds.standing(standing), ...own])) {
    for (const values of stories.variations.of(type)) {
      for (const count of [2, 4, 11]) yield { events: stories.graded(type, values, own, count), lens, sight };
    }
  }
  for (const events of stories.about([...own, ...feeds.standing(standing)], rule.examples))
    yield { events, lens, sight };
}
