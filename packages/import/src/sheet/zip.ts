import { type UnzipFileInfo, unzipSync } from 'fflate';
import { Refused, refuse } from '../problem/import-problem.js';
import type { ImportLimits } from '../table/limits.js';

/** Unpacks named parts of a workbook, into memory only. */
export type Unpack = (...names: readonly string[]) => ReadonlyMap<string, Uint8Array>;

/**
 * A workbook's parts. Sizes are those that the archive declares, and no more is unpacked, so that one that lies is cut
 * off and found to be damaged.
 */
export function openZip(bytes: Uint8Array, limits: ImportLimits): Unpack {
  const sizes = new Map<string, number>();
  unzipped(bytes, ({ name, originalSize }) => {
    if (OUTSIDE.test(name) || name.includes('\0')) refuse('workbook-path', { name });
    if (sizes.has(name)) refuse('workbook-damaged', { part: name, why: 'twice' });
    sizes.set(name, originalSize);
    if (sizes.size > MOST_PARTS) refuse('workbook-damaged', { part: 'zip', why: `> ${MOST_PARTS}` });
    return false;
  });
  let left = limits.unpacked;
  return (...names) => {
    const wanted = new Set(names);
    for (const name of wanted) {
      const size = sizes.get(name) ?? 0;
      if (size > left) refuse('workbook-unpacks', { size, limit: limits.unpacked });
      left -= size;
    }
    return new Map(Object.entries(unzipped(bytes, ({ name }) => wanted.has(name))));
  };
}

const OUTSIDE = /(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[A-Za-z]:|\\/;
const MOST_PARTS = 10_000;

function unzipped(bytes: Uint8Array, filter: (file: UnzipFileInfo) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof Refused) throw error;
    return refuse('workbook-damaged', { part: 'zip', why: error instanceof Error ? error.message : String(error) });
  }
}
