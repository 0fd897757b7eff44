import { refuse } from '../problem/import-problem.js';

export interface Decoded {
  readonly text: string;
  /** As encodings are called: UTF-8, GB18030 … */
  readonly encoding: string;
}

/**
 * The text of bytes: by their mark, as the mapping says, or as what they can only be. GBK is taken for granted only
 * where nearly all of its characters are those of GB 2312; else the reader is asked.
 */
export function decoded(bytes: Uint8Array, declared: string | undefined): Decoded {
  const marked = MARKS.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  if (marked !== undefined) return strictly(bytes.subarray(marked.mark.length), marked.encoding);
  if (declared !== undefined) return strictly(bytes, declared);
  const unmarked = wide(bytes);
  if (unmarked !== undefined) return strictly(bytes, unmarked);
  const plain = tried(bytes, 'utf-8');
  if (plain !== undefined) return { text: plain, encoding: 'UTF-8' };
  const chinese = tried(bytes, 'gb18030');
  if (chinese !== undefined && plausible(bytes)) return { text: chinese, encoding: 'GB18030' };
  if (chinese === undefined) refuse('encoding-wrong', { encoding: 'UTF-8, UTF-16, GB18030', at: faultAt(bytes) });
  return refuse('encoding-unsure', { sample: chinese.slice(0, 40).replace(/\s+/g, ' ') });
}

const MARKS = [
  { encoding: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
] as const;

function strictly(bytes: Uint8Array, encoding: string): Decoded {
  const text = tried(bytes, encoding);
  const name = encoding.toUpperCase();
  if (text === undefined) refuse('encoding-wrong', { encoding: name, at: encoding === 'utf-8' ? faultAt(bytes) : 0 });
  return { text, encoding: name };
}

function tried(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined; // Not of this encoding, or one that this runtime lacks.
  }
}

/** UTF-16 without a mark shows by its line ends and commas, whose other byte is zero. */
function wide(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even + odd === 0 || bytes.length % 2 === 1) return undefined;
  const encoding = odd > even ? 'utf-16le' : 'utf-16be';
  return /[,;\t\n]/.test(tried(bytes.subarray(0, 4096), encoding) ?? '') ? encoding : undefined;
}

/** Whether two-byte characters are those of GB 2312, which make up nearly all Chinese text: other encodings are not. */
function plausible(bytes: Uint8Array): boolean {
  let [common, strange] = [0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[at + 1] ?? 0;
    const isCommon = trail >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xf7));
    if (isCommon) common += 1;
    else strange += 1;
    at += trail >= 0x30 && trail <= 0x39 ? 3 : 1;
  }
  return strange * 10 <= common;
}

/** The first byte, counted from 1, that UTF-8 does not allow. */
function faultAt(bytes: Uint8Array): number {
  let [low, high] = [0, bytes.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isPrefix(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

function isPrefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
