import type { RubricChange } from '../model/difference.js';
import { isJsonArray, isJsonObject, type Json } from '../model/json.js';
import { child } from '../model/problem.js';

/** What a rubric says of itself, and examples, which only show what it says: none of these changes a rule. */
const HEADING = /^\/(?:\$schema|edition|parent|basis|effective|(?:rules|indicators|standings)\/[^/]+\/examples)$/;

/** Where the rules of two documents differ, smallest places first met; rules are matched by name. */
export function rubricChanges(before: Json, after: Json): readonly RubricChange[] {
  return changesAt(before, after, '');
}

function changesAt(before: Json, after: Json, pointer: string): readonly RubricChange[] {
  if (isJsonObject(before) && isJsonObject(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
      memberChange(before[key], after[key], child(pointer, key)),
    );
  }
  if (isJsonArray(before) && isJsonArray(after) && (named(before) || named(after))) {
    const names = [...new Set([...before, ...after].map(nameOf))];
    const find = (list: readonly Json[], name: string): Json | undefined => list.find((item) => nameOf(item) === name);
    return names.flatMap((name) => memberChange(find(before, name), find(after, name), child(pointer, name)));
  }
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ pointer, before, after }];
}

function memberChange(before: Json | undefined, after: Json | undefined, pointer: string): readonly RubricChange[] {
  if (HEADING.test(pointer)) return [];
  if (before !== undefined && after !== undefined) return changesAt(before, after, pointer);
  if (before === undefined && after === undefined) return [];
  return [{ pointer, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
}

/** Items that carry a name are told by it and not by their place. */
function named(list: readonly Json[]): boolean {
  return list.length > 0 && list.every((item) => nameOf(item) !== '');
}

function nameOf(item: Json): string {
  if (!isJsonObject(item)) return '';
  const name = item.name ?? item.id;
  return typeof name === 'string' ? name : '';
}
