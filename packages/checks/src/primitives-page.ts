import { type Block, docPages, type Page } from './doc-blocks.js';

type Plain = { readonly [name: string]: unknown };

/** One example of the page: a rubric of its own, made of the page's first one and what the section lays over it. */
export interface PrimitiveExample {
  readonly title: string;
  readonly rubric: Plain;
  /** What the section itself writes. */
  readonly own: Plain;
  /** Codes of problems and findings that the section names. */
  readonly codes: readonly string[];
}

const FILE = 'docs/primitives.md';

export function primitiveExamples(): readonly PrimitiveExample[] {
  const page = docPages().find(({ file }) => file === FILE);
  const [first, ...others] = page?.blocks ?? [];
  if (page === undefined || first === undefined) throw new Error(`${FILE} has no rubric to begin with`);
  const base: Plain = JSON.parse(first.text);
  return others.map((block) => exampleOf(page, base, block));
}

export function baseRubric(): Plain {
  const [first] = docPages().find(({ file }) => file === FILE)?.blocks ?? [];
  return first === undefined ? {} : JSON.parse(first.text);
}

function exampleOf(page: Page, base: Plain, block: Block): PrimitiveExample {
  const title = [...page.text.slice(0, block.start).matchAll(/^### (.*)$/gm)].at(-1)?.[1] ?? '';
  const [behind = ''] = page.text.slice(block.end).split(/^##/m);
  const [, fails = ''] = behind.split('**Fails**: ');
  const own: Plain = JSON.parse(block.text);
  return {
    title,
    own,
    rubric: isPlain(own) ? laidOver(base, own) : base,
    codes: [...fails.matchAll(/`([a-z]+(?:-[a-z]+)*)`/g)]
      .map(([, code = '']) => code)
      .filter((code) => code.includes('-')),
  };
}

/** Objects merge, lists of rules grow, all else is replaced. */
function laidOver(base: Plain, over: Plain): Plain {
  const merged: Record<string, unknown> = { ...base };
  for (const [name, value] of Object.entries(over)) {
    const before = base[name];
    if (isPlain(before) && isPlain(value)) merged[name] = laidOver(before, value);
    else if (name === 'rules' && Array.isArray(before) && Array.isArray(value)) merged[name] = [...before, ...value];
    else merged[name] = value;
  }
  return merged;
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
