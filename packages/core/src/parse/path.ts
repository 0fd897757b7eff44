import type { Report } from './report.js';

/** Reads `$.a.b[0]`: plain properties and indexes, never a filter, wildcard or script. */
export function pathAt(path: string, pointer: string, report: Report): readonly (string | number)[] {
  const steps = PATH.test(path) ? [...path.matchAll(STEP)].map(([, name, index]) => name ?? Number(index)) : [];
  const fine = steps.length > 0 && steps.every((step) => !FORBIDDEN.includes(step));
  if (!fine) report.add('field-path', pointer, { found: path });
  return fine ? steps : [];
}

const PATH = /^\$(?:\.[\p{L}_][\p{L}\p{N}_-]{0,63}|\[[0-9]{1,6}\]){1,16}$/u;
const STEP = /\.([\p{L}_][\p{L}\p{N}_-]*)|\[([0-9]+)\]/gu;
const FORBIDDEN: readonly (string | number)[] = ['__proto__', 'constructor', 'prototype'];
