/** A node of the JSON Schema that core prints, as far as the reference looks at it. */
export interface SchemaNode {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly default?: string | boolean;
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: SchemaNode | false;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
}

/** The schema with every reference replaced by what it names; inside of itself, by its words alone. */
export function spelledOut(schema: SchemaNode): SchemaNode {
  const expand = (value: unknown, inside: readonly string[]): unknown => {
    if (Array.isArray(value)) return value.map((item) => expand(item, inside));
    if (typeof value !== 'object' || value === null) return value;
    const { $ref, $defs: _, ...rest } = value as SchemaNode;
    const name = $ref?.split('/').at(-1);
    if (name === undefined)
      return Object.fromEntries(Object.entries(rest).map(([key, part]) => [key, expand(part, inside)]));
    const { description = '', ...named } = schema.$defs?.[name] ?? {};
    if (inside.includes(name)) return { type: 'object', description };
    return { description, ...(expand(named, [...inside, name]) as SchemaNode), ...rest };
  };
  return expand(schema, []) as SchemaNode;
}

/** What stands in a slot, in the words of the reference. */
export function typeOf(node: SchemaNode): string {
  if (node.const !== undefined) return code(node.const);
  if (node.enum !== undefined) return node.enum.map(code).join(' ');
  const choices = choicesOf(node);
  if (choices !== undefined) return unionOf(choices);
  if (node.type === 'array') return `list of ${node.items === undefined ? 'JSON' : typeOf(node.items)}`;
  if (node.type === 'object') return node.properties === undefined ? 'object by name' : 'object';
  if (node.type === 'chapter') return 'see below';
  if (node.type === 'string') return node.pattern === undefined ? 'text' : 'name';
  const plain: Readonly<Record<string, string>> = {
    boolean: 'flag',
    number: 'number',
    integer: 'whole number',
    null: 'null',
  };
  return plain[String(node.type)] ?? 'JSON';
}

/** Formulas, numbers and tests are unions of JSON types; a reader knows them by one word. */
function unionOf(choices: readonly SchemaNode[]): string {
  const kinds = choices.map(({ type }) => String(type ?? 'union'));
  const has = (...wanted: readonly string[]): boolean => wanted.every((kind) => kinds.includes(kind));
  if (has('string', 'number', 'boolean', 'object')) return 'formula or object';
  if (has('string', 'number', 'boolean', 'union')) return 'formula or object';
  if (has('string', 'number', 'boolean', 'null')) return 'value';
  if (has('string', 'number', 'boolean')) return 'formula';
  if (has('string', 'number')) return 'number';
  const types = [...new Set(choices.map(typeOf))];
  const alone = types.filter((type) => !type.startsWith('list of '));
  const lists = types.length > alone.length ? ', or a list' : '';
  return `${alone.join(' or ')}${lists}`;
}

export function choicesOf({ anyOf, oneOf, type }: SchemaNode): readonly SchemaNode[] | undefined {
  return anyOf ?? oneOf ?? (typeof type === 'object' ? type.map((one) => ({ type: one })) : undefined);
}

/** The object shapes that may stand in a slot, told apart by the constant of their first property that has one. */
export function shapesOf(node: SchemaNode): readonly SchemaNode[] {
  if (node.properties !== undefined) return [node];
  const shapes = (choicesOf(node) ?? []).flatMap(shapesOf);
  return shapes.length > 1 && shapes.some((shape) => nameOf(shape) === undefined) ? [merged(shapes)] : shapes;
}

/** Shapes that differ in little, as one: fields of an event. */
function merged(shapes: readonly SchemaNode[]): SchemaNode {
  const properties: Record<string, SchemaNode> = {};
  for (const shape of shapes) {
    for (const [name, node] of Object.entries(shape.properties ?? {})) {
      const values = [properties[name], node].flatMap((one) => one?.enum ?? one?.const ?? []);
      const { const: _, ...rest } = node;
      properties[name] = values.length > 0 ? { ...rest, enum: [...new Set(values)] } : node;
    }
  }
  return { type: 'object', properties, required: shapes[0]?.required ?? [] };
}

/** `kind: events`, or nothing where a shape has no constant. */
export function nameOf({ properties = {} }: SchemaNode): string | undefined {
  for (const [name, { const: value }] of Object.entries(properties)) {
    if (value !== undefined && value !== 'rubric') return `${name}: ${value}`;
  }
  return undefined;
}

export function code(text: string): string {
  return `\`${text}\``;
}
