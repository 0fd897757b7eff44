import type { JsonObject } from '../model/json.js';
import type { Amendment } from './amendment.js';
import { amend } from './overlay.js';

/**
 * The editions of a rubric under a supposition. Each becomes whole first: were the overlay laid over an edition that is
 * itself written as an overlay, what this edition removes from its parent would come back. Hence no result has a `parent`.
 */
export function supposed(documents: readonly JsonObject[], supposition: JsonObject): readonly Amendment[] {
  return wholeEditions(documents).map((document) => amend(document, supposition));
}

/** Each edition laid over its parent. One whose parent is not among them, or its own descendant, stays as it is written. */
export function wholeEditions(documents: readonly JsonObject[]): readonly JsonObject[] {
  return documents.map((document) => whole(document, documents, []));
}

function whole(document: JsonObject, documents: readonly JsonObject[], seen: readonly JsonObject[]): JsonObject {
  const { parent: name, ...own } = document;
  const parent = documents.find(
    ({ id, edition }) => edition === name && (document.id === undefined || id === document.id),
  );
  if (name === undefined || parent === undefined || parent === document || seen.includes(parent)) return document;
  return amend(whole(parent, documents, [...seen, document]), own).document;
}
