import { problemLists } from './problem-lists.js';
import { meaningOf, tablesOf } from './reference-tables.js';
import type { SchemaNode } from './schema-node.js';

/** Where each chapter's shape stands in the schema. */
const CHAPTERS: readonly (readonly [heading: string, path: readonly string[]])[] = [
  ['Keys 维度', ['keys', '*']],
  ['Calendars 工作日历', ['calendars', '*']],
  ['Event types 事件类型', ['vocabulary', 'events', '*']],
  ['Defined formulas 自定义公式', ['define', '*']],
  ['Tables 表', ['tables', '*']],
  ['Cohorts 比较组', ['cohorts', '*']],
  ['Indicators 指标', ['indicators', '*']],
  ['Rules and effects 规则与效果', ['rules', '*']],
  ['Standings 排名', ['standings', '*']],
  ['Roles 角色', ['roles', '*']],
  ['Procedures 程序', ['procedures', '*']],
];

const HEAD = `# Reference

Every property of a rubric, and every problem that can be told. This page is made by \`npm run docs\` from the JSON Schema
that \`meritlog schema rubric\` prints, so editors show the same words. How it all works together is told by
[SPEC.md](SPEC.md); [primitives.md](primitives.md) shows each of them at work.

- **name**: letters, digits and \`_\`, at most 64, not beginning with a digit, because formulas use it; names of rules,
  bands, awards and event types may also hold \`.\` and \`-\`.
- **formula**: a text such as \`"100 - loss"\`, or a number, \`true\` or \`false\` that stands for itself.
- **number**: a JSON number of at most 15 significant digits, or a decimal text such as \`"0.1"\`.
- \`x.y\` is the property y of x, \`x[].y\` that of each item of a list, \`x.*.y\` that of each named thing. Titles are
  \`{ "en": …, "zh": … }\`.
- Where \`default\` is empty, leaving the property out means that there is nothing of the kind.
`;

/** The whole page. */
export async function referencePage(schema: SchemaNode): Promise<string> {
  const chapters = CHAPTERS.map(([heading, path]) => {
    const shape = shapeAt(schema, path);
    const [en, zh] = meaningOf(shape);
    return `## ${heading}\n\n${en} ${zh}\n\n${tablesOf(shape, '###')}`;
  });
  return [
    HEAD.trimEnd(),
    `## Rubric 评价方案\n\n${tablesOf(outermost(schema), '###')}`,
    ...chapters,
    await problemLists(),
    '',
  ].join('\n\n');
}

/** Properties that no words describe, by their path; titles are described by what they are. */
export function undescribed(node: SchemaNode, at = ''): readonly string[] {
  return Object.entries(node).flatMap(([key, part]) => {
    if (typeof part !== 'object' || part === null) return [];
    const missing =
      key === 'properties' && !at.endsWith('/title')
        ? Object.entries(part as Record<string, SchemaNode>)
            .filter(([, { description }]) => description === undefined)
            .map(([name]) => `${at}/${name}`)
        : [];
    return [
      ...missing,
      ...undescribed(part as SchemaNode, ['properties', 'items'].includes(key) ? at : `${at}/${key}`),
    ];
  });
}

function shapeAt(schema: SchemaNode, path: readonly string[]): SchemaNode {
  return path.reduce<SchemaNode>((node, step) => {
    const inner = step === '*' ? (node.items ?? node.additionalProperties) : node.properties?.[step];
    if (inner === undefined || inner === false) throw new Error(`the schema has no ${path.join('.')}`);
    return inner;
  }, schema);
}

function elsewhere({ description = '' }: SchemaNode): SchemaNode {
  return { type: 'chapter', description };
}

/** The rubric without what has a chapter of its own. */
function outermost(schema: SchemaNode): SchemaNode {
  const own = new Set(CHAPTERS.map(([, [name = '']]) => name));
  const properties = Object.entries(schema.properties ?? {}).map(([name, node]): [string, SchemaNode] => [
    name,
    own.has(name) ? elsewhere(node) : node,
  ]);
  return { ...schema, properties: Object.fromEntries(properties) };
}
