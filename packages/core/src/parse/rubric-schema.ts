import { z } from 'zod';
import type { JsonObject } from '../model/json.js';
import { rubricShape } from './shape-rubric.js';

/** The JSON Schema (2020-12) of one edition, with descriptions in both languages, for editors. */
export function rubricJsonSchema(): JsonObject {
  const schema = z.toJSONSchema(rubricShape, { target: 'draft-2020-12', unrepresentable: 'any', io: 'input' });
  const plain: JsonObject = JSON.parse(JSON.stringify(schema));
  return plain;
}
