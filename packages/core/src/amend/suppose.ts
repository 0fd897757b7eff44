import type { JsonObject } from '../model/json.js';
import type { Amendment } from './amendment.js';
import { amend } from './overlay.js';

/**
 * The editions of a rubric under a supposition, which is laid over each. They must be whole, as `EditionModel.document`
 * is: laid over an edition as it is written, it could bring back what that one removes from its parent.
 */
export function supposed(editions: readonly JsonObject[], supposition: JsonObject): readonly Amendment[] {
  return editions.map((edition) => amend(edition, supposition));
}
