import { child } from '../model/problem.js';
import { fieldsOf } from './common-fields.js';
import type { RubricDocument } from './document.js';
import { isContextName, isFunctionName, RESERVED_WORDS } from './formula-words.js';
import type { Report } from './report.js';

/** What a name can stand for; one name stands for one thing. A passed value has the name that it has where it comes from. */
export type NameKind = 'key' | 'field' | 'indicator' | 'standing' | 'table' | 'define' | 'passed';

interface Declared {
  readonly name: string;
  readonly kind: NameKind;
  readonly at: string;
}

/** Refuses names that stand for two things, and names that are words of the formula language. */
export function sayClashes(document: RubricDocument, report: Report): void {
  const first = new Map<string, Declared>();
  const all = declaredIn(document);
  const taken = new Set(all.map(({ name }) => name));
  for (const declared of all) {
    const { name, kind, at } = declared;
    const other = first.get(name);
    const proposal = freeName(name, kind, taken);
    const comesFrom = kind === 'passed' && (isContextName(name) || other?.kind === 'key' || other?.kind === 'field');
    if (comesFrom) continue;
    // A function is always called and a value never is, so these two cannot be mistaken for each other.
    const isPlain = kind === 'key' || kind === 'field' || kind === 'passed';
    if (RESERVED_WORDS.has(name) && !(isPlain && isFunctionName(name)))
      report.add('name-reserved', at, { name, kind, proposal });
    else if (other === undefined) first.set(name, declared);
    else if (other.kind !== kind) report.add('name-clash', at, { name, kind, other: other.kind, proposal });
  }
}

function declaredIn(document: RubricDocument): readonly Declared[] {
  const { indicators = {}, standings = {}, tables = {}, define = {} } = document;
  const of = (kind: NameKind, group: string, names: object): Declared[] =>
    Object.keys(names).map((name) => ({ name, kind, at: child(child('', group), name) }));
  return [
    ...of('key', 'keys', document.keys),
    ...fieldsIn(document),
    ...of('indicator', 'indicators', indicators),
    ...of('standing', 'standings', standings),
    ...of('table', 'tables', tables),
    ...of('define', 'define', define),
    ...Object.entries(indicators).flatMap(([indicator, { with: names = [] }]) =>
      names.map(
        (name, index): Declared => ({
          name,
          kind: 'passed',
          at: child(child(child('/indicators', indicator), 'with'), index),
        }),
      ),
    ),
  ];
}

/** A key and the field that carries it are one thing. */
function fieldsIn(document: RubricDocument): readonly Declared[] {
  const common = fieldsOf(document, '');
  const own = Object.keys(document.vocabulary.events).flatMap((type) =>
    fieldsOf(document, type).filter(({ isCommon }) => !isCommon),
  );
  return [...common, ...own].flatMap(({ name, document: field, pointer: at }): readonly Declared[] =>
    field.kind === 'key' || Object.hasOwn(document.keys, name) ? [] : [{ name, kind: 'field', at }],
  );
}

const ENDINGS: Readonly<Record<NameKind, string>> = {
  key: 'Key',
  field: 'Given',
  indicator: 'Value',
  standing: 'Standing',
  table: 'Table',
  define: 'Of',
  passed: 'Passed',
};

function freeName(name: string, kind: NameKind, taken: ReadonlySet<string>): string {
  const base = name.slice(0, 50) + ENDINGS[kind];
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? base : `${base}${number}`;
    if (!taken.has(candidate) && !RESERVED_WORDS.has(candidate)) return candidate;
  }
}
