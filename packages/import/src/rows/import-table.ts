import type { CloudEvent, JsonObject, Problem, Result } from '@meritlog/core';
import { failure, success, type Zone } from '@meritlog/core/parse';
import type { Mapping } from '../mapping/mapping.js';
import { importProblem, Refused, refuse } from '../problem/import-problem.js';
import { IMPORT_LIMITS, type ImportLimits } from '../table/limits.js';
import { readTable } from '../table/read-table.js';
import type { Locate, Row, TableRead } from '../table/table.js';
import { columnsOf } from './columns.js';
import { type Content, Identities } from './identities.js';
import { partsOf, RowReader } from './row-reader.js';

export interface ImportOptions {
  /** Named in problems. */
  readonly file?: string;
  /** The zone of dates where the mapping names none: that of the rubric. */
  readonly zone?: Zone;
  readonly limits?: Partial<ImportLimits>;
}

/** A table as events, with everything that is wrong with its rows. */
export interface Imported {
  readonly read: TableRead;
  /** Rows that hold something, without the header. */
  readonly rows: number;
  readonly events: readonly ImportedEvent[];
  /** Events that the table has twice, under ids of its own and with the same content. */
  readonly repeated: number;
  /** The rows that gave no event because something is wrong with them. */
  readonly refused: ReadonlySet<number>;
  /** Why; at most a thousand of them. */
  readonly problems: readonly Problem[];
  readonly locate: Locate;
}

export interface ImportedEvent {
  readonly event: CloudEvent;
  readonly row: Row;
  /** Where each part of the event was read: `/data/points` in column C, for people `C12 (分值)`. */
  readonly places: Readonly<Record<string, { readonly place: string; readonly key: string }>>;
}

/** Turns a table into events as a mapping says. What is wrong with the table as a whole is a failure; rows are told one by one. */
export function importTable(bytes: Uint8Array, mapping: Mapping, options: ImportOptions = {}): Result<Imported> {
  const { file } = options;
  const limits = { ...IMPORT_LIMITS, ...options.limits };
  try {
    const zone = mapping.zone ?? options.zone;
    if (zone === undefined) throw new Refused([importProblem('zone-missing')]);
    const table = readTable(bytes, mapping, limits);
    const { read, locate } = table;
    const { rows, keys } = columnsOf(table, mapping);
    const found = eventsOf(rows, mapping, { zone, keys, file, locate }, limits);
    return success({ read, locate, rows: rows.length, ...found });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return failure(error.problems.map((problem) => (file === undefined ? problem : { file, ...problem })));
  }
}

function eventsOf(rows: readonly Row[], mapping: Mapping, context: RowReader['context'], limits: ImportLimits) {
  const identities = new Identities();
  const events: ImportedEvent[] = [];
  const problems: Problem[] = [];
  const refused = new Set<number>();
  let repeated = 0;
  for (const row of rows) {
    for (const reader of readersOf(row, mapping, context)) {
      const made = eventOf(reader, mapping, identities);
      if (made === 'repeated') repeated += 1;
      else if (made !== undefined) events.push(made);
      if (events.length > limits.rows) refuse('too-many-events', { limit: limits.rows });
      if (reader.problems.length === 0) continue;
      refused.add(row.number);
      problems.push(...reader.problems.slice(0, limits.problems - problems.length));
    }
  }
  // A row of several codes is taken as a whole, or not at all.
  return { events: events.filter(({ row }) => !refused.has(row.number)), repeated, refused, problems };
}

/** One for each event of the row. */
function readersOf(row: Row, { each }: Mapping, context: RowReader['context']): readonly RowReader[] {
  const whole = new RowReader(row, context);
  const cell = each === undefined ? undefined : whole.cell(each.column);
  if (each === undefined || cell?.kind !== 'text') return [whole];
  const codes = partsOf(cell.text, each.split);
  return codes.length === 0 ? [whole] : codes.map((text) => new RowReader(row, context, { column: each.column, text }));
}

function eventOf(reader: RowReader, mapping: Mapping, identities: Identities): ImportedEvent | 'repeated' | undefined {
  const content = contentOf(reader, mapping);
  const given = mapping.id === undefined ? undefined : reader.text(mapping.id);
  if (content === undefined || reader.problems.length > 0) return undefined;
  const id = given ?? identities.made(content);
  const own = reader.code === undefined || given === undefined ? id : `${id}/${reader.code.text}`;
  const claim = identities.claim(own, content, reader.row.number);
  const { specversion, ...rest } = content;
  if (claim === 'new')
    return { event: { specversion, id: own, ...rest }, row: reader.row, places: placesOf(reader, mapping) };
  if (claim === 'repeated') return claim;
  const column = typeof mapping.id === 'object' ? mapping.id.column : '';
  return reader.fault('row-id-twice', column, { kind: 'text', text: own }, { row: claim.row });
}

function contentOf(reader: RowReader, mapping: Mapping): Content | undefined {
  const source = reader.text(mapping.source);
  const type = reader.text(mapping.type);
  const subject = mapping.subject === undefined ? undefined : reader.text(mapping.subject);
  const time = reader.time(mapping.time);
  const sequence = mapping.sequence === undefined ? undefined : reader.text(mapping.sequence);
  const data = mapping.data === undefined ? undefined : dataOf(reader, mapping.data);
  if (source === undefined || type === undefined || time === undefined) return undefined;
  return {
    specversion: '1.0',
    source,
    type,
    ...(subject === undefined ? {} : { subject }),
    time,
    ...(sequence === undefined ? {} : { sequence }),
    ...(data === undefined ? {} : { data }),
  };
}

function dataOf(reader: RowReader, slots: NonNullable<Mapping['data']>): JsonObject {
  const read = Object.entries(slots).map(([name, slot]) => [name, reader.data(slot)] as const);
  return Object.fromEntries(read.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

function placesOf(
  reader: RowReader,
  { source, type, subject, time, id, sequence, data = {} }: Mapping,
): ImportedEvent['places'] {
  const slots = { source, type, subject, time, id, sequence, ...prefixed(data) };
  return Object.fromEntries(
    Object.entries(slots).flatMap(([name, slot]) =>
      typeof slot === 'object' && 'column' in slot
        ? [[`/${name}`, { place: reader.place(slot.column), key: reader.context.keys.get(slot.column) ?? '' }]]
        : [],
    ),
  );
}

function prefixed<T>(data: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(
    Object.entries(data).map(([name, slot]) => [`data/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, slot]),
  );
}
