import { readFileSync } from 'node:fs';
import path from 'node:path';
import { doors, publicPackages, root } from './repository.js';
import { isNode, syntaxOf } from './syntax.js';

/** Code that the README shows, and what it says the code prints, where it says so. */
export type Shown = Readonly<{ code: string; prints: string | undefined }>;

/** The first TypeScript block below a heading of the README and the `text` block that follows it. */
export function shownBelow(heading: string): Shown | undefined {
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
  const [, below] = readme.split(`\n## ${heading}\n`);
  const section = below?.split('\n## ')[0] ?? '';
  const code = /\n```ts\n([\s\S]*?)```/.exec(section);
  if (code?.[1] === undefined) return undefined;
  const after = section.slice(code.index + code[0].length);
  return { code: code[1], prints: /\n```text\n([\s\S]*?)```/.exec(after)?.[1] };
}

/** Every name under which something of ours can be imported, e.g. `@meritlog/core/testing`. */
export function importableNames(): string[] {
  const open = doors();
  return publicPackages().flatMap((name) =>
    (open[name] ?? []).filter((door) => !door.endsWith('.json')).map((door) => `@meritlog/${name}${door.slice(1)}`),
  );
}

/** The same code for a CommonJS file, where `await` cannot stand at the top. */
export function forCommonJs(code: string): string {
  const program = syntaxOf('shown.ts', code).nodes[0];
  const body = Array.isArray(program?.body) ? program.body.filter(isNode) : [];
  const text = (imports: boolean): string =>
    body
      .filter((node) => (node.type === 'ImportDeclaration') === imports)
      .map((node) => code.slice(node.start, node.end))
      .join('\n');
  return `${text(true)}\nvoid (async () => {\n${text(false)}\n})();\n`;
}
