import type { Commutative } from '../model/analysis.js';
import { childrenOf, type Expr, within } from '../model/expr.js';
import type {
  EditionModel,
  EventTypeModel,
  MeasureModel,
  RubricModel,
  RuleModel,
  SourceModel,
} from '../model/rubric.js';
import type { Slot } from './slot.js';
import { Readers, type Touched } from './touched.js';
import { World } from './world.js';

/**
 * Event types of which no outcome tells which came first, within one day or one period: no reading asks for the latest or the
 * first, no rule that goes forward in time reads them or is triggered by them, and nothing shows their time of day.
 */
export function commutativeIn(model: RubricModel): readonly Commutative[] {
  const [first] = model.editions;
  if (first === undefined) return [];
  const worlds = model.editions.map((edition) => readable(new World(model, edition)));
  return [...first.events.keys()].flatMap((type): readonly Commutative[] => {
    const spans = worlds.map((world) => spanOf(world, type));
    if (spans.includes(undefined)) return [];
    return [{ type, within: spans.length === 1 && spans[0] === 'period' ? 'period' : 'day' }];
  });
}

interface Readable {
  readonly world: World;
  readonly readers: Readers;
}

function readable(world: World): Readable {
  return { world, readers: new Readers(world.edition, [...world.edition.rules.values()], world.slots) };
}

function spanOf({ world: { edition, slots }, readers }: Readable, type: string): Commutative['within'] | undefined {
  const model = edition.events.get(type);
  if (model === undefined || isShown(model) || isLate(edition, model)) return undefined;
  const touched = readers.of(type);
  const own = slots.filter(({ types }) => types.includes(type));
  if (own.some(({ expr }) => readsClock(expr)) || readsState(edition, own)) return undefined;
  if ([...edition.rules.values()].some((rule) => tellsOrder(rule, type, touched))) return undefined;
  const measures = measuresOf(edition, type);
  if (measures.some(isOrdered) || listsOrder(edition, touched)) return undefined;
  const isWindowed = measures.some(({ take }) => take.window !== undefined);
  return !isWindowed && isOfYear(edition, model, own) ? 'period' : 'day';
}

/** Whether an outcome shows the events themselves, with their times. */
function isShown({ card, finding, becomes, type }: EventTypeModel): boolean {
  return card !== undefined || finding || becomes !== undefined || type.startsWith('meritlog.');
}

/** Whether it counts that an event was recorded late, which its time says where nothing else does. */
function isLate({ period }: EditionModel, { fields }: EventTypeModel): boolean {
  return period?.late !== undefined && fields.has(period.key);
}

/** Whether a time of day is read, and not its day alone. */
function readsClock(expr: Expr): boolean {
  if (expr.kind === 'call' && expr.name === 'date' && expr.args[0]?.kind === 'context') return false;
  if (expr.kind === 'context') return CLOCKS.includes(expr.name);
  return childrenOf(expr).some(readsClock);
}

const CLOCKS: readonly string[] = ['time', 'effective', 'recorded'];

/** States may hang on whether an event had happened when another one was to end it. */
function readsState({ rules }: EditionModel, own: readonly Slot[]): boolean {
  const ends = [...rules.values()].some(
    ({ effect }) => effect.kind === 'end' || (effect.kind === 'issue' && effect.consumes.length > 0),
  );
  return ends && own.some(({ expr }) => within(expr).some((part) => part.kind === 'context' && part.name === 'state'));
}

/** A rule that goes forward reads what there is by then; a consequence is listed in the order of its triggers. */
function tellsOrder({ name, on, effect }: RuleModel, type: string, { rules }: Touched): boolean {
  const isTrigger = on.kind === 'events' && on.types.includes(type);
  switch (effect.kind) {
    case 'issue':
    case 'end':
      return isTrigger || rules.has(name);
    case 'void':
    case 'consequence':
      return isTrigger;
    case 'give':
    case 'limit':
      return false;
  }
}

/** All measures that have such events, or points for them, as members. */
function measuresOf({ indicators, rules }: EditionModel, type: string): readonly MeasureModel[] {
  const given = [...rules.values()].flatMap(({ on, effect }) =>
    effect.kind === 'give' && on.kind === 'events' && on.types.includes(type) ? [effect.to] : [],
  );
  return [...indicators.values()].flatMap(({ name, body }) =>
    body.kind === 'measure' ? nested(body).filter(({ of }) => hasMembers(of, type, given.includes(name))) : [],
  );
}

function nested(measure: MeasureModel): readonly MeasureModel[] {
  const { of } = measure;
  return of.kind === 'each' && 'kind' in of.value ? [measure, ...nested(of.value)] : [measure];
}

function hasMembers(of: SourceModel, type: string, isGiven: boolean): boolean {
  switch (of.kind) {
    case 'events':
      return of.types.includes(type);
    case 'given':
      return isGiven;
    case 'each':
    case 'parts':
      return false;
  }
}

/** Whether the order of members decides: by what is asked for, or among those of one value that do not weigh alike. */
function isOrdered({ of, take, reduce }: MeasureModel): boolean {
  const { window, keep, drop } = take;
  if (typeof reduce !== 'string' || reduce === 'latest' || reduce === 'first') return true;
  if (keep?.which === 'latest' || keep?.which === 'first' || drop?.where !== undefined || drop?.optimal === true)
    return true;
  const isWeighed = of.kind === 'events' && of.weight !== undefined;
  if ((keep !== undefined || drop !== undefined) && isWeighed) return true;
  if (window?.after !== undefined || window?.before !== undefined) return true;
  const bounds = [window?.from, window?.until].filter((bound) => bound !== undefined);
  return !bounds.every(({ expr }) => expr.type === 'date' || (expr.kind === 'call' && expr.name === 'startOf'));
}

/** Whether a list is compared, or shown, in the order of its members. */
function listsOrder({ standings }: EditionModel, { indicators }: Touched): boolean {
  const steps = [...standings.values()].flatMap(({ by, awards, bands }) => [
    ...by,
    ...awards.flatMap((award) => [...award.by, ...award.edgeKeys]),
    ...bands.flatMap(({ edgeKeys }) => edgeKeys),
  ]);
  const keys = steps.flatMap((step) => (step.kind === 'among' ? step.by : [step]));
  return keys.some((key) => key.kind === 'items' && key.sort === 'members' && indicators.has(key.items.name));
}

/** Whether nothing but the year is read of the time, and a period is a year. */
function isOfYear(
  { period }: EditionModel,
  { fields, effective, appliesBy }: EventTypeModel,
  own: readonly Slot[],
): boolean {
  const key = period === undefined ? undefined : fields.get(period.key);
  const isYear = key?.is?.text.replaceAll(' ', '') === 'year(date(time))';
  const endsYear = period !== undefined && period.ends.text.replaceAll(' ', '') === `yearEnd(${period.key})`;
  const others = own.filter(({ expr }) => expr !== key?.is?.expr);
  return (
    isYear &&
    endsYear &&
    effective === undefined &&
    appliesBy === undefined &&
    !others.some(({ expr }) => readsTime(expr))
  );
}

function readsTime(expr: Expr): boolean {
  return within(expr).some((part) => part.kind === 'context' && CLOCKS.includes(part.name));
}
