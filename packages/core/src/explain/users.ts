import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../model/json.js';
import type { RubricNames } from './rubric-names.js';

const MOST = 3;

/** What names a definition, table or condition: the first three and how many more. */
export function usersOf(name: string, document: JsonObject, names: RubricNames): string {
  const word = new RegExp(`(?<![\\w.-])${name.replace(/[^\w]/g, '\\$&')}(?![\\w.-])`);
  const uses = (json: Json): boolean => word.test(JSON.stringify(json));
  const found: string[] = [];
  const rules = isJsonArray(document.rules) ? document.rules : [];
  for (const rule of rules) if (isJsonObject(rule) && uses(bare(rule))) found.push(names.of('rule', String(rule.name)));
  const { indicators, standings, define, vocabulary } = document;
  const events = isJsonObject(vocabulary) ? vocabulary.events : undefined;
  for (const [kind, list] of [
    ['indicator', indicators],
    ['standing', standings],
    ['event', events],
    ['definition', define],
  ] as const) {
    for (const [key, thing] of Object.entries(isJsonObject(list) ? list : {}))
      if (isJsonObject(thing) && uses(bare(thing))) found.push(names.of(kind, key));
  }
  const more = found.length - MOST;
  return [...found.slice(0, MOST), ...(more > 0 ? [`+ ${more}`] : [])].join(names.phrases.list);
}

/** Without what is only shown. */
function bare(thing: JsonObject): JsonObject {
  const { title, basis, examples, ...rest } = thing;
  return rest;
}
