import { child } from '../model/problem.js';
import type { MeasureDocument } from './document.js';
import type { ValueType } from './formula-words.js';
import type { Report } from './report.js';
import { reduceName } from './resolve-reduce.js';
import type { Pass } from './world.js';

/** What is asked of the members must suit what they are worth, what they are, and how they are reduced. */
export function sayUnfit(
  document: MeasureDocument,
  type: ValueType | undefined,
  pointer: string,
  { report }: Pass,
): void {
  sayPicks(document, pointer, report);
  sayDrop(document, pointer, report);
  const { missing, take } = document;
  if (type === undefined || type === 'number') return;
  if (missing === 'zero') report.add('zero-type', child(pointer, 'missing'), { found: type });
  if (type !== 'text' && type !== 'flag') return;
  for (const part of ['keep', 'drop'] as const)
    for (const which of ['best', 'worst'] as const)
      if (take?.[part]?.[which] !== undefined)
        report.add('order-type', child(child(child(pointer, 'take'), part), which), { found: type });
}

/** Only events, and points by their triggers, have a place before or behind an event. */
function sayPicks({ of, take }: MeasureDocument, pointer: string, report: Report): void {
  if (of.kind !== 'each' && of.kind !== 'parts') return;
  const at = child(child(pointer, 'take'), 'window');
  for (const part of ['after', 'before'] as const)
    if (take?.window?.[part] !== undefined) report.add('pick-members', child(at, part), { part, kind: of.kind });
}

/** What cannot be dropped is told by a condition on a member that has something to ask; the best to drop is known for a plain mean. */
function sayDrop({ of, take, reduce }: MeasureDocument, pointer: string, report: Report): void {
  const { drop } = take ?? {};
  const at = child(child(pointer, 'take'), 'drop');
  if (drop?.where !== undefined && (of.kind === 'given' || of.kind === 'parts'))
    report.add('drop-where', child(at, 'where'), { kind: of.kind });
  if (drop?.optimal !== true) return;
  if (reduceName(reduce) !== 'mean' || typeof reduce === 'object')
    report.add('optimal-mean', child(at, 'optimal'), { reduce: reduceName(reduce) });
  if (drop.best !== undefined || drop.worst === undefined) report.add('optimal-worst', child(at, 'optimal'), {});
}
