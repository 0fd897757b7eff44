import { sha256 as digest } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 of the UTF-8 bytes, as 'sha256:' and 64 hexadecimal digits. Throws on lone surrogates, which have no bytes. */
export function sha256(text: string): string {
  if (LONE_SURROGATE.test(text)) throw new RangeError('no digest for a lone surrogate');
  return `sha256:${bytesToHex(digest(utf8ToBytes(text)))}`;
}

const LONE_SURROGATE = /\p{Surrogate}/u;
