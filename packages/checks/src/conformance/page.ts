import { anchorOf } from '../doc-links.js';
import { type Evidence, evidenceOf, namedAfter } from './evidence.js';
import type { Row, SourceRow } from './row.js';
import { sourceSentences } from './source-sentences.js';
import { type Table, tables } from './tables.js';

const HEAD = `# Conformance

What a rubric must be able to say, and what tries it. This page is made by \`npm run docs\` from the lists in
\`packages/checks/src/conformance\`, and a test reads them both ways: every line has a test that is there, and every test that is
there for these lists stands in a line.

Tests in \`reference/test\` run both evaluators on small ledgers, with numbers worked out by hand. A folder of the
[gallery](../examples/gallery/README.md) is a published scheme whose results were worked out by hand. The sections of
[primitives.md](primitives.md) hold the least example of each, and both evaluators run it.
`;

const SENTENCES = `## The report behind the flagship

The flagship example was inspired by a report on how a district assesses its units. What each of its sentences asks for, and
where it is met. What is not there yet is said, with the part of Meritlog that is to bring it.`;

/** The whole page. */
export function conformancePage(): string {
  return `${[HEAD.trimEnd(), ...tables.map(chapterOf), SENTENCES, sentenceTable()].join('\n\n')}\n`;
}

function chapterOf({ heading, about, rows }: Table): string {
  const isShown = rows.some(({ shown }) => shown !== undefined);
  const head = isShown ? '| | what | tried by | shown in |\n|---|---|---|---|' : '| | what | tried by |\n|---|---|---|';
  const lines = rows.map((row) => {
    const cells = [row.key, row.says, triedBy(row), ...(isShown ? [shownIn(row)] : [])];
    return `| ${cells.join(' | ')} |`;
  });
  return `## ${heading}\n\n${about}\n\n${head}\n${lines.join('\n')}`;
}

function triedBy(row: Row): string {
  const gallery = (row.gallery ?? []).map((name) => `[gallery: ${name}](../examples/gallery/${name})`);
  return [...testsOf(evidenceOf(row)), ...gallery].join('; ');
}

/** File by file, the tests by their titles. */
function testsOf(tests: readonly Evidence[]): readonly string[] {
  return [...new Set(tests.map(({ file }) => file))].map((file) => {
    const titles = tests.filter((one) => one.file === file).map(({ title }) => `“${title.replaceAll('|', '\\|')}”`);
    return `[${file.replace(/^.*\/|\.test\.ts$/g, '')}](../packages/${file}): ${titles.join(', ')}`;
  });
}

function shownIn({ shown = [] }: Row): string {
  return shown.map((heading) => `[${heading}](primitives.md#${anchorOf(heading)})`).join(', ');
}

function sentenceTable(): string {
  const lines = sourceSentences.map((row) => `| ${row.key} | ${row.says} | ${whereOf(row)} |`);
  return ['| | what | where |', '|---|---|---|', ...lines].join('\n');
}

function whereOf({ key, where, later = {} }: SourceRow): string {
  const links = where.map((one) => {
    const [file = '', heading = ''] = one.split('#');
    const target = file.startsWith('docs/') ? one.slice('docs/'.length) : `../${one}`;
    return `[${nameOf(file)}${heading === '' ? '' : `: ${heading.replaceAll('-', ' ')}`}](${target})`;
  });
  const missing = Object.entries(later).map(([part, what]) => `not yet: ${part} (${what})`);
  return [links.join(', '), ...testsOf(namedAfter(key)), ...missing].join('; ');
}

/** The file, or for what every folder has its folder. */
function nameOf(file: string): string {
  const [folder = '', name = ''] = file.split('/').slice(-2);
  return /^(?:README|EVENTS|rubric)\./.test(name) ? `${folder}/${name}` : name;
}
