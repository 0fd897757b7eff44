import type { Sight } from '../model/analysis.js';
import { type Expr, within } from '../model/expr.js';
import { fieldsIn } from '../model/expr-walk.js';
import { child } from '../model/problem.js';
import type { MeasureModel, RuleModel } from '../model/rubric.js';
import type { Box } from './box.js';
import { conditionExpr } from './condition-expr.js';
import { boxesOf } from './normal-form.js';
import { sameInstant, swapped } from './orders.js';
import type { Suspect } from './suspect.js';
import type { World } from './world.js';

/** Caps that what comes first uses up, and derived events that hang on which of two events comes first. */
export function suspectOrders(world: World): readonly Suspect[] {
  return [
    ...[...world.edition.indicators.values()].flatMap(({ name, body }) =>
      body.kind === 'measure' ? keptFirst(world, name, body) : [],
    ),
    ...[...world.edition.rules.values()].flatMap((rule, index) => {
      const capped = running(world, rule, child('/rules', index));
      return capped.length > 0 ? capped : byId(world, rule, child('/rules', index));
    }),
  ];
}

/** The first few count, whatever they are worth. */
function keptFirst(world: World, name: string, { of, take, reduce }: MeasureModel): readonly Suspect[] {
  if (take.keep?.which !== 'first' || of.kind !== 'events' || (reduce !== 'sum' && reduce !== 'mean')) return [];
  const isOfAll = within(take.keep.n.expr).some((part) => part.kind === 'context' && part.name === 'size');
  if (isOfAll || of.value === undefined || fieldsIn(of.value.expr).size === 0) return [];
  const types = [...world.feeds.indicator(name)];
  return [
    {
      code: 'cap-by-order',
      pointer: `${child('/indicators', name)}/take/keep`,
      names: [name],
      facts: { owner: name, reads: `first ${take.keep.n.text}` },
      witnesses: () => swapped(world, types, [differs('value')]),
    },
  ];
}

/** Only while a sum is below a bound is something issued, and how much is then issued hangs on the trigger. */
function running(world: World, rule: RuleModel, pointer: string): readonly Suspect[] {
  const { effect, on, name } = rule;
  if (effect.kind !== 'issue' || on.kind !== 'events') return [];
  const amounts = [...effect.fields.values()].map(({ expr }) => expr).filter(({ type }) => type === 'number');
  if (!fieldsRead(amounts)) return [];
  const boxes = boxesOf(conditionExpr(rule.when), world.declared(on.types)) ?? [];
  const capped = [...new Set(boxes.flatMap((box) => capsIn(box)))].filter((indicator) => {
    const body = world.edition.indicators.get(indicator)?.body;
    const fed = world.feeds.indicator(indicator);
    return (
      body?.kind === 'measure' &&
      body.reduce === 'sum' &&
      (fed.has(effect.type) || on.types.some((type) => fed.has(type)))
    );
  });
  if (capped.length === 0) return [];
  return [
    {
      code: 'cap-by-order',
      pointer,
      names: [name, ...capped],
      facts: { owner: name, reads: capped.join(', ') },
      witnesses: () => swapped(world, on.types, [differs('value')]),
    },
  ];
}

/** Indicators that must be below something. */
function capsIn(box: Box): readonly string[] {
  return [...box.values()].flatMap(({ read, set }) =>
    read.kind === 'indicator' && set.kind === 'line' && set.spans.every(({ high }) => high !== undefined)
      ? [read.name]
      : [],
  );
}

/** What the rule makes of a trigger hangs on the trigger, and on others of its kind that may happen at the same instant. */
function byId(world: World, rule: RuleModel, pointer: string): readonly Suspect[] {
  const { effect, on, name, at } = rule;
  if ((effect.kind !== 'issue' && effect.kind !== 'end') || on.kind !== 'events' || at !== undefined) return [];
  const fields =
    effect.kind === 'issue' ? [effect.where, ...effect.fields.values()].flatMap((formula) => formula?.expr ?? []) : [];
  const own = [conditionExpr(rule.when), ...fields];
  const reads = own.flatMap(within).flatMap((part) => (part.kind === 'indicator' ? [part.name] : []));
  const isRunning = reads.some((indicator) => on.types.some((type) => world.feeds.indicator(indicator).has(type)));
  if (!isRunning || !fieldsRead(own)) return [];
  return [
    {
      code: 'decided-by-id',
      pointer,
      names: [name],
      facts: { rule: name },
      witnesses: () => sameInstant(world, on.types, [differs('value'), differs('cards')]),
    },
  ];
}

function fieldsRead(exprs: readonly Expr[]): boolean {
  return exprs.some((expr) => fieldsIn(expr).size > 0);
}

function differs(of: 'value' | 'cards'): Sight {
  return { kind: 'differs', of, name: '', subject: '', isLost: false, one: null, other: null };
}
