import type { Instant } from '../model/calendar.js';
import type { Reason } from '../model/explanation.js';
import type { Value } from '../model/expr.js';
import { type Frame, type IndicatorPlan, UNBOUND } from '../model/plan.js';
import { keyFrame } from './frame.js';
import { ViewReader } from './reader.js';
import { keyShown, show } from './show.js';
import { Tracer } from './trace.js';
import { scopesAhead } from './trace-peers.js';
import { hearTaking } from './trace-taking.js';

/** A reading that any outcome can be asked for: what its keys are bound to, and what is passed to it. */
export interface Read {
  readonly indicator: string;
  readonly keys: ReadonlyMap<string, Value>;
  readonly passed: ReadonlyMap<string, Value>;
  /** The same on all sides for the same reading. */
  readonly name: string;
}

/** A value as one outcome gives it: what it is made of is told by values alone. */
export interface TracedRead {
  readonly at: Instant;
  readonly reason: Reason;
  /** What it read. */
  readonly inner: readonly Read[];
  /** Where it is ranked: those that stand before it. */
  readonly ahead: readonly Read[];
}

/** The instant at which it is read, and that of what is asked about from the top. */
export interface Asking {
  readonly from: Instant;
  readonly top: Instant;
}

/** A reader of the same moment that leaves no findings in the outcome, whatever it is asked for. */
export function askingReader({ plan, columns, view, asOf, forced }: ViewReader): ViewReader {
  const reader = new ViewReader(plan, columns, view, asOf, forced, () => undefined);
  reader.settle();
  return reader;
}

/** What an outcome gives for a reading made at an instant; undefined where its rubric has no such indicator, or of other keys. */
export function traceRead(reader: ViewReader, read: Read, { from, top }: Asking, depth: 0 | 1): TracedRead | undefined {
  const { keyNames } = reader.plan;
  const asked = reader.editionAt(from).indicators.get(read.indicator);
  const names = asked?.per.map((key) => keyNames[key] ?? '');
  if (asked === undefined || names?.length !== read.keys.size || !names.every((name) => read.keys.has(name)))
    return undefined;
  const ids = keyNames.map((name, key) =>
    read.keys.has(name) ? reader.columns.intern(key, read.keys.get(name)) : UNBOUND,
  );
  const at = reader.instantFor(asked, ids, from);
  const heard = new Map<Reason, Read>();
  const tracer = Tracer.heard(reader, top, (reason, plan, frame) => heard.set(reason, readOf(reader, plan, frame)));
  const passed = read.passed.size === 0 ? undefined : read.passed;
  const plan = reader.indicatorPlan(read.indicator, at);
  const frame = keyFrame(reader, at, ids, undefined, passed);
  const reason = tracer.reason(plan, frame, ids, depth);
  const { body } = reason;
  if (body.kind === 'measure') hearTaking(tracer, plan, frame, body.members.length);
  heard.delete(reason);
  const ahead = depth === 0 ? [] : scopesAhead(reader, plan, frame).map((scope) => readOf(reader, plan, scope));
  return { at, reason, inner: [...heard.values()], ahead };
}

/** The reading that a frame binds the keys of. */
export function readOf(reader: ViewReader, { model, per }: IndicatorPlan, frame: Frame): Read {
  const { keyNames } = reader.plan;
  const idOf = (key: number): number => frame.bound?.[key] ?? UNBOUND;
  const passed = frame.passed ?? NOTHING;
  const passedShown = model.with.map(({ name, type }) => show(passed.get(name), type));
  const shown = per.map((key) => [keyNames[key], keyShown(reader, key, idOf(key))]);
  return {
    indicator: model.name,
    keys: new Map(per.map((key) => [keyNames[key] ?? '', reader.keyValue(key, idOf(key))])),
    passed,
    name: JSON.stringify([model.name, shown, passedShown]),
  };
}

const NOTHING: ReadonlyMap<string, Value> = new Map();
