import type { JsonObject } from '../model/json.js';
import type { Amendment } from './amendment.js';
import { amend } from './overlay.js';

/**
 * The editions of a rubric under a supposition, which is laid over each. They must be whole, their parents merged in
 * (`EditionModel.document`): laid over an edition as it is written, it could bring back what that one removes from its
 * parent. For the same reason no result names a `parent`, so reading the results merges nothing again.
 */
export function supposed(editions: readonly JsonObject[], supposition: JsonObject): readonly Amendment[] {
  return editions.map(({ parent: _, ...whole }) => amend(whole, supposition));
}
