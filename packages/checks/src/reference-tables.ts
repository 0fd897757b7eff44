import { choicesOf, code, nameOf, type SchemaNode, shapesOf, typeOf } from './schema-node.js';

interface Variant {
  readonly slot: string;
  readonly shape: SchemaNode;
}

/** Of all its properties, a table; behind it, a table for each object that has several shapes. */
export function tablesOf(shape: SchemaNode, level: string): string {
  const variants: Variant[] = [];
  const table = tableOf(shape, variants);
  const further = variants.map(({ slot, shape: variant }) => {
    const heading = `${level} ${code(slot)}, ${code(nameOf(variant) ?? '')}`;
    return `${heading}\n\n${told(variant)}${tablesOf(variant, level)}`;
  });
  return [table, ...further].join('\n\n');
}

/** What a shape means, where its constant says so. */
function told({ properties = {} }: SchemaNode): string {
  const constant = Object.values(properties).find((node) => node.const !== undefined);
  const [en = '', zh = ''] = meaningOf(constant);
  return en === '' ? '' : `${en} ${zh}\n\n`;
}

function tableOf(shape: SchemaNode, variants: Variant[]): string {
  const rows = rowsOf(shape, '', variants);
  return ['| property | type | default | meaning | 含义 |', '|---|---|---|---|---|', ...rows].join('\n');
}

function rowsOf({ properties = {}, required = [] }: SchemaNode, prefix: string, variants: Variant[]): string[] {
  return Object.entries(properties).flatMap(([name, node]) => {
    const [en, zh] = meaningOf(node);
    const absent =
      node.default === undefined ? (required.includes(name) ? 'required' : '') : code(String(node.default));
    const row = `| ${code(prefix + name)} | ${typeOf(node)} | ${absent} | ${cell(en)} | ${cell(zh)} |`;
    return [row, ...innerRows(node, prefix + name, variants)];
  });
}

/** Parts of a slot: of its one shape at once, of several shapes later, of names and lists one step further in. */
function innerRows(node: SchemaNode, slot: string, variants: Variant[]): string[] {
  if (isTitle(node)) return [];
  const shapes = shapesOf(node);
  const [only] = shapes;
  if (shapes.length === 1 && only !== undefined && nameOf(only) === undefined)
    return rowsOf(only, `${slot}.`, variants);
  if (shapes.length > 0) {
    variants.push(...shapes.map((shape) => ({ slot, shape })));
    return [];
  }
  if (node.items !== undefined) return innerRows(node.items, `${slot}[]`, variants);
  const inList = choicesOf(node)?.find(({ items }) => items !== undefined);
  if (inList !== undefined) return innerRows(inList, slot, variants);
  const { additionalProperties: named } = node;
  return named === undefined || named === false ? [] : innerRows(named, `${slot}.*`, variants);
}

function isTitle({ properties }: SchemaNode): boolean {
  return properties !== undefined && Object.keys(properties).join() === 'en,zh';
}

export function meaningOf(node: SchemaNode | undefined): readonly [en: string, zh: string] {
  const [en = '', zh = ''] = (node?.description ?? '').split('\n');
  return [en, zh];
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
