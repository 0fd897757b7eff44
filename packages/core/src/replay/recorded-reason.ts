import { formatDay, formatInstant } from '../model/calendar.js';
import type { ReasonEvent, ReasonField } from '../model/explanation.js';
import { isJsonArray, isJsonObject, type Json } from '../model/json.js';
import type { LedgerEvent } from '../model/ledger.js';
import type { Bilingual } from '../model/problem.js';
import type { FieldModel } from '../model/rubric.js';
import { dayOfInstant } from '../model/zone.js';
import type { ViewReader } from './reader.js';

/** An event as it was recorded, whether it counts or not, with all that it says of itself. */
export function recordedReason(reader: ViewReader, event: LedgerEvent, state: string): ReasonEvent {
  const { id, source } = event.event;
  const model = reader.editionAt(reader.asOf).model.events.get(event.type);
  const declared = [...(model?.fields.values() ?? [])];
  return {
    id,
    source,
    type: event.type,
    ...(event.event.type === event.type ? {} : { recordedAs: event.event.type }),
    title: model?.title ?? ENGINE_TITLES.get(event.type) ?? null,
    time: formatInstant(event.time),
    day: formatDay(dayOfInstant(reader.zone, event.time)),
    state,
    fields: model === undefined ? freeFields(event) : declared.flatMap((field) => fieldOf(event, field)),
  };
}

const ENGINE_TITLES: ReadonlyMap<string, Bilingual> = new Map([
  ['meritlog.event.voided', { en: 'Ruling', zh: '裁定' }],
  ['meritlog.period.closed', { en: 'Period closed', zh: '周期截止' }],
]);

const FREE_TITLES: ReadonlyMap<string, Bilingual> = new Map([
  ['reason', { en: 'reason', zh: '理由' }],
  ['authority', { en: 'authority', zh: '机关' }],
]);

/** What the data of a type say that the engine itself knows, but for which event it is about. */
function freeFields({ data }: LedgerEvent): readonly ReasonField[] {
  return Object.entries(data).flatMap(([name, value]) =>
    name === 'id' || name === 'source' ? [] : told(name, FREE_TITLES.get(name), value),
  );
}

function fieldOf({ data }: LedgerEvent, { name, title, is, path }: FieldModel): readonly ReasonField[] {
  if (is !== undefined) return [];
  let value: Json | undefined = data;
  for (const step of path) {
    if (isJsonObject(value)) value = value[step];
    else value = isJsonArray(value) ? value[Number(step)] : undefined;
  }
  return value === undefined ? [] : told(name, title, value);
}

function told(name: string, title: Bilingual | undefined, value: Json): readonly ReasonField[] {
  const items = isJsonArray(value) ? value : [value];
  if (items.some((item) => item === null || typeof item === 'object')) return [];
  return [{ name, title: title ?? null, value: items.map(String).join(' ') }];
}
