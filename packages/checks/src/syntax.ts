import { type Comment, parseSync } from 'oxc-parser';

/** One node of a syntax tree, as far as the checks look at it. */
export type Node = Readonly<{ type: string; start: number; end: number }> & Readonly<Record<string, unknown>>;

export type Syntax = Readonly<{
  file: string;
  text: string;
  nodes: readonly Node[];
  comments: readonly Comment[];
}>;

/** Parses a TypeScript or JavaScript file and lists all nodes of its tree, types included, parents first. */
export function syntaxOf(file: string, text: string): Syntax {
  const parsed = parseSync(file, text);
  const error = parsed.errors.find((e) => e.severity === 'Error');
  if (error) throw new Error(`${file} cannot be parsed: ${error.message}`);
  const nodes: Node[] = [];
  collect(parsed.program, nodes);
  return { file, text, nodes, comments: parsed.comments };
}

function collect(value: unknown, into: Node[]): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, into);
  } else if (typeof value === 'object' && value !== null) {
    if (isNode(value)) into.push(value);
    for (const part of Object.values(value)) collect(part, into);
  }
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

/** The text of a string literal, of a template without holes, or nothing. */
export function literalOf(value: unknown): string | undefined {
  if (!isNode(value)) return undefined;
  if (typeof value.value === 'string') return value.value;
  if (value.type === 'TSLiteralType') return literalOf(value.literal);
  const [quasi, ...more] = Array.isArray(value.quasis) ? value.quasis : [];
  const cooked: unknown = more.length === 0 && isNode(quasi) ? quasi.value : undefined;
  return typeof cooked === 'object' && cooked !== null && 'cooked' in cooked ? String(cooked.cooked) : undefined;
}

/** The name of an identifier, or nothing. */
export function nameOf(value: unknown): string | undefined {
  if (!isNode(value)) return undefined;
  return typeof value.name === 'string' ? value.name : literalOf(value);
}

/** The line of an offset, counted from 1. */
export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
