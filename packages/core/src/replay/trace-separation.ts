import type { Reason, Separation } from '../model/explanation.js';
import type { Expr } from '../model/expr.js';
import { abs, type Num, printNum, sub } from '../model/num.js';
import type { RankKey } from '../model/rubric.js';
import { amongThem } from './among.js';
import { keyFrame } from './frame.js';
import { comparing, differing, type KeyValue, plainValue, showKey, showPlace } from './key-value.js';
import type { ViewReader } from './reader.js';
import { keyShown } from './show.js';
import type { BlockReading } from './split-key.js';
import type { StandingRow, Table } from './standing.js';
import { Tracer } from './trace.js';
import { tellingAt, told } from './trace-working.js';

/** Tells what parts a row from one of the tied group next above or below it. */
export function separationOf(
  reader: ViewReader,
  table: Table,
  row: StandingRow,
  other: StandingRow,
  depth: number,
): Separation | null {
  const part = table.parts[Math.max(row.tier, other.tier)];
  const { keys } = table.plan.by;
  const index = part?.by ?? -1;
  const key = keys[index]?.model;
  if (part === undefined || key === undefined) return null;
  const [own, theirs] = [valueAt(row, index, part.read), valueAt(other, index, part.read)];
  const name = ({ member }: StandingRow): string => String(keyShown(reader, table.of, member));
  return {
    subject: name(other),
    rank: other.rankValue === undefined ? null : Number(printNum(other.rankValue)),
    key: key.name,
    title: key.title ?? null,
    order: key.order,
    own: showKey(own, key),
    other: showKey(theirs, key),
    place: placeOf(key, own, theirs),
    difference: differenceOf(key, own, theirs),
    among: part.read === undefined ? null : [...part.read.values.keys()].map(name),
    equalOn: keys
      .slice(0, index)
      .flatMap(({ model }, before) =>
        isEqual(model, valueAt(row, before, part.read), valueAt(other, before, part.read)) ? [model.name] : [],
      ),
    behind: part.read === undefined || depth <= 0 ? [] : behindBlock(reader, table, row, part.read, key, depth),
  };
}

/** What the keys of a block read, up to the one that parted: of the events between those who were tied. */
function behindBlock(
  reader: ViewReader,
  { plan, of, at }: Table,
  { frame }: StandingRow,
  { values }: BlockReading,
  key: RankKey,
  depth: number,
): readonly Reason[] {
  const behind: Reason[] = [];
  for (const step of plan.by.steps) {
    if (step.kind !== 'among' || step.keys.every(({ model }) => model !== key)) continue;
    const inner = amongThem(reader, step.model, [...values.keys()], of);
    const telling = tellingAt(Tracer.from(inner, true, at), keyFrame(inner, frame.at, frame.bound ?? []), depth + 1);
    for (const { model } of step.keys.slice(0, step.keys.findIndex((one) => one.model === key) + 1))
      told(telling, { text: '', expr: comparedBy(model) }, behind);
  }
  return behind;
}

export function comparedBy(key: RankKey): Expr {
  return key.kind === 'is' ? key.is.expr : key.items;
}

/** What the key read when it parted the two: a block may have read anew of fewer rows since. */
function valueAt(row: StandingRow, index: number, read: BlockReading | undefined): KeyValue {
  return read !== undefined && index >= read.first ? read.values.get(row)?.[index - read.first] : row.by[index];
}

/** The first place at which two lists differ, and what stands there. */
function placeOf(key: RankKey, own: KeyValue, other: KeyValue): Separation['place'] {
  if (key.kind === 'is' || own === undefined || other === undefined) return null;
  const place = differing(own, other, key.pad);
  if (place === undefined) return null;
  return { number: place + 1, own: showPlace(own, place, key.pad), other: showPlace(other, place, key.pad) };
}

function differenceOf(key: RankKey, own: KeyValue, other: KeyValue): string | null {
  if (key.kind === 'items' || key.is.expr.type !== 'number' || own === undefined || other === undefined) return null;
  return printNum(abs(sub(plainValue(own) as Num, plainValue(other) as Num)));
}

function isEqual(key: RankKey, a: KeyValue, b: KeyValue): boolean {
  return a === undefined || b === undefined ? a === b : comparing(key)(a, b) === 0;
}
