import type { StoreErrorCode } from '../model/store.js';

/** A store that cannot do its work. Recognise it by `code`: `instanceof` fails across copies of a package. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: { readonly cause: unknown }) {
    super(message, options);
    this.name = 'StoreError';
    this.code = code;
  }
}
