import { isJsonArray, isJsonObject, type Json } from '../model/json.js';
import type { RubricModel } from '../model/rubric.js';

const WIDTH = 120;

/** The text of a rubric, each edition complete. Reading it again gives the same model. What fits on a line stays on one. */
export function printRubric(rubric: RubricModel): string {
  const documents = rubric.editions.map((edition) => edition.document);
  const [only] = documents;
  return `${layOut(documents.length === 1 && only !== undefined ? only : documents, '')}\n`;
}

/** `name` stands before it on its line, and a comma may stand behind. */
function layOut(json: Json, indent: string, name = ''): string {
  const line = `${name}${compact(json)}`;
  if (line.length + indent.length < WIDTH || typeof json !== 'object' || json === null) return line;
  const inner = `${indent}  `;
  if (isJsonArray(json))
    return bracketed(
      `${name}[`,
      json.map((item) => layOut(item, inner)),
      ']',
      indent,
    );
  const members = Object.entries(json).map(([key, value]) => layOut(value, inner, `${JSON.stringify(key)}: `));
  return bracketed(`${name}{`, members, '}', indent);
}

function bracketed(open: string, parts: readonly string[], close: string, indent: string): string {
  return `${open}\n${parts.map((part) => `${indent}  ${part}`).join(',\n')}\n${indent}${close}`;
}

function compact(json: Json): string {
  if (isJsonArray(json)) return `[${json.map(compact).join(', ')}]`;
  if (!isJsonObject(json)) return JSON.stringify(json);
  const members = Object.entries(json).map(([key, value]) => `${JSON.stringify(key)}: ${compact(value)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}
