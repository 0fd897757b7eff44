import { Cells, FieldCells } from '../model/cells.js';
import type { Value } from '../model/expr.js';
import type { Json, JsonObject } from '../model/json.js';
import { isJsonArray, isJsonObject } from '../model/json.js';
import { type Laid, type LedgerEvent, layOut } from '../model/ledger.js';
import { parseNum, printNum } from '../model/num.js';
import type { BecomesField, BecomesPlan, EditionPlan, Frame, Plan, Reader, TypePlan } from '../model/plan.js';
import type { Zone } from '../model/zone.js';
import { eventFrame } from './frame.js';
import { showJson } from './show.js';

/** Reads older forms of events as the newer ones (SPEC §3); what was recorded stays with each. */
export function readOlderForms(plan: Plan, laid: Laid, forced: EditionPlan | undefined): Laid {
  if (!plan.olderForms) return laid;
  const forms = formsOf(forced === undefined ? plan.editions : [forced]);
  if (!laid.types.some((type) => forms.has(type))) return laid;
  return layOut(laid.events.map((event) => readAs(event, forms)));
}

interface Form {
  readonly type: TypePlan;
  readonly becomes: BecomesPlan;
  readonly zone: Zone;
}

/** By the last edition that knows the type. */
function formsOf(editions: readonly EditionPlan[]): ReadonlyMap<string, Form> {
  const forms = new Map<string, Form>();
  for (const { types, zone } of editions) {
    for (const [name, type] of types) {
      if (type.becomes !== undefined) forms.set(name, { type, becomes: type.becomes, zone });
    }
  }
  return forms;
}

/** From form to form, until one that becomes no other. */
function readAs(event: LedgerEvent, forms: ReadonlyMap<string, Form>): LedgerEvent {
  let read = event;
  for (let form = forms.get(read.type); form !== undefined; form = forms.get(read.type)) {
    const data = dataOf(form.becomes.data, read, new OneEvent(read, form));
    read = { ...read, type: form.becomes.type, data };
  }
  return read;
}

function dataOf(fields: readonly BecomesField[], event: LedgerEvent, reader: Reader): JsonObject {
  const frame = eventFrame(reader, Number.POSITIVE_INFINITY, 0);
  let data: JsonObject = Object.freeze(Object.create(null));
  for (const field of fields) {
    const value = jsonOf(field, event, frame);
    if (value !== undefined) data = placed(data, field.path, value);
  }
  return data;
}

function jsonOf({ from, type }: BecomesField, event: LedgerEvent, frame: Frame): Json | undefined {
  if (from.kind === 'copy') return from.json(event);
  const value = from.is(frame);
  if (value === undefined) return undefined;
  // Data hold decimals, so a fraction that has no end cannot stand there.
  if (typeof value === 'object' && parseNum(printNum(value)) === undefined) return undefined;
  return showJson(value, type);
}

/** The data with a value at a plain path. Made without a prototype, like all data that came through the door. */
function placed(under: Json | undefined, path: readonly (string | number)[], value: Json): JsonObject {
  const [first = '', ...rest] = path;
  const made: Record<string, Json> = Object.assign(Object.create(null), isJsonObject(under) ? under : {});
  made[first] = within(made[first], rest, value);
  return Object.freeze(made);
}

function within(under: Json | undefined, path: readonly (string | number)[], value: Json): Json {
  const [first] = path;
  if (first === undefined) return value;
  if (typeof first === 'string') return placed(under, path, value);
  const items: Json[] = isJsonArray(under) ? [...under] : [];
  while (items.length <= first) items.push(null);
  items[first] = within(items[first], path.slice(1), value);
  return Object.freeze(items);
}

const NO_CELLS = new Cells([], new FieldCells([]));

/** What formulas on an older form may ask: the event's own data and envelope, and the zone. */
class OneEvent implements Reader {
  readonly cells: Cells = NO_CELLS;
  readonly zone: Zone;

  constructor(
    private readonly only: LedgerEvent,
    private readonly form: Form,
  ) {
    this.zone = form.zone;
  }

  event(): LedgerEvent {
    return this.only;
  }

  field(_ord: number, name: string): Value {
    return this.form.type.fields.get(name)?.plain?.(this.only);
  }

  list(_ord: number, name: string): readonly Value[] {
    return this.form.type.fields.get(name)?.list?.(this.only) ?? [];
  }

  effective(): never {
    return unread();
  }

  state(): never {
    return unread();
  }

  keyId(): never {
    return unread();
  }

  keyValue(): never {
    return unread();
  }

  passed(): never {
    return unread();
  }

  indicator(): never {
    return unread();
  }

  standing(): never {
    return unread();
  }
}

function unread(): never {
  throw new Error('a checked formula on an older form reads the event alone');
}
