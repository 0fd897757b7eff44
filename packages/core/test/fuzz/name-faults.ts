import { isJsonArray, type Json, type JsonObject } from '../../src/model/json.js';
import { type Fault, type Faults, planted } from './fault.js';
import { somewhere } from './shape-faults.js';
import { type Path, pathsIn, valueAt } from './tree.js';

/** Places of texts that name something, by the words of their path. */
const REFERENCES: Readonly<Record<string, readonly RegExp[]>> = {
  'an event type misspelt': [
    /^indicators [^ ]+ of (?:value of )?(?:in )?type(?: \d+)?$/,
    /^rules \d+ event params type$/,
    /^cohorts [^ ]+ in event$/,
  ],
  'a trigger misspelt': [/^rules \d+ on(?: \d+)?$/],
  'an indicator misspelt': [
    /^indicators [^ ]+ of parts \d+(?: indicator)?$/,
    /^rules \d+ event params (?:to|indicator|items)$/,
  ],
  'a key misspelt': [/^indicators [^ ]+ per \d+$/, /^subject$/, /^period key$/, /^cohorts [^ ]+ (?:of|each \d+)$/],
  'a cohort misspelt': [/^standings [^ ]+ among$/, /^rules \d+ for$/, /^indicators [^ ]+ of in cohort$/],
  'a rule misspelt': [/^rules \d+ (?:unless|overrides) \d+$/],
  'a condition misspelt': [/^rules \d+ conditions(?: (?:all|any|not|\d+))* condition$/],
  'a fact misspelt': [/^rules \d+ conditions(?: (?:all|any|not|\d+))* fact$/],
  'an operator misspelt': [/^rules \d+ conditions(?: (?:all|any|not|\d+))* operator$/],
  'a kind misspelt': [
    /^vocabulary events [^ ]+ fields [^ ]+ kind$/,
    /^indicators [^ ]+ of kind$/,
    /^rules \d+ event type$/,
    /^indicators [^ ]+ (?:reduce|missing)$/,
  ],
  'a colour misspelt': [/^vocabulary events [^ ]+ card colour$/],
};

function misspelt(patterns: readonly RegExp[]): Fault {
  return (soil, tape) => {
    const paths = pathsIn(soil.document).filter(
      (path) =>
        typeof valueAt(soil.document, path) === 'string' &&
        patterns.some((pattern) => pattern.test(path.join(' '))) &&
        !isRecipient(soil.document, path),
    );
    const path = somewhere(paths, tape);
    return path && planted(soil, path, `${String(valueAt(soil.document, path))}zz`, 'at');
  };
}

/** Of a consequence, `to` is whoever bears it, in any words. */
function isRecipient(document: JsonObject, path: Path): boolean {
  return path.at(-1) === 'to' && valueAt(document, [...path.slice(0, -1), 'what']) !== undefined;
}

/** A short test of a field that no event of the type has. */
function strangeTest(): Fault {
  return (soil, tape) => {
    const wheres = pathsIn(soil.document).filter((path) => {
      const where = path.at(-1) === 'where' ? valueAt(soil.document, path) : undefined;
      return typeof where === 'object' && where !== null && !isJsonArray(where);
    });
    const path = somewhere(wheres, tape);
    return path && planted(soil, [...path, 'nosuchfield'], 1, 'at');
  };
}

/** Names that lead nowhere, each told where it stands. */
export const NAME_FAULTS: Faults = {
  ...Object.fromEntries(Object.entries(REFERENCES).map(([kind, patterns]) => [kind, misspelt(patterns)])),
  'a test of a field that is none': strangeTest(),
};

/** A document with a further indicator, rule or standing in which the fault is. */
export function withIndicator(at: Path, body: JsonObject, more: JsonObject = {}): Fault {
  return (soil) => {
    const indicators = { ...Object(soil.document.indicators), ...more, planted: body };
    return planted(soil, ['indicators'], indicators, 'at', [['indicators', 'planted', ...at]]);
  };
}

export function withRule(at: Path, body: (document: JsonObject) => JsonObject | undefined): Fault {
  return (soil) => {
    const rules: readonly Json[] = isJsonArray(soil.document.rules) ? soil.document.rules : [];
    const rule = body(soil.document);
    if (rule === undefined) return undefined;
    const all = [...rules, { name: 'planted', basis: 'a notice', ...rule }];
    return planted(soil, ['rules'], all, 'at', [['rules', rules.length, ...at]]);
  };
}
