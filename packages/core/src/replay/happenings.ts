import { formatDay, formatInstant, type Instant } from '../model/calendar.js';
import type { ReasonEvent } from '../model/explanation.js';
import type { PeriodEnd, RuleClause } from '../model/forward-calendar.js';
import type { RuleModel } from '../model/rubric.js';
import { dayOfInstant } from '../model/zone.js';
import { lastOf } from './edition.js';
import { periodEnd } from './period.js';
import type { ViewReader } from './reader.js';
import { keyShown } from './show.js';
import { eventReason } from './trace-event.js';

/** What happens at one instant: events that take effect or are issued, states that end. */
export type Happening = { readonly subject: string | null; readonly event: ReasonEvent } & (
  | { readonly kind: 'effective' }
  | { readonly kind: 'issued'; readonly rule: RuleClause; readonly trigger: ReasonEvent }
  | {
      readonly kind: 'ended';
      readonly before: string;
      readonly after: string;
      readonly rule: RuleClause;
      readonly trigger: ReasonEvent;
    }
);

/** In the order in which they happen, by the instant; of a reader that was run over all of them. */
export function happeningsBy(reader: ViewReader): ReadonlyMap<Instant, readonly Happening[]> {
  const { columns, view } = reader;
  const found = new Map<Instant, Happening[]>();
  const add = (at: Instant, happening: Happening): void => {
    const list = found.get(at);
    if (list === undefined) found.set(at, [happening]);
    else list.push(happening);
  };
  const ords = [...view.types()].flatMap((type) => view.ofType(type));
  for (const ord of ords.sort((a, b) => view.place(a) - view.place(b))) {
    const at = columns.effectiveOf(ord);
    const by = columns.derivedBy.get(ord);
    const about = { subject: subjectOf(reader, ord), event: eventReason(reader, ord, at) };
    if (by === undefined) add(at, { kind: 'effective', ...about });
    else add(at, { kind: 'issued', ...about, ...clauseOf(reader, by.rule, by.trigger, at) });
  }
  for (const [ord, end] of columns.endedAt) {
    const event = eventReason(reader, ord, end.at - 1);
    const states = { before: event.state, after: end.as };
    const clause = clauseOf(reader, end.rule, end.by, end.at);
    add(end.at, { kind: 'ended', subject: subjectOf(reader, ord), event, ...states, ...clause });
  }
  return found;
}

/** Periods of the events seen that end behind an instant, up to another one. */
export function periodEnds(reader: ViewReader, from: Instant, until: Instant): readonly PeriodEnd[] {
  const { plan, columns, view, zone } = reader;
  const { periodKey, keyNames } = plan;
  if (periodKey < 0) return [];
  const ids = new Set(
    [...view.types()].flatMap((type) => view.ofType(type)).map((ord) => columns.keyId(ord, periodKey)),
  );
  const edition = reader.forced ?? lastOf(plan.editions);
  return [...ids]
    .filter((id) => id >= 0)
    .map((id) => ({ id, end: periodEnd(reader, edition, id) }))
    .filter(({ end }) => end > from && end <= until)
    .sort((a, b) => a.end - b.end)
    .map(({ id, end }) => ({
      at: formatInstant(end),
      day: formatDay(dayOfInstant(zone, end)),
      key: keyNames[periodKey] ?? '',
      period: keyShown(reader, periodKey, id),
    }));
}

function subjectOf(reader: ViewReader, ord: number): string | null {
  const id = reader.columns.keyId(ord, reader.plan.subjectKey);
  return id >= 0 ? String(keyShown(reader, reader.plan.subjectKey, id)) : (reader.event(ord).event.subject ?? null);
}

function clauseOf(
  reader: ViewReader,
  name: string,
  trigger: number,
  at: Instant,
): { readonly rule: RuleClause; readonly trigger: ReasonEvent } {
  const rule = ruleNamed(reader, name, at);
  return {
    rule: { name, title: rule?.title ?? null, basis: rule?.basis ?? null },
    trigger: eventReason(reader, trigger, at),
  };
}

function ruleNamed(reader: ViewReader, name: string, at: Instant): RuleModel | undefined {
  const versions = [reader.editionAt(at), ...reader.plan.editions].flatMap(({ model }) => model.rules.get(name) ?? []);
  return versions[0];
}
