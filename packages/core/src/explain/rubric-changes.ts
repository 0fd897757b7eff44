import type { RubricChange } from '../model/difference.js';
import type { JsonObject } from '../model/json.js';
import { child } from '../model/problem.js';
import { changeSentence } from './change-sentence.js';
import { type DocumentChange, documentChanges } from './document-diff.js';
import { RubricNames } from './rubric-names.js';

/** Where two editions differ, each difference once and as a sentence, things told by their names. The edition itself is left out. */
export function rubricChanges(before: JsonObject, after: JsonObject): readonly RubricChange[] {
  const [en, zh] = [new RubricNames('en', [after, before]), new RubricNames('zh', [after, before])];
  return documentChanges(before, after).map((change) => ({
    pointer: pointerOf(change),
    ...(change.before === undefined ? {} : { before: change.before }),
    ...(change.after === undefined ? {} : { after: change.after }),
    sentence: { en: changeSentence(change, en), zh: changeSentence(change, zh) },
  }));
}

/** A pointer in which things of a list are told by name. */
function pointerOf({ parts, slots }: DocumentChange): string {
  const [, ...inner] = parts;
  return [...inner.flatMap(({ under, name }) => [...under, name]), ...slots].reduce<string>(child, '');
}
