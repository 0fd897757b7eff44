import { formatInstant, type Instant } from '../model/calendar.js';
import type { Value } from '../model/expr.js';
import type { JsonObject } from '../model/json.js';
import type { LedgerEvent } from '../model/ledger.js';
import type { EffectPlan, Frame, RulePlan } from '../model/plan.js';
import { subjectFor } from './fan-out.js';
import { eventOrdOf, withItem } from './frame.js';
import type { ViewReader } from './reader.js';
import { refOf } from './ref.js';
import { itemsOf, positionOf } from './reference.js';
import { showJson } from './show.js';

/** A rule that holds for a trigger (and a member), before its effect. */
export interface Firing {
  readonly rule: RulePlan;
  readonly frame: Frame;
  readonly member: string | undefined;
}

/** Lets the effects of one trigger happen together: ends first, then what is issued. Returns the positions of what is new and of what was to end. */
export function applyEffects(
  reader: ViewReader,
  firings: readonly Firing[],
  at: Instant,
  voided: ReadonlySet<string>,
): { readonly issued: readonly number[]; readonly ended: readonly number[] } {
  const ordered = [...firings].sort(byRuleAndMember);
  const ends: End[] = [];
  const births: Birth[] = [];
  const born = new Set<string>();
  for (const firing of ordered) {
    const { effect } = firing.rule;
    if (effect.kind === 'end') ends.push(...endsOf(reader, firing, [effect]));
    if (effect.kind !== 'issue') continue;
    const own = birthsOf(reader, firing, effect, at).filter(({ event }) => {
      const ref = refOf(event);
      if (voided.has(ref)) reader.columns.withheld.set(ref, event);
      return !voided.has(ref) && !born.has(ref) && reader.view.positionOf(ref) === undefined;
    });
    if (own.length === 0) continue;
    for (const birth of own) born.add(refOf(birth.event));
    births.push(...own);
    ends.push(...endsOf(reader, firing, effect.consumes));
  }
  endStates(reader, ends, at);
  const { turn } = reader.columns;
  reader.columns.turn += 1;
  const seen = reader.view.count;
  const issued = births.map(({ event, values, firing }) => {
    const ord = reader.columns.issue(event, values);
    const { rule, frame } = firing;
    const [trigger, { edition }] = [eventOrdOf(frame), rule];
    reader.columns.derivedBy.set(ord, { rule: rule.model.name, edition, trigger, frame, turn, seen });
    return ord;
  });
  return { issued, ended: ends.map(({ ord }) => ord) };
}

type Issue = Extract<EffectPlan, { kind: 'issue' }>;

interface End {
  readonly ord: number;
  readonly as: string;
  readonly by: number;
  readonly rule: string;
}

interface Birth {
  readonly event: LedgerEvent;
  readonly values: ReadonlyMap<string, Value>;
  readonly firing: Firing;
}

function byRuleAndMember(a: Firing, b: Firing): number {
  const [x, y] = [a.rule.model.name, b.rule.model.name];
  if (x !== y) return x < y ? -1 : 1;
  return 0;
}

function endsOf(reader: ViewReader, { frame, rule }: Firing, targets: Issue['consumes']): readonly End[] {
  const by = eventOrdOf(frame);
  return targets.flatMap(({ what, as }) => {
    const ords = what.kind === 'items' ? itemsOf(reader, what.indicator, frame) : positionOf(reader, what, frame);
    if (ords.length === 0) noteVain(reader, what.kind === 'items' ? undefined : what.ref(frame), by, rule);
    return ords.map((ord) => ({ ord, as, by, rule: rule.model.name }));
  });
}

/** A rule ends what is not there: mostly a slip in the id, which would else pass unseen. Nothing to use up is no slip. */
function noteVain({ columns, note }: ViewReader, text: Value, by: number, { model, effect }: RulePlan): void {
  const [rule, named] = [model.name, typeof text === 'string' ? text : undefined];
  if (named === undefined && effect.kind === 'issue') return;
  columns.vainEnds.push({ by, rule, named, because: named === undefined ? 'unnamed' : 'not-then' });
  if (named === undefined) return;
  const { id, subject } = columns.event(by).event;
  note('end-unknown-event', subject ?? null, { event: named, rule, trigger: id });
}

function endStates(reader: ViewReader, ends: readonly End[], at: Instant): void {
  const { endedAt, vainEnds, turn } = reader.columns;
  const now = new Map<number, string>();
  for (const { ord, as, by, rule } of ends) {
    const before = now.get(ord);
    if (before === undefined && !endedAt.has(ord)) {
      endedAt.set(ord, { at, as, by, rule, turn });
      now.set(ord, as);
      continue;
    }
    vainEnds.push({ by, rule, named: reader.event(ord).event.id, because: 'ended' });
    if (before !== undefined && before !== as) {
      reader.note('conflicting-ends', reader.event(ord).event.subject ?? null, {
        event: reader.event(ord).event.id,
        held: before,
        refused: as,
      });
    }
  }
}

/** One, or one for each item of a list that `where` does not leave out; an item that is unknown is passed over. */
function birthsOf(reader: ViewReader, firing: Firing, effect: Issue, at: Instant): readonly Birth[] {
  const { each } = effect;
  const isLeftOut = (frame: Frame): boolean => effect.where !== undefined && effect.where(frame) !== true;
  if (each === undefined) return isLeftOut(firing.frame) ? [] : [birthOf(reader, firing, effect, at, '')];
  const items = each.kind === 'texts' ? each.texts : reader.list(eventOrdOf(firing.frame), each.field);
  return items.flatMap((item, index) => {
    if (item === undefined) return [];
    const frame = withItem(firing.frame, item, index + 1);
    return isLeftOut(frame) ? [] : [birthOf(reader, { ...firing, frame }, effect, at, `#${index + 1}`)];
  });
}

function birthOf(reader: ViewReader, firing: Firing, effect: Issue, at: Instant, suffix: string): Birth {
  const { frame, rule, member } = firing;
  const trigger = reader.event(eventOrdOf(frame));
  const values = issuedValues(reader, effect, frame);
  const given = values.get('subject');
  const subject = given ?? subjectFor(reader, frame, trigger);
  const id = `${rule.model.name}@${trigger.event.id}${member === undefined ? '' : `/${member}`}${suffix}`;
  const data = dataOf(reader, effect.type, values);
  const event: LedgerEvent = {
    event: {
      specversion: '1.0',
      id,
      source: trigger.event.source,
      type: effect.type,
      ...(subject === undefined ? {} : { subject: String(subject) }),
      time: formatInstant(at),
      data,
    },
    type: effect.type,
    subject: subject === undefined ? '' : String(subject),
    data,
    time: at,
    recorded: trigger.recorded,
  };
  return { event, values, firing };
}

/** Values the effect sets, and keys of the type that it neither sets nor computes, inherited from the trigger. */
function issuedValues(reader: ViewReader, effect: Issue, frame: Frame): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  for (const [name, is] of effect.fields) values.set(name, is(frame));
  const type = reader.editionAt(frame.at).types.get(effect.type);
  type?.keyFields.forEach((field, key) => {
    if (field === undefined || field.is !== undefined || values.has(field.name)) return;
    const id = reader.keyId(frame, key);
    if (id >= 0) values.set(field.name, reader.keyValue(key, id));
  });
  return values;
}

function dataOf(reader: ViewReader, type: string, values: ReadonlyMap<string, Value>): JsonObject {
  const fields = reader.editionAt(reader.asOf).model.events.get(type)?.fields;
  const data: Record<string, JsonObject[string]> = Object.create(null);
  for (const [name, value] of values) {
    if (name === 'subject' || value === undefined) continue;
    data[name] = showJson(value, fields?.get(name)?.type ?? 'text');
  }
  return Object.freeze(data);
}
