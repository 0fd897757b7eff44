import type { PartKind } from './document-part.js';
import type { SlotTable, SlotValue, SlotWords } from './slot-words.js';
import { JUDGING_SLOTS } from './slots-judging.js';
import { MEASURE_SLOTS } from './slots-measure.js';
import { PROCEDURE_SLOTS } from './slots-procedure.js';
import { VOCABULARY_SLOTS } from './slots-vocabulary.js';

export interface Slot {
  readonly en: string;
  readonly zh: string;
  readonly value: SlotValue;
  /** What holds where it is left out. */
  readonly absent: string | undefined;
}

const TABLES: Readonly<Record<PartKind, SlotTable>> = {
  ...VOCABULARY_SLOTS,
  ...MEASURE_SLOTS,
  ...JUDGING_SLOTS,
  ...PROCEDURE_SLOTS,
};

/** What a slot is called; undefined for one that has no words of its own. */
export function slotAt(kind: PartKind, slots: readonly string[], effect: string): Slot | undefined {
  const path = slots[0] === 'event' && slots[1] === 'params' && kind === 'rule' ? [effect, ...slots.slice(2)] : slots;
  return find(TABLES[kind], path) ?? nestedAt(kind, path);
}

/** The slots of a measure inside an `each` are those of an indicator. */
function nestedAt(kind: PartKind, path: readonly string[]): Slot | undefined {
  if (kind !== 'indicator' || path[0] !== 'of' || path[1] !== 'value' || path.length === 2) return undefined;
  const inner = slotAt(kind, path.slice(2), '');
  return inner && { ...inner, en: `for each member, ${inner.en}`, zh: `每个成员的${inner.zh}` };
}

function find(table: SlotTable, path: readonly string[]): Slot | undefined {
  const exact = own(table, path.join('/'));
  if (exact !== undefined) return slotOf(exact, '');
  for (let length = path.length - 1; length > 0; length -= 1) {
    const words = own(table, [...path.slice(0, length), '*'].join('/'));
    if (words !== undefined) return slotOf(words, path.slice(length).join(' '));
  }
  return undefined;
}

function own(table: SlotTable, path: string): SlotWords | undefined {
  return Object.hasOwn(table, path) ? table[path] : undefined;
}

function slotOf([en, zh, value = 'plain', absent]: SlotWords, name: string): Slot {
  return { en: en.replace('*', name), zh: zh.replace('*', name), value, absent };
}
