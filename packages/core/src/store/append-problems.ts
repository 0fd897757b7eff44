import type { StoredEvent } from '../model/event.js';
import type { IdClash, IdConflict, RecordedOutOfOrder, VersionConflict } from '../model/store.js';
import type { Candidate } from './admit.js';

/** `found[i]` is what the ledger has under the identity of `candidates[i]`. */
export function idConflict(
  candidates: readonly Candidate[],
  found: readonly (StoredEvent | undefined)[],
  same: (candidate: Candidate, stored: StoredEvent) => boolean,
): IdConflict | undefined {
  const seen = new Set<string>();
  const partial = found.includes(undefined);
  const conflicts: IdClash[] = [];
  for (const [index, candidate] of candidates.entries()) {
    const { source, id } = candidate;
    const stored = found[index];
    const identity = JSON.stringify([source, id]);
    const why = seen.has(identity) ? 'repeated-in-batch' : stored && clash(same(candidate, stored), partial);
    seen.add(identity);
    if (why === undefined) continue;
    conflicts.push({ index, source, id, why, position: why === 'repeated-in-batch' ? 0 : (stored?.position ?? 0) });
  }
  const [first] = conflicts;
  return first && { kind: 'id-conflict', conflicts, message: sentence(first, conflicts.length - 1) };
}

export function versionConflict(stream: string, expected: number, actual: number): VersionConflict {
  const name = JSON.stringify(stream);
  return {
    kind: 'version-conflict',
    stream,
    expected,
    actual,
    message: {
      en: `The stream ${name} is at version ${actual}, not ${expected}: somebody appended in between. Read it again and decide anew.`,
      zh: `流 ${name} 的版本是 ${actual}，而非 ${expected}：其间另有追加。请重新读取后再作决定。`,
    },
  };
}

export function recordedOutOfOrder(index: number, recordedtime: string, notBefore: string): RecordedOutOfOrder {
  return {
    kind: 'recorded-out-of-order',
    index,
    recordedtime,
    notBefore,
    message: {
      en: `Event ${index} was recorded at ${recordedtime}, before ${notBefore}, which the ledger has already. Sort the events by recordedtime and restore them into an empty ledger.`,
      zh: `第 ${index} 个事件的记录时间 ${recordedtime} 早于台账已有的 ${notBefore}。请按 recordedtime 排序后导入空台账。`,
    },
  };
}

function clash(same: boolean, partial: boolean): IdClash['why'] | undefined {
  if (!same) return 'other-content';
  return partial ? 'already-recorded' : undefined;
}

function sentence({ index, source, id, why, position }: IdClash, more: number): IdConflict['message'] {
  const which = `${JSON.stringify(id)} (${source})`;
  const reasons: Readonly<Record<IdClash['why'], readonly [en: string, zh: string]>> = {
    'other-content': [
      `is stored at position ${position} with other content. Nothing is edited: give a correction an id of its own`,
      `已存于位置 ${position}，但内容不同。台账不作修改：更正须使用自己的 id`,
    ],
    'already-recorded': [
      `is stored at position ${position} already, while other events of the batch are new. Leave it out and append the rest`,
      `已存于位置 ${position}，而同批其他事件是新的。请去掉该事件后追加其余部分`,
    ],
    'repeated-in-batch': ['stands twice in the batch. Leave one of them out', '在同一批中出现两次。请去掉其一'],
  };
  const [en, zh] = reasons[why];
  return {
    en: `Event ${index}, ${which}, ${en}.${more > 0 ? ` (and ${more} more)` : ''}`,
    zh: `第 ${index} 个事件 ${which} ${zh}。${more > 0 ? `（另有 ${more} 处）` : ''}`,
  };
}
