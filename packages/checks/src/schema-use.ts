import type { SchemaNode } from './schema-node.js';

/** Every property that the schema has and every word that it allows, as `path` or `path: word`. */
export function offered(schema: SchemaNode, at = ''): readonly string[] {
  const words = [...(schema.enum ?? []), ...(schema.const === undefined ? [] : [schema.const])];
  const properties = Object.entries(schema.properties ?? {}).flatMap(([name, node]) => [
    `${at}/${name}`,
    ...offered(node, `${at}/${name}`),
  ]);
  const named = namedIn(schema);
  return [
    ...new Set([
      ...words.map((word) => `${at}: ${word}`),
      ...properties,
      ...(named === undefined ? [] : offered(named, `${at}/*`)),
      ...(schema.items === undefined ? [] : offered(schema.items, at)),
      ...choicesIn(schema).flatMap((choice) => offered(choice, at)),
    ]),
  ];
}

/** A property or a word of the schema where a document uses it. */
export interface Use {
  /** As in `offered`. */
  readonly what: string;
  /** The way there from the top of the document. */
  readonly path: readonly (string | number)[];
}

/** What of all that a document uses, and where. A choice of several shapes is used in each that fits. */
export function usesOf(
  value: unknown,
  schema: SchemaNode,
  at = '',
  path: readonly (string | number)[] = [],
): readonly Use[] {
  const choices = choicesIn(schema).flatMap((choice) => usesOf(value, choice, at, path));
  if (Array.isArray(value)) {
    const { items } = schema;
    if (items === undefined) return choices;
    return [...choices, ...value.flatMap((item, index) => usesOf(item, items, at, [...path, index]))];
  }
  if (typeof value === 'string') return [...choices, { what: `${at}: ${value}`, path }];
  if (typeof value !== 'object' || value === null) return choices;
  const named = namedIn(schema);
  const own = Object.entries(value).flatMap(([name, part]) => {
    const node = schema.properties?.[name];
    const there = [...path, name];
    if (node !== undefined)
      return [{ what: `${at}/${name}`, path: there }, ...usesOf(part, node, `${at}/${name}`, there)];
    return named === undefined ? [] : usesOf(part, named, `${at}/*`, there);
  });
  return [...choices, ...own];
}

function choicesIn({ anyOf = [], oneOf = [] }: SchemaNode): readonly SchemaNode[] {
  return [...anyOf, ...oneOf];
}

function namedIn({ additionalProperties }: SchemaNode): SchemaNode | undefined {
  return additionalProperties === false ? undefined : additionalProperties;
}
