import type { Place } from './find.js';
import type { ViewReader } from './reader.js';
import { Tracer } from './trace.js';
import { type Read, readOf } from './trace-read.js';
import { comparedBy } from './trace-separation.js';
import { unfold } from './unfold.js';

/** What of a row is asked for: its total, its keys, or indicators by name. */
export interface Asked {
  readonly keys: boolean;
  readonly indicators: readonly string[];
}

/** The readings that the place of a row hangs on. */
export function placeReads(reader: ViewReader, { table, row }: Place, { keys, indicators }: Asked): readonly Read[] {
  const { model } = table.plan;
  const known = reader.editionAt(table.at).indicators;
  const found: Read[] = [];
  const tracer = new Tracer(reader, (_, plan, frame) => found.push(readOf(reader, plan, frame)));
  const { partOf } = reader.editionAt(table.at);
  for (const expr of [model.total.expr, ...(keys ? table.plan.by.keys.map((key) => comparedBy(key.model)) : [])]) {
    for (const read of unfold(expr, row.frame, partOf).reads)
      if (read.kind === 'indicator') tracer.called(read, row.frame, partOf, 1);
  }
  for (const name of indicators) if (known.has(name)) tracer.read(name, [], [], row.frame, 1);
  return found;
}
