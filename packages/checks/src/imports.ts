import { isNode, lineOf, literalOf, type Node, nameOf, type Syntax } from './syntax.js';

/** One place where a file reaches for another. `specifier` is undefined where it is computed at run time. */
export type Import = Readonly<{
  specifier: string | undefined;
  line: number;
  /** The names taken as values; `*` where the whole module is taken. Types are not in it. */
  values: readonly string[];
}>;

/** All imports of a file: static, dynamic, re-exporting, `require`, and those of types. */
export function importsOf(syntax: Syntax): Import[] {
  const found = syntax.nodes.flatMap((node) => fromNode(node, syntax.text));
  const referenced = syntax.comments.flatMap((comment) => {
    const match = /^\/\s*<reference\s+(?:path|types|lib)\s*=\s*["']([^"']+)["']/.exec(comment.value);
    return match ? [{ specifier: match[1], line: lineOf(syntax.text, comment.start), values: [] }] : [];
  });
  return [...found, ...referenced];
}

function fromNode(node: Node, text: string): Import[] {
  const at = (source: unknown, values: readonly string[]): Import[] => [
    { specifier: literalOf(source), line: lineOf(text, node.start), values },
  ];
  switch (node.type) {
    case 'ImportDeclaration':
      return at(node.source, node.importKind === 'type' ? [] : valuesOf(node.specifiers, 'imported'));
    case 'ExportNamedDeclaration':
      if (!isNode(node.source)) return [];
      return at(node.source, node.exportKind === 'type' ? [] : valuesOf(node.specifiers, 'local'));
    case 'ExportAllDeclaration':
      return at(node.source, node.exportKind === 'type' ? [] : ['*']);
    case 'ImportExpression':
      return at(node.source, ['*']);
    case 'TSImportType':
      return at(node.source ?? node.argument, []);
    case 'TSExternalModuleReference':
      return at(node.expression, ['*']);
    case 'CallExpression':
      return nameOf(node.callee) === 'require' && Array.isArray(node.arguments) ? at(node.arguments[0], ['*']) : [];
    default:
      return [];
  }
}

function valuesOf(specifiers: unknown, side: 'imported' | 'local'): string[] {
  if (!Array.isArray(specifiers)) return [];
  return specifiers.filter(isNode).flatMap((specifier) => {
    if (specifier.importKind === 'type' || specifier.exportKind === 'type') return [];
    if (specifier.type === 'ImportNamespaceSpecifier') return ['*'];
    if (specifier.type === 'ImportDefaultSpecifier') return ['default'];
    return [nameOf(specifier[side]) ?? '*'];
  });
}
