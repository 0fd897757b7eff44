import { canonical } from '../../src/model/canonical.js';
import { isJsonObject, type Json } from '../../src/model/json.js';
import { arbitraryCase, type Case } from '../../src/testing/index.js';
import { law } from './law.js';
import { read, sameText, told } from './read-case.js';

/**
 * Every subject, source and event id gets a mark that keeps their order by code point, in the ledger, in the lens and
 * in the texts of the rubric that name them; so what order by name decides (ties of one instant, members of one value,
 * ordinal ranks) is decided alike, and no case is left out. Ids of derived events are made of the marked ones.
 */
const NAMES = /(?<![\w.-])(?:u\d|ü5|单6|e\d+|office|court)(?![\w-])/gu;
const MARK = '!';

law(
  'I8: renaming subjects, sources or event ids, in their order, renames the outcome and changes nothing else',
  { cases: arbitraryCase(), runs: 40, schemeOf: (one: Case) => one },
  (one, tally) => {
    const before = told(read(one), one.lens);
    const marked = renamed({
      rubric: [...one.rubric],
      events: one.events.map((event) => ({ ...event })),
      lens: { ...one.lens, suppose: null },
    });
    if (!isCase(marked)) throw new Error('a renamed case is a case');
    tally.count('findings', JSON.stringify(before.findings) !== '[]');
    const { suppose, ...lens } = one.lens;
    const supposed = suppose?.void === undefined ? {} : { suppose: { void: suppose.void.map((id) => `${id}${MARK}`) } };
    sameText(canonical(told(read(marked), { ...lens, ...supposed })), canonical(renamed(before)));
  },
);

function renamed(json: Json): Json {
  const copy: Json = JSON.parse(JSON.stringify(json).replace(NAMES, (name) => `${name}${MARK}`));
  return copy;
}

function isCase(json: Json): json is Json & Pick<Case, 'rubric' | 'events'> {
  return isJsonObject(json) && Array.isArray(json.rubric) && Array.isArray(json.events);
}
