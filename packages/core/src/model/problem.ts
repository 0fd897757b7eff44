export { nearest } from './nearest.js';

/** One sentence in both languages: what, why, and what to do next. */
export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

/** An expected problem. Problems are returned, never thrown, and all that can be told are told at once. */
export interface Problem {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** RFC 6901 JSON Pointer into the document. */
  readonly pointer: string;
  readonly message: Bilingual;
  readonly fix?: Bilingual;
  /** The values that explain the problem, for programs. */
  readonly facts: Readonly<Record<string, string | number>>;
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based, in UTF-16 code units, as editors count. */
  readonly column?: number;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function success<T>(value: T, warnings: readonly Problem[] = []): Result<T> {
  return { ok: true, value, warnings };
}

export function failure<T>(problems: readonly Problem[]): Result<T> {
  return { ok: false, problems };
}

/** The pointer one step further, to a key or an array index. */
export function child(pointer: string, key: string | number): string {
  return `${pointer}/${typeof key === 'number' ? key : key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The keys of a pointer, from the root down. */
export function pointerKeys(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}
