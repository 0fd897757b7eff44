import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import { tsc } from './commands.js';
import { type Block, type Page, withTexts } from './doc-blocks.js';
import { root } from './repository.js';

const MARK = '\u0001';

/** The TypeScript of a page: all its blocks in a row, as one reader would type them. Empty where it has none. */
export function programOf({ blocks }: Page): string {
  return codeOf(blocks)
    .map(({ text }, at) => `${text}\nconsole.log('${MARK}${at}');\n`)
    .join('');
}

/** A page as it would be if its program were run now: a `text` block below code is what that code prints. */
export async function executed(page: Page): Promise<string> {
  const printed = (await output(programOf(page))).split(MARK).map((part) => part.replace(/^\d*\n/, ''));
  const texts = new Map<Block, string>();
  for (const [at, block] of codeOf(page.blocks).entries()) {
    const next = page.blocks[page.blocks.indexOf(block) + 1];
    const says = next?.language === 'text' ? next : undefined;
    if (says !== undefined) texts.set(says, printed[at] ?? '');
    else if ((printed[at] ?? '') !== '')
      throw new Error(`${page.file}:${block.line} prints what the page does not show`);
  }
  return withTexts(page, texts);
}

/** What the compiler, as strict as a careful user's, says about the programs of pages. */
export async function typeProblems(pages: readonly Page[]): Promise<readonly string[]> {
  const dir = path.join(root, 'packages/checks/node_modules/.cache/docs');
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  const files = pages.map((page, at) => {
    const name = `page-${at}.ts`;
    writeFileSync(path.join(dir, name), programOf(page));
    return { name, page };
  });
  writeFileSync(path.join(dir, 'tsconfig.json'), JSON.stringify(config(files.map(({ name }) => name))));
  const said = await tsc(['-p', dir, '--pretty', 'false'], dir).then(
    () => '',
    (error: Error) => error.message,
  );
  return files.flatMap(({ name, page }) =>
    said.split('\n').flatMap((line) => (line.startsWith(name) ? [`${page.file}: ${line}`] : [])),
  );
}

function config(files: readonly string[]): object {
  const packages = '../../../../../packages';
  return {
    compilerOptions: {
      ...{ target: 'ES2023', lib: ['ES2023', 'DOM'], module: 'ESNext', moduleResolution: 'Bundler', types: ['node'] },
      ...{ strict: true, noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true, noEmit: true },
      skipLibCheck: true,
      typeRoots: ['../../../../../node_modules/@types'],
      paths: {
        '@meritlog/*/testing': [`${packages}/*/src/testing/index.ts`],
        '@meritlog/*': [`${packages}/*/src/index.ts`],
      },
    },
    files,
  };
}

function codeOf(blocks: readonly Block[]): readonly Block[] {
  return blocks.filter(({ language }) => language === 'ts');
}

/** Runs a program in a folder of its own and gives what it printed. */
async function output(program: string): Promise<string> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'meritlog-docs-'));
  const [was, log] = [process.cwd(), console.log];
  let printed = '';
  console.log = (...parts: unknown[]) => {
    printed += `${parts.map((part) => (typeof part === 'string' ? part : inspect(part))).join(' ')}\n`;
  };
  try {
    writeFileSync(path.join(folder, 'page.ts'), program);
    process.chdir(folder);
    await import(/* @vite-ignore */ pathToFileURL(path.join(folder, 'page.ts')).href);
    return printed;
  } finally {
    console.log = log;
    process.chdir(was);
    rmSync(folder, { recursive: true, force: true });
  }
}
