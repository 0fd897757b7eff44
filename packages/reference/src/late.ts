import { editionAt } from './editions.js';
import { canonical } from './events.js';
import { Fraction } from './fraction.js';
import { carries } from './scope.js';
import { isList, same, shown, type Value } from './values.js';
import { bareFrame, type Frame, type Happening, type ReferenceFinding, type World } from './world.js';

export interface Settled {
  /** What is left, with the keys that late events are carried to. */
  readonly events: readonly Happening[];
  readonly findings: readonly ReferenceFinding[];
}

/** Decides what becomes of events that were recorded when their period was closed. What has not happened by the `asOf` of the lens is no finding yet. */
export async function settleLate(world: World, asOf: number | undefined): Promise<Settled> {
  const frame = bareFrame(world, editionAt(world, Infinity), Infinity, Infinity);
  const closings = await closingsOf(world, frame);
  const events: Happening[] = [];
  const findings: ReferenceFinding[] = [];
  for (const event of world.events) {
    const edition = await world.calls.editionOf(event, frame);
    const { key = '', late: policy } = edition.period ?? {};
    const period = policy === undefined ? undefined : await periodOf(event, key, frame);
    if (policy === undefined || !isClosed(period, event, closings)) {
      events.push(event);
      continue;
    }
    const carried = policy === 'carry' && period instanceof Fraction ? nextOpen(period, event, closings) : undefined;
    const to = carried === undefined ? {} : { to: String(carried) };
    const facts = { event: event.id, period: String(shown(period)), policy, ...to };
    const isAhead = asOf !== undefined && (await world.calls.effective(event, frame)) > asOf;
    if (!isAhead) findings.push({ code: 'late-event', subject: event.subject || null, facts });
    if (policy !== 'ignore') events.push(carried === undefined ? event : { ...event, carried });
  }
  return { events, findings };
}

const CLOSED = 'meritlog.period.closed';

interface Closing {
  readonly period: Value;
  readonly at: number;
}

/** When each period was closed: the first closing of it counts. */
async function closingsOf(world: World, frame: Frame): Promise<readonly Closing[]> {
  const closings: Closing[] = [];
  const all = world.events.filter(({ type }) => type === CLOSED);
  for (const event of await canonical(all, frame)) {
    const text = event.data.period;
    const isNumber = frame.edition.keys.get(frame.edition.period?.key ?? '')?.type === 'number';
    const period = isNumber ? Fraction.parse(String(text)) : String(text);
    const at = await world.calls.effective(event, frame);
    if (!closings.some((closing) => isSame(closing.period, period))) closings.push({ period, at });
  }
  return closings;
}

/** The period that an event carries itself; a closing is never late. */
async function periodOf(event: Happening, key: string, frame: Frame): Promise<Value> {
  if (event.type === CLOSED || !(await carries(event, key, frame))) return undefined;
  return frame.world.calls.field(event, key, frame);
}

function isClosed(period: Value, event: Happening, closings: readonly Closing[]): boolean {
  return closings.some((closing) => isSame(closing.period, period) && closing.at < event.recorded);
}

function nextOpen(period: Fraction, event: Happening, closings: readonly Closing[]): Fraction {
  const next = period.plus(Fraction.whole(1));
  return isClosed(next, event, closings) ? nextOpen(next, event, closings) : next;
}

function isSame(a: Value, b: Value): boolean {
  return a !== undefined && b !== undefined && !isList(a) && !isList(b) && same(a, b);
}
