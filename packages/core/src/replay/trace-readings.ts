import type { EventReading } from '../model/event-fate.js';
import { memberType } from '../model/measure-type.js';
import { type Frame, type IndicatorPlan, type MeasurePlan, UNBOUND } from '../model/plan.js';
import { keyFrame } from './frame.js';
import { membersOf, weigh } from './measure.js';
import type { Member } from './member.js';
import type { ViewReader } from './reader.js';
import { keyShown, show } from './show.js';
import { ruleReason } from './trace-fate.js';
import { compositeOf } from './view.js';

/** The values that an event is a member of, of whatever becomes of it there; those that are passed something are not asked. */
export function readingsOf(reader: ViewReader, ord: number): readonly EventReading[] {
  const plans = [...reader.editionAt(reader.asOf).indicators.values()];
  return plans
    .filter(({ model, body }) => model.with.length === 0 && body.kind === 'measure')
    .flatMap((plan) => bindingsWith(reader, plan, ord).flatMap((ids) => readingsAt(reader, plan, ids, ord)));
}

function readingsAt(
  reader: ViewReader,
  plan: IndicatorPlan,
  ids: readonly number[],
  ord: number,
): readonly EventReading[] {
  const at = reader.instantFor(plan, ids, reader.asOf);
  const { model, per, body } = reader.indicatorPlan(plan.model.name, at);
  if (body.kind !== 'measure') return [];
  const { title, code = null, basis = null } = model;
  const keys = Object.fromEntries(
    per.map((key) => [reader.plan.keyNames[key], keyShown(reader, key, ids[key] ?? UNBOUND)]),
  );
  return membersWith(reader, body, keyFrame(reader, at, ids), ord).map(({ of, member }) => ({
    indicator: model.name,
    title,
    code,
    basis,
    keys,
    value: show(member.value, memberType(of)),
    fate: member.fate,
    rule: member.give === undefined ? null : ruleReason(reader, member.give.rule),
  }));
}

interface Met {
  readonly of: MeasurePlan['model']['of'];
  readonly member: Member;
}

/** Where an `each` has a measure of its own, the event is a member of that. */
function membersWith(reader: ViewReader, plan: MeasurePlan, frame: Frame, ord: number): readonly Met[] {
  if (!reads(plan, reader.event(ord).type)) return [];
  const members = membersOf(reader, plan, frame) ?? [];
  weigh(reader, plan, frame, members);
  return members.flatMap((member): readonly Met[] => {
    if (member.frame.ord === ord) return [{ of: plan.model.of, member }];
    const inner = plan.of.kind === 'each' && typeof plan.of.value !== 'function' ? plan.of.value : undefined;
    return inner === undefined ? [] : membersWith(reader, inner, member.frame, ord);
  });
}

function reads({ of }: MeasurePlan, type: string): boolean {
  switch (of.kind) {
    case 'events':
      return of.joins.some((join) => join.type === type);
    case 'given':
      return of.gives.some(({ joins }) => joins.some((join) => join.type === type));
    case 'each':
      return typeof of.value !== 'function' && reads(of.value, type);
    case 'parts':
      return false;
  }
}

/** The bindings that agree with an event: of keys that it has not itself, all that other events carry together. */
function bindingsWith(reader: ViewReader, { per }: IndicatorPlan, ord: number): readonly (readonly number[])[] {
  const { columns, view, plan } = reader;
  const own = (key: number): number => columns.keyId(ord, key);
  const bind = (idOf: (key: number) => number): readonly number[] =>
    plan.keyNames.map((_, key) => (per.includes(key) ? idOf(key) : UNBOUND));
  if (per.every((key) => own(key) >= 0)) return [bind(own)];
  const found = new Map<number | string, readonly number[]>();
  for (const other of [...view.types()].flatMap((type) => view.ofType(type))) {
    const idOf = (key: number): number => columns.keyId(other, key);
    if (columns.effectiveOf(other) > reader.asOf) continue;
    if (!per.every((key) => idOf(key) >= 0 && (own(key) === UNBOUND || own(key) === idOf(key)))) continue;
    found.set(compositeOf(per, idOf), bind(idOf));
  }
  return [...found.values()];
}
