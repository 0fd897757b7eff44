import { keyScope, type Scope, withEvent } from './scope.js';
import { type TypeHead, typeOfKey } from './vocabulary.js';

/** What can be named inside an event of one of these types: the fields that all of them have. */
export function eventScope(heads: readonly TypeHead[], outer: Scope = keyScope([], typeOfKey)): Scope {
  const [first, ...rest] = heads;
  const common = (first?.fields ?? []).filter((field) =>
    rest.every(({ fields }) =>
      fields.some(({ text, type, list }) => text === field.text && type === field.type && list === field.list),
    ),
  );
  const unsure = common.map((field) => (rest.length === 0 ? field : { ...field, sure: false }));
  const names = new Set(common.map(({ text }) => text));
  return withEvent(
    outer,
    unsure,
    (first?.keys ?? []).filter((key) => names.has(key)),
  );
}
