import { child } from '../model/problem.js';
import type { FieldDocument, RubricDocument } from './document.js';

/** A field as it is written, and where. */
interface PlacedField {
  readonly name: string;
  readonly document: FieldDocument;
  readonly pointer: string;
  /** Whether it stands in what is common to all types. */
  readonly isCommon: boolean;
}

/** The fields of an event type: those common to all that it does not declare itself, and its own. */
export function fieldsOf({ vocabulary }: RubricDocument, type: string): readonly PlacedField[] {
  const own = vocabulary.events[type]?.fields ?? {};
  const inherited = Object.entries(vocabulary.common ?? {}).filter(([name]) => !Object.hasOwn(own, name));
  const at = child(child('/vocabulary/events', type), 'fields');
  return [
    ...inherited.map(([name, document]) => placed(name, document, COMMON, true)),
    ...Object.entries(own).map(([name, document]) => placed(name, document, at, false)),
  ];
}

/** One of them. */
export function fieldOf({ vocabulary }: RubricDocument, type: string, name: string): PlacedField | undefined {
  const { common = {}, events } = vocabulary;
  const own = events[type]?.fields ?? {};
  const document = Object.hasOwn(own, name) ? own[name] : undefined;
  if (document !== undefined) return placed(name, document, child(child('/vocabulary/events', type), 'fields'), false);
  const shared = Object.hasOwn(common, name) ? common[name] : undefined;
  return shared && placed(name, shared, COMMON, true);
}

/** The types that a common field belongs to and is computed for: no computed field of an older form is ever read. */
export function inheritorsOf({ vocabulary }: RubricDocument, name: string): readonly string[] {
  return Object.entries(vocabulary.events).flatMap(([type, { fields = {}, becomes }]) =>
    Object.hasOwn(fields, name) || becomes !== undefined ? [] : [type],
  );
}

const COMMON = '/vocabulary/common';

function placed(name: string, document: FieldDocument, at: string, isCommon: boolean): PlacedField {
  return { name, document, pointer: child(at, name), isCommon };
}
